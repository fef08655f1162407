// `npm test`: everything that must hold before a change goes in.
//
//   npm test                                everything
//   npm test -- --only=lint                 one part of it, or several: lint,rust,client,build,scripts,runtime
//   npm test -- --only=runtime capture      of tests/runtime/ the files whose names contain "capture"
//
// A part that fails does not keep the others from running, except what needs the build.

import { existsSync, readdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { SIDES, build, checkSize } from './build.mjs';
import { checkClient, checkTypes } from './generate.mjs';
import { ROOT, Stop, environment, program, run, say } from './project.mjs';
import { checkTools } from './tools.mjs';
import { wrangler } from './wrangler.mjs';

/** In CI the lock file must be right already. */
const LOCKED = process.env.CI ? ['--locked'] : [];
const DENY = ['--', '-D', 'warnings'];
const WASM = ['--target', 'wasm32-unknown-unknown', '--lib', '--no-default-features', '--features'];
const RUNTIME = path.join('tests', 'runtime');
/** The longest that one file of tests may take, in milliseconds. `SIEGE=1` makes all of the generated attacks (`tests/runtime/generated.test.mjs`). */
const PATIENCE = process.env.SIEGE ? 3_600_000 : 600_000;
/** Every file starts servers of its own. */
const AT_ONCE = Math.max(1, Math.min(4, os.availableParallelism() - 1));

const STEPS = [
  ['lint', 'cargo fmt', () => run('cargo', ['fmt', '--all', '--check'])],
  ['lint', 'cargo clippy, native', () => run('cargo', ['clippy', ...LOCKED, '--workspace', '--all-targets', ...DENY])],
  ...SIDES.map((side) => ['lint', `cargo clippy, wasm32, ${side}`, () => run('cargo', ['clippy', ...LOCKED, ...WASM, side, ...DENY])]),
  ['rust', 'cargo test', () => run('cargo', ['test', ...LOCKED, '--workspace', '--no-fail-fast'])],
  ['client', 'types of the client', checkTypes],
  ['client', 'tsc', checkClient],
  ['build', 'build', () => build()],
  ['build', 'size of the wasm', () => checkSize()],
  ['build', 'wrangler deploy --dry-run', () => wrangler(['deploy', '--dry-run', '--outdir', path.join('.wrangler', 'dry-run')])],
  ['scripts', 'scripts', () => nodeTests(['scripts/scripts.test.mjs'])],
  ['runtime', 'tests/runtime', runtimeTests],
];
const PARTS = [...new Set(STEPS.map(([part]) => part))];

let chosen = PARTS;
const wanted = [];

await program(async () => {
  for (const argument of process.argv.slice(2)) {
    const only = /^--only=(.+)$/.exec(argument)?.[1];
    if (only) chosen = only.split(',');
    else if (argument.startsWith('-')) throw new Stop(`unknown option ${argument}`);
    else wanted.push(argument);
  }
  const unknown = chosen.find((part) => !PARTS.includes(part));
  if (unknown) throw new Stop(`--only=${unknown}: the parts are ${PARTS.join(', ')}`);

  if (chosen.includes('lint') || chosen.includes('rust')) await checkTools();
  const results = [];
  let isBuilt = true;
  for (const [part, name, work] of STEPS) {
    if (!chosen.includes(part)) continue;
    say(`── ${name}`);
    const started = Date.now();
    let verdict = 'ok';
    try {
      if (['build', 'scripts', 'runtime'].includes(part) && !isBuilt) throw new Stop('not run: there is no build.');
      await work();
    } catch (error) {
      verdict = 'FAILED';
      if (name === 'build') isBuilt = false;
      process.stderr.write(`${error instanceof Stop ? error.message : error.stack}\n`);
    }
    results.push([verdict, name, `${((Date.now() - started) / 1000).toFixed(1)} s`]);
    say(`── ${results.at(-1).join(' · ')}`);
  }
  say('');
  for (const result of results) say(result.join(' · '));
  return results.every(([verdict]) => verdict === 'ok') ? 0 : 1;
});

async function runtimeTests() {
  const folder = path.join(ROOT, RUNTIME);
  const files = (existsSync(folder) ? readdirSync(folder) : [])
    .filter((name) => name.endsWith('.test.mjs') && (wanted.length === 0 || wanted.some((word) => name.includes(word))))
    .sort()
    .map((name) => path.join(RUNTIME, name));
  if (files.length === 0) throw new Stop(`no file in ${RUNTIME} to run.`);
  say(`${files.length} files`);
  const { forgetCoverage, uncovered } = await import('../tests/runtime/contract.mjs');
  forgetCoverage();
  await nodeTests(files, { CONTRACT: 'on' });
  const missing = wanted.length === 0 ? uncovered() : [];
  if (missing.length > 0) say(`no test in ${RUNTIME} has these answered well:\n${missing.join('\n')}`);
}

async function nodeTests(files, more = {}) {
  await build(); // With --only=runtime nothing else has.
  const options = ['--test-reporter=spec', `--test-timeout=${PATIENCE}`, `--test-concurrency=${AT_ONCE}`];
  await run(process.execPath, ['--test', ...options, ...files], { name: 'node --test', env: environment(more) });
}
