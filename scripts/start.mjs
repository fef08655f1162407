// `npm start`: Leadroom on this machine, from nothing: build, database, demo data, server.
//
// PORT      where it listens on localhost (8787)
// STATE_DIR where its data are (.wrangler/state, as with a plain `npx wrangler dev`)
// DEMO=off  leaves an empty database empty
//
// What a machine of Cloudflare's does and a local runtime does not is done here: the clock that runs the scheduled
// handler every minute.

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { build } from './build.mjs';
import { isEmpty, migrate } from './d1.mjs';
import { seed } from './demo.mjs';
import { ROOT, Stop, onStop, program, say } from './project.mjs';
import { serve } from './wrangler.mjs';

const MINUTE = 60_000;
const DEV_VARS = path.join(ROOT, '.dev.vars');
/** What is set for work on one's own machine, and nowhere else. */
const LOCAL_VARS = 'SETUP_TOKEN=dev-setup-token\nSERVER_TIMING=on\nALLOW_INSECURE_JWKS=on\nALLOW_INSECURE_WEBHOOKS=on\n';

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
  if (process.env.DEMO !== 'off' && (await isEmpty(stateDir))) await fillWithDemo(stateDir, demoFile);

  say('starting …');
  let ready = false;
  const server = serve({ stateDir, port, ip: 'localhost', vars: { PUBLIC_URL: `http://localhost:${port}` }, onLine: (line) => ready && !CHATTER.test(line) && console.log(line) });
  let told = false;
  onStop(async () => {
    told = true;
    await server.stop();
    return 0;
  });
  await server.ready;
  ready = true;

  tick(server.url);
  const clock = setInterval(() => tick(server.url), MINUTE);
  greet(server.url, demoFile, stateDir);

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

/** What cannot be filled stays empty, and serves all the same. */
async function fillWithDemo(stateDir, demoFile) {
  say('filling the empty database with demo data …');
  const started = Date.now();
  try {
    const made = await seed(stateDir);
    writeFileSync(demoFile, JSON.stringify(made), { mode: 0o600 });
    say(`filled it in ${((Date.now() - started) / 1000).toFixed(1)} s; the keys of ${made.people.length} people are in ${demoFile}`);
  } catch (error) {
    rmSync(demoFile, { force: true });
    say(`no demo data: ${error instanceof Stop ? error.message : error.stack}`);
  }
}

/** What the platform does every minute. Never rejects: a failure is in the log of the Worker already. */
async function tick(url) {
  await fetch(`${url}/cdn-cgi/local/scheduled`, { signal: AbortSignal.timeout(MINUTE) }).then(
    (response) => response.arrayBuffer(),
    () => {},
  );
}

function greet(url, demoFile, stateDir) {
  say(`ready on ${url}`);
  say(`mails are kept in ${path.join(stateDir, 'mail')}`);
  if (existsSync(demoFile)) {
    const { key, form } = JSON.parse(readFileSync(demoFile, 'utf8'));
    say(`try:  curl -H 'Authorization: Bearer ${key}' ${url}/v1/me`);
    if (form) say(`      node examples/form/serve.mjs ${url}${form}   (a web form that makes leads here)`);
  } else {
    say(`try:  curl ${url}/healthz`);
  }
}
