// The front door of `npm start`, `npm run build`, `npm test`, `npm run deploy`, `npm run generate` and `npm run bench`: installs the npm
// packages where they are missing or older than the lock file, then hands over to the script under the project's own
// Node 22.
//
// Runs on Node 20 with nothing installed: no imports but Node's own and `project.mjs`.

import { spawn } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { NODE, ROOT, Stop, alone, environment, modifiedAt, onStop, program, run, say } from './project.mjs';

const SCRIPTS = {
  start: 'scripts/start.mjs',
  build: 'scripts/build.mjs',
  test: 'scripts/test.mjs',
  deploy: 'scripts/deploy.mjs',
  generate: 'scripts/generate.mjs',
  bench: 'bench/bench.mjs',
};

const isStale = () =>
  modifiedAt(path.join(ROOT, 'node_modules', '.package-lock.json')) < modifiedAt(path.join(ROOT, 'package-lock.json'));

async function installPackages() {
  if (!isStale()) return;
  await alone(
    path.join(ROOT, '.wrangler', 'npm-ci.lock'),
    async () => {
      if (!isStale()) return;
      say('installing the npm packages …');
      const started = Date.now();
      const npm = process.env.npm_execpath;
      const [command, args] = npm?.endsWith('npm-cli.js') ? [process.execPath, [npm, 'ci']] : ['npm', ['ci']];
      // The packages bring the Node that npm's scripts would otherwise find first in PATH while it is being replaced.
      await run(command, [...args, '--no-audit', '--no-fund'], { env: process.env, capture: true });
      say(`installed the npm packages in ${Math.round((Date.now() - started) / 1000)} s`);
    },
    { patience: 10 * 60_000, what: 'another `npm ci`' },
  );
}

async function handOver(script, args) {
  if (Number(process.versions.node.split('.')[0]) >= 22) {
    process.argv = [process.argv[0], script, ...args];
    process.env.PATH = environment().PATH;
    await import(pathToFileURL(script).href);
    return undefined;
  }
  const child = spawn(NODE, [script, ...args], { cwd: process.cwd(), env: environment(), stdio: 'inherit' });
  const ended = new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
  onStop((signal) => {
    child.kill(signal);
    return ended;
  });
  return await ended;
}

await program(async () => {
  const [command, ...args] = process.argv.slice(2);
  if (!Object.hasOwn(SCRIPTS, command ?? '')) throw new Stop(`usage: node scripts/run.mjs ${Object.keys(SCRIPTS).join('|')}`);
  await installPackages();
  return await handOver(path.join(ROOT, SCRIPTS[command]), args);
});
