// `npm start`: Leadroom on this machine, from nothing: build, database, demo data, server.
//
// PORT      where it listens on localhost (8787)
// STATE_DIR where its data are (.wrangler/state, as with a plain `npx wrangler dev`)
// DEMO=off  leaves an empty database empty
//
// What a machine of Cloudflare's does and a local runtime does not is done here: the clock that runs the scheduled
// handler every minute.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { build } from './build.mjs';
import { isEmpty, migrate, openDatabase } from './d1.mjs';
import { seed } from './demo.mjs';
import { ROOT, Stop, onStop, program, say } from './project.mjs';
import { serve } from './wrangler.mjs';

const MINUTE = 60_000;
const DEV_VARS = path.join(ROOT, '.dev.vars');
/** What is set for work on one's own machine, and nowhere else. */
const LOCAL_VARS = 'SETUP_TOKEN=dev-setup-token\nSERVER_TIMING=on\nALLOW_INSECURE_JWKS=on\n';

/** What wrangler says of itself; shown are the lines of the Worker, and whatever changed or went wrong. */
const CHATTER = new RegExp(
  [
    /\[wrangler:(info|debug)\]/,
    /\[custom build\] (Running|$)/,
    /Your Worker has access|Binding\s+Resource|env\.\w+ \(|Using secrets defined|⎔ Connection status/,
  ]
    .map(({ source }) => `^\\s*(${source})`)
    .join('|'),
);

await program(async () => {
  const port = await freePortFrom(process.env.PORT || '8787');
  const stateDir = path.resolve(process.env.STATE_DIR || path.join(ROOT, '.wrangler', 'state'));
  const demoFile = path.join(stateDir, 'demo.json');

  if (!existsSync(DEV_VARS)) writeFileSync(DEV_VARS, LOCAL_VARS, { mode: 0o600 });
  await build();
  mkdirSync(stateDir, { recursive: true });
  await migrate(stateDir);
  const fill = process.env.DEMO !== 'off' && (await isEmpty(stateDir));

  say('starting …');
  let ready = false;
  const server = serve({ stateDir, port, ip: 'localhost', onLine: (line) => ready && !CHATTER.test(line) && console.log(line) });
  let told = false;
  onStop(async () => {
    told = true;
    await server.stop();
    return 0;
  });
  await server.ready;
  ready = true;

  if (fill) await fillWithDemo({ baseUrl: server.url, stateDir, demoFile });
  tick(server.url);
  const clock = setInterval(() => tick(server.url), MINUTE);
  greet(server.url, demoFile);

  const code = await server.ended;
  clearInterval(clock);
  if (told) return 0;
  throw new Stop(`the server ended by itself (${code}).`);
});

async function freePortFrom(text) {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Stop(`PORT=${text} is no port.`);
  // A server that has just been killed may need a moment to let go of it.
  for (const deadline = Date.now() + 3_000; ; await delay(100)) {
    const code = await refusal(port);
    if (!code) break;
    if (code === 'EADDRINUSE' && Date.now() < deadline) continue;
    const why = code === 'EADDRINUSE' ? `port ${port} is taken` : `port ${port} cannot be used (${code})`;
    throw new Stop(`${why}: stop what uses it, or choose another: PORT=${port + 1} npm start`);
  }
  return port;
}

/** Why nobody can listen there now, or null. */
function refusal(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.on('error', ({ code }) => resolve(code));
    probe.listen(port, 'localhost', () => probe.close(() => resolve(null)));
  });
}

async function fillWithDemo({ baseUrl, stateDir, demoFile }) {
  const setupToken = /^SETUP_TOKEN\s*=\s*["']?(.*?)["']?\s*$/m.exec(readFileSync(DEV_VARS, 'utf8'))?.[1];
  if (!setupToken) return say('no demo data: .dev.vars sets no SETUP_TOKEN.');
  say('filling the empty database with demo data …');
  const d1 = await openDatabase(stateDir);
  try {
    writeFileSync(demoFile, JSON.stringify(await seed({ baseUrl, setupToken, d1 })), { mode: 0o600 });
  } catch (error) {
    say(`the demo data are incomplete: ${error.stack ?? error}`);
    say(`to start afresh stop this and delete ${path.relative(process.cwd(), stateDir) || stateDir}`);
  } finally {
    d1.close();
  }
}

/** What the platform does every minute. Never rejects: a failure is in the log of the Worker already. */
async function tick(url) {
  await fetch(`${url}/cdn-cgi/local/scheduled`, { signal: AbortSignal.timeout(MINUTE) }).then(
    (response) => response.arrayBuffer(),
    () => {},
  );
}

function greet(url, demoFile) {
  say(`ready on ${url}`);
  if (existsSync(demoFile)) {
    const { key } = JSON.parse(readFileSync(demoFile, 'utf8'));
    say(`try:  curl -H 'Authorization: Bearer ${key}' ${url}/v1/me`);
  } else {
    say(`try:  curl ${url}/healthz`);
  }
}
