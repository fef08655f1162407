// Builds the Worker into build/: the crate as wasm, once for each of the Worker's two sides, and the JavaScript around it.
// Does nothing when nothing changed, so that `npm start`, the tests and wrangler's own build step can all ask for it.

import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { optimize } from './optimize.mjs';
import { ROOT, Stop, alone, isProgram, program, run, say } from './project.mjs';
import { buildTools } from './tools.mjs';

/** Whatever the wasm is made from. `include_str!` from elsewhere needs its folder named here. */
const SOURCES = ['src', 'migrations', 'build.rs', 'Cargo.toml', 'Cargo.lock', '.cargo/config.toml', 'scripts/optimize.mjs'];
const OUTPUT = path.join(ROOT, 'build');
/** The features of the crate that are built: `src/worker.js` puts them together. */
export const SIDES = ['front', 'back'];
/** What wrangler serves and deploys. */
export const ENTRY = path.join(OUTPUT, 'index.js');
const STAMP = path.join(OUTPUT, '.sources');

/** What worker-build says beside what cargo does, and what cargo does for the first side as well. */
const CHATTER = /^\s*$|^\[INFO\]|^\s+index\.js |^⚡ Done|^\s+Blocking/;
const TWICE = new RegExp(`${CHATTER.source}|^\\s+(Compiling|Finished)`);

/** The largest wasm that may be deployed, gzipped, in bytes: what an isolate loads before it does anything. */
const LIMIT = 400_000;

/**
 * Makes build/ what the sources say. Answers whether there was anything to do.
 *
 * The names of the functions are left out; `KEEP_NAMES=1 npm start` has them in, for traces and profiles.
 */
export async function build() {
  if (isCurrent()) return false;
  await alone(
    path.join(ROOT, '.wrangler', 'build.lock'),
    async () => {
      const sources = fingerprint();
      if (isCurrent(sources)) return;
      const { workerBuild, wasmOpt, env } = await buildTools();
      const started = Date.now();
      say('building the Worker …');
      const sides = await Promise.allSettled(SIDES.map((side) => buildSide(side, { workerBuild, wasmOpt, env })));
      for (const { reason } of sides) if (reason) throw reason;
      copyFileSync(path.join(ROOT, 'src', 'worker.js'), ENTRY);
      // Taken before the build: what is saved meanwhile belongs to the next one.
      writeFileSync(STAMP, sources);
      say(`built the Worker in ${((Date.now() - started) / 1000).toFixed(1)} s`);
    },
    { what: 'another build' },
  );
  return true;
}

/** Both at once, each in a folder of cargo's own: one unit of code keeps one core busy. */
async function buildSide(side, { workerBuild, wasmOpt, env }) {
  const target = path.join('target', side);
  const args = ['--release', '--no-opt', '--out-dir', path.join('build', side), '.', '--no-default-features', '--features', side, '--target-dir', target];
  await run(workerBuild, args, { env, hide: side === SIDES[0] ? CHATTER : TWICE, name: `worker-build --features ${side}` });
  await optimize(wasmOf(side), { wasmOpt, names: Boolean(process.env.KEEP_NAMES) });
}

function wasmOf(side) {
  return path.join(OUTPUT, side, 'index_bg.wasm');
}

/** Says how large each wasm is. Throws when one is larger than allowed. */
export function checkSize() {
  const sizes = SIDES.map((side) => {
    const wasm = readFileSync(wasmOf(side));
    return { side, raw: wasm.length, gzipped: gzipSync(wasm, { level: 9 }).length };
  });
  const lines = sizes.map(({ side, raw, gzipped }) => `${side} ${kilobytes(raw)} kB, ${kilobytes(gzipped)} kB gzipped`);
  const line = `wasm: ${lines.join('; ')} (each at most ${kilobytes(LIMIT)})`;
  if (sizes.some(({ gzipped }) => gzipped > LIMIT)) throw new Stop(`${line}: too large`);
  say(line);
}

const kilobytes = (bytes) => (bytes / 1000).toFixed(1).replace(/\.0$/, '');

function isCurrent(sources = fingerprint()) {
  return existsSync(ENTRY) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sources;
}

function fingerprint() {
  const hash = createHash('sha256').update(process.env.KEEP_NAMES ? 'names' : '');
  for (const source of SOURCES) {
    for (const file of filesIn(source)) hash.update(`${file}\0`).update(readFileSync(path.join(ROOT, file))).update('\0');
  }
  return hash.digest('hex');
}

function filesIn(relative) {
  const entry = statSync(path.join(ROOT, relative), { throwIfNoEntry: false });
  if (!entry) return [];
  if (entry.isFile()) return [relative];
  return readdirSync(path.join(ROOT, relative))
    .sort()
    .flatMap((name) => filesIn(`${relative}/${name}`));
}

if (isProgram(import.meta.url)) {
  await program(async () => {
    if (!(await build())) say('the build is up to date');
    // What is too large to deploy can still be worked on.
    if (process.env.WRANGLER_COMMAND !== 'dev') checkSize();
  });
}
