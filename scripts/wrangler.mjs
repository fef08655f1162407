// How wrangler is called: quietly, without asking, and, where it serves, on a leash.

import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { ROOT, Stop, eachLine, environment, inTime, run, tail } from './project.mjs';

const PROGRAM = path.join(ROOT, 'node_modules', 'wrangler', 'bin', 'wrangler.js');
const LEASH = fileURLToPath(new URL('./leash.mjs', import.meta.url));

/** The longest that a server may take to answer its first request: a loaded machine, not a usual one. */
const PATIENCE = 60_000;

const QUIET = {
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_SEND_ERROR_REPORTS: 'false',
  WRANGLER_HIDE_BANNER: 'true',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  NO_COLOR: '1',
  FORCE_COLOR: '0',
};

/** Runs a wrangler command that ends by itself, without any question. Answers what it printed. */
export async function wrangler(args, { show = false, check = true, cwd = ROOT } = {}) {
  const env = environment({ ...QUIET, CI: '1', ...logsIn(path.join(ROOT, '.wrangler')) });
  return await run(process.execPath, [PROGRAM, ...args], { cwd, env, check, capture: !show, name: `wrangler ${args.join(' ')}` });
}

/**
 * Serves the Worker of the project in `cwd` by `wrangler dev` until `stop` or `kill`, or until this process ends.
 *
 * `onLine`: called with every line that the Worker and the runtime print, as soon as they do.
 * `remove`: folders to delete when this process ends without having done so.
 *
 * Answers `{ url, pid, ready, ended, stop(), kill() }`: `ready` resolves when the first request is answered and rejects
 * with what was printed when that never happens; `ended` resolves with the exit code.
 */
export function serve({ cwd = ROOT, stateDir, port, ip = '127.0.0.1', vars = {}, onLine = () => {}, remove = [] }) {
  const url = `http://${ip}:${port}`;
  const args = ['dev', '--local', '--ip', ip, '--port', String(port), '--inspector-port', '0', '--persist-to', stateDir];
  args.push('--show-interactive-dev-session=false');
  for (const [name, value] of Object.entries(vars)) args.push('--var', `${name}:${value}`);

  // The runtime's own temporary files, which it leaves behind when it is ended by a signal.
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'leadroom-run-'));
  const order = { command: process.execPath, args: [PROGRAM, ...args], cwd, scratch, remove };
  const env = environment({
    ...QUIET,
    ...logsIn(path.join(cwd, '.wrangler')),
    TMPDIR: scratch,
    WRANGLER_REGISTRY_PATH: path.join(cwd, '.wrangler', 'registry'), // Servers side by side do not find one another.
  });
  const leash = spawn(process.execPath, [LEASH, JSON.stringify(order)], {
    env,
    detached: true, // Ctrl-C in the terminal is ours to pass on.
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
  });

  const printed = [];
  let mail = false;
  const hear = (coloured) => {
    const line = stripVTControlCharacters(coloured);
    if (!line.trim()) return;
    printed.push(line);
    if (printed.length > 20_000) printed.shift();
    const stored = mail && /^Email: (.+\.eml)$/.exec(line.trim());
    mail = line.includes('send_email binding called');
    if (stored) keepMail(stored[1], stateDir, onLine);
    else onLine(line);
  };
  for (const stream of [leash.stdout, leash.stderr]) eachLine(stream, hear);

  const server = { url, pid: null };
  eachLine(leash.stdio[3], (line) => (server.pid = Number(line)));
  leash.stdin.on('error', () => {}); // It has ended before it could be told to.

  let running = true;
  server.ended = new Promise((resolve) => {
    leash.on('error', () => resolve(127));
    leash.on('close', (code) => resolve(code ?? 1));
  }).finally(() => (running = false));

  server.ready = (async () => {
    const deadline = Date.now() + PATIENCE;
    while (running && Date.now() < deadline) {
      if (await answers(url)) return;
      await Promise.race([delay(50), server.ended]);
    }
    await server.kill();
    throw new Stop(`the Worker did not start on ${url}:\n${tail(printed.join('\n'), 60)}`);
  })();
  server.ready.catch(() => {}); // Whoever waits for it hears of it.

  // The server alone does not keep this process alive, and does not outlive it; waiting for its end does.
  const hold = (how) => [leash, ...leash.stdio].forEach((part) => part[how]());
  const tell = async (word) => {
    hold('ref');
    if (running) leash.stdin.write(`${word}\n`);
    await server.ended;
  };
  server.stop = () => tell('stop');
  server.kill = () => tell('kill');

  hold('unref');
  return server;
}

async function answers(url) {
  try {
    return await inTime(5_000, url, async (signal) => {
      const response = await fetch(`${url}/healthz`, { signal });
      await response.arrayBuffer();
      return response.status < 500;
    });
  } catch {
    return false;
  }
}

/** The runtime deletes the mails that it catches when it ends: each is copied to where it stays. */
function keepMail(file, stateDir, onLine) {
  const kept = path.join(stateDir, 'mail', path.basename(file));
  try {
    mkdirSync(path.dirname(kept), { recursive: true });
    copyFileSync(file, kept);
    onLine(`mail: ${kept}`);
  } catch (error) {
    onLine(`mail: ${file} could not be kept: ${error.message}`);
  }
}

function logsIn(folder) {
  return { WRANGLER_LOG_PATH: path.join(folder, 'logs') };
}
