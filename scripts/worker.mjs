// The Worker as the tests meet it: what was built, in the real runtime, with a local database, queue and objects of its
// own, on a free port, and gone without a trace afterwards, also when the test crashes.
//
// It is served by `wrangler dev` from a folder of its own that holds a copy of build/ and of wrangler.toml, so that a
// build going on meanwhile does not disturb it. It builds nothing itself: run `npm run build` first, or `npm test`.

import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { ENTRY } from './build.mjs';
import { databaseFile, databasePath, migrate, migrationsFingerprint, openDatabase } from './d1.mjs';
import { ROOT, Stop, alone, inTime } from './project.mjs';
import { serve } from './wrangler.mjs';

/** What wrangler.toml calls the gates that requests are counted at. */
const GATES = { reads: 'RATE_READS', writes: 'RATE_WRITES', sign_in: 'RATE_SIGN_IN', capture: 'RATE_CAPTURE' };
const VARS = { SERVER_TIMING: 'on', SETUP_TOKEN: 'dev-setup-token', ALLOW_INSECURE_JWKS: 'on', ALLOW_INSECURE_WEBHOOKS: 'on' };

/**
 * Starts the Worker and answers once it serves.
 *
 * - `stateDir`: where its data are; default a new folder, deleted at `stop`. Migrations are applied to it.
 * - `vars`: variables and secrets, over `SERVER_TIMING=on`, `SETUP_TOKEN=dev-setup-token`, `ALLOW_INSECURE_JWKS=on`,
 *   `ALLOW_INSECURE_WEBHOOKS=on` and a `PUBLIC_URL` of this machine.
 * - `port`: default a free one.
 * - `maxBatchTimeout`: seconds for which the queue waits for more messages; default what wrangler.toml says.
 * - `shards`: how many databases there are, one by default; the others are `DB_2`, `DB_3`, ….
 * - `limits`: how many requests pass in a minute, as `{ reads: 5 }`; what is not named is not limited. Default: nothing is.
 * - `maxRetries`: how often the queue tries a message again; default what wrangler.toml says.
 * - `entry`: a module to serve instead of `build/index.js`, which it finds under that name beside itself.
 *
 * The answer:
 * - `url`, without a slash at its end; `stateDir`; `pid`: the process group of wrangler and the runtime.
 * - `stop()`: ends it and deletes what it made. `kill9()`: `kill -9` to all its processes at once; the state stays.
 * - `restart(vars?, limits?)`: starts it again on the same state and port, after `kill9()` or from running (which it stops).
 * - `logs()`: the lines that the Worker and the runtime have printed so far, over all restarts.
 * - `scheduled()`: runs the scheduled handler once. `database()`: the local D1, of a `binding` that is not `DB`, as a `node:sqlite` database; close it.
 */
export async function startWorker({ stateDir, vars = {}, port, maxBatchTimeout, maxRetries, limits = {}, entry, shards = 1 } = {}) {
  if (!existsSync(ENTRY)) throw new Stop('nothing is built: run `npm run build` first.');
  const home = mkdtempSync(path.join(realpathSync(os.tmpdir()), 'leadroom-'));
  const onExit = () => rmSync(home, { recursive: true, force: true, maxRetries: 2 });
  process.on('exit', onExit);
  const folder = path.join(home, 'project');
  layOut(folder, { maxBatchTimeout, maxRetries, limits, entry, shards });

  const worker = { stateDir: path.resolve(stateDir ?? path.join(home, 'state')) };
  await fillState(worker.stateDir, shards);

  const lines = [];
  let server;
  const start = async () => {
    // A port that was free may be taken by the time that it is wanted: then, and only then, another one.
    for (let attempt = 1; ; attempt += 1) {
      const chosen = port ?? (await freePort());
      server = serve({
        cwd: folder,
        stateDir: worker.stateDir,
        port: chosen,
        vars: { ...VARS, PUBLIC_URL: `http://127.0.0.1:${chosen}`, RATE_LIMITS: policies(limits), ...vars },
        onLine: (line) => lines.push(line),
        remove: [home],
      });
      try {
        await server.ready;
        port = chosen;
        Object.assign(worker, { url: server.url, pid: server.pid });
        return;
      } catch (error) {
        if (port !== undefined || attempt === 3 || !/in use|EADDRINUSE/.test(error.message)) throw error;
      }
    }
  };

  worker.logs = () => [...lines];
  worker.database = (options) => openDatabase(worker.stateDir, options);
  worker.scheduled = async () => {
    await inTime(60_000, 'the scheduled handler', async (signal) => {
      const response = await fetch(`${worker.url}/cdn-cgi/local/scheduled`, { signal });
      const text = await response.text();
      if (!response.ok) throw new Error(`the scheduled handler failed: ${response.status} ${text}`);
    });
  };
  worker.kill9 = () => server.kill();
  worker.restart = async (more = {}, count = limits) => {
    vars = { ...vars, ...more };
    await server.stop();
    settle(folder, { maxBatchTimeout, maxRetries, limits: (limits = count), entry, shards });
    await start();
  };
  worker.stop = async () => {
    await server.stop();
    process.off('exit', onExit);
    onExit();
  };

  try {
    await start();
  } catch (error) {
    await worker.stop();
    throw error;
  }
  return worker;
}

/** A project for wrangler: this one's settings without its build step, a copy of the build, links to the rest. */
function layOut(folder, { maxBatchTimeout, maxRetries, limits, entry, shards }) {
  mkdirSync(folder, { recursive: true });
  const own = new Set(['build', 'node_modules', 'package.json', 'src', 'target', 'wrangler.toml']);
  for (const name of readdirSync(ROOT)) {
    if (!own.has(name) && !name.startsWith('.')) symlinkSync(path.join(ROOT, name), path.join(folder, name));
  }
  cpSync(path.join(ROOT, 'build'), path.join(folder, 'build'), { recursive: true });
  if (entry) cpSync(entry, path.join(folder, 'build', 'entry.js'));
  settle(folder, { maxBatchTimeout, maxRetries, limits, entry, shards });
}

/** Writes its settings. */
function settle(folder, { maxBatchTimeout, maxRetries, limits, entry, shards }) {
  let settings = readFileSync(path.join(ROOT, 'wrangler.toml'), 'utf8');
  settings = settings.replace(/^\[build\]\n(?:(?!\[).*\n)*/m, '');
  for (const [gate, most] of Object.entries(limits)) {
    const counted = new RegExp(`(^name = "${GATES[gate]}"\\nnamespace_id = .*\\nsimple = \\{ limit = )\\d+`, 'm');
    if (!counted.test(settings)) throw new Stop(`wrangler.toml counts nothing for ${gate}.`);
    settings = settings.replace(counted, `$1${most}`);
  }
  if (maxBatchTimeout !== undefined) settings = settings.replace(/^max_batch_timeout = .*$/gm, `max_batch_timeout = ${maxBatchTimeout}`);
  if (maxRetries !== undefined) settings = settings.replace(/^max_retries = .*$/m, `max_retries = ${maxRetries}`);
  if (entry) settings = settings.replace(/^main = .*$/m, 'main = "build/entry.js"');
  for (const binding of othersOf(shards)) settings += `\n[[d1_databases]]\nbinding = "${binding}"\ndatabase_name = "leadroom-${binding}"\nmigrations_dir = "migrations"\n`;
  writeFileSync(path.join(folder, 'wrangler.toml'), settings);
}

/** The bindings of the shards behind the first. */
function othersOf(shards) {
  return Array.from({ length: shards - 1 }, (_, index) => `DB_${index + 2}`);
}

/** How much passes, as the variable says it. */
function policies(limits) {
  return Object.entries(limits).map(([gate, most]) => `${gate}=${most}/60`).join(' ') || 'off';
}

/** An empty database is made once for each set of migrations, by wrangler, and copied from then on. */
async function fillState(stateDir, shards) {
  if (databaseFile(stateDir)) return await migrate(stateDir);
  const template = path.join(ROOT, '.wrangler', `empty-${migrationsFingerprint()}`);
  if (!existsSync(template)) {
    await alone(`${template}.lock`, async () => {
      if (existsSync(template)) return;
      const draft = `${template}.${process.pid}`;
      await migrate(draft);
      renameSync(draft, template);
    }, { patience: 2 * 60_000, what: 'another process to make the empty database' });
  }
  mkdirSync(stateDir, { recursive: true });
  cpSync(template, stateDir, { recursive: true });
  // Empty, one is like another.
  for (const binding of othersOf(shards)) {
    for (const part of ['', '-wal', '-shm']) {
      if (existsSync(databaseFile(stateDir) + part)) cpSync(databaseFile(stateDir) + part, databasePath(stateDir, binding) + part);
    }
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
