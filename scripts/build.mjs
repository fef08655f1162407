// Builds the Worker into build/: the crate as wasm, and the JavaScript around it. Does nothing when nothing changed, so
// that `npm start`, the tests and wrangler's own build step can all ask for it.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { optimize } from './optimize.mjs';
import { ROOT, Stop, alone, isProgram, program, run, say } from './project.mjs';
import { buildTools } from './tools.mjs';

/** Whatever the wasm is made from. `include_str!` from elsewhere needs its folder named here. */
const SOURCES = ['src', 'migrations', 'build.rs', 'Cargo.toml', 'Cargo.lock', '.cargo/config.toml', 'scripts/optimize.mjs'];
const OUTPUT = path.join(ROOT, 'build');
const WASM = path.join(OUTPUT, 'index_bg.wasm');
const STAMP = path.join(OUTPUT, '.sources');

/** What worker-build says beside what cargo does. */
const CHATTER = /^\s*$|^\[INFO\]|^\s+index\.js |^⚡ Done/;

/**
 * The largest wasm that may be deployed, gzipped, in bytes. It was 400,000 before notifications, mail, webhooks, rules, jobs, tokens of
 * identity providers and idempotency came; it is to come down to that again, and must not grow beyond this.
 */
export const LIMIT = 470_000;

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
      await run(workerBuild, ['--release', '--no-opt'], { env, hide: CHATTER, name: 'worker-build --release' });
      await optimize(WASM, { wasmOpt, names: Boolean(process.env.KEEP_NAMES) });
      // Taken before the build: what is saved meanwhile belongs to the next one.
      writeFileSync(STAMP, sources);
      say(`built the Worker in ${((Date.now() - started) / 1000).toFixed(1)} s`);
    },
    { what: 'another build' },
  );
  return true;
}

/** The size of the wasm in bytes. Throws when it is larger than allowed. */
export function checkSize() {
  const wasm = readFileSync(WASM);
  const raw = wasm.length;
  const gzipped = gzipSync(wasm, { level: 9 }).length;
  const line = `wasm: ${kilobytes(raw)} kB, ${kilobytes(gzipped)} kB gzipped (at most ${kilobytes(LIMIT)})`;
  if (gzipped > LIMIT) throw new Stop(`${line}: too large`);
  say(line);
  return { raw, gzipped };
}

const kilobytes = (bytes) => (bytes / 1000).toFixed(1).replace(/\.0$/, '');

function isCurrent(sources = fingerprint()) {
  return existsSync(WASM) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sources;
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
