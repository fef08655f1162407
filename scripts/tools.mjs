// The tools that turn the crate into a Worker, and how the missing ones are installed.
//
// No version is written here: `worker-build` is released together with the `worker` crate and `wasm-bindgen` must equal
// the library, so both follow Cargo.lock; `wasm-opt` (binaryen) and `esbuild` follow package-lock.json.

import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ROOT, Stop, alone, answer, environment, run, say } from './project.mjs';

const TARGET = 'wasm32-unknown-unknown';
const FOLDER = path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'leadroom', 'tools');
const EXE = process.platform === 'win32' ? '.exe' : '';

/** Made by `cargo install`. `variable`: where a program of one's own may be named instead. */
const BUILT = [
  { crate: 'worker-build', program: 'worker-build', follows: 'worker', variable: 'WORKER_BUILD_BIN' },
  { crate: 'wasm-bindgen-cli', program: 'wasm-bindgen', follows: 'wasm-bindgen', variable: 'WASM_BINDGEN_BIN' },
];
/** Shipped by npm packages. */
const SHIPPED = [
  { program: 'wasm-opt', variable: 'WASM_OPT_BIN' },
  { program: 'esbuild', variable: 'ESBUILD_BIN' },
];

/** Installs what is missing. Answers the programs to build with and the environment to run them in. */
export async function buildTools() {
  await needRust();
  const env = {};
  for (const tool of BUILT) env[tool.variable] = await built(tool);
  for (const { program, variable } of SHIPPED) {
    env[variable] = process.env[variable] ?? path.join(ROOT, 'node_modules', '.bin', program);
  }
  return { workerBuild: env.WORKER_BUILD_BIN, wasmOpt: env.WASM_OPT_BIN, env: environment(env) };
}

/** Installs the Rust components that checking needs and that rustup's minimal profile leaves out. */
export async function checkTools() {
  await needRust();
  for (const [component, args] of [['rustfmt', ['fmt', '--version']], ['clippy', ['clippy', '--version']]]) {
    if ((await answer('cargo', args)) === null) await addWithRustup('component', component);
  }
}

async function needRust() {
  const libraries = () => answer('rustc', ['--print', 'target-libdir', '--target', TARGET]);
  let folder = await libraries();
  if (folder === null && process.env.WORKERS_CI) {
    // Cloudflare's own build machine, behind the Deploy button, has no Rust.
    say('installing Rust …');
    const script = "curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs | sh -s -- -y --profile minimal";
    await run('sh', ['-c', script], { capture: true });
    folder = await libraries();
  }
  if (folder === null) throw new Stop('Rust is not installed: see https://rustup.rs');
  if (!existsSync(folder)) await addWithRustup('target', TARGET);
}

async function addWithRustup(kind, name) {
  say(`adding the Rust ${kind} ${name} …`);
  try {
    await run('rustup', [kind, 'add', name], { capture: true });
  } catch (error) {
    throw new Stop(`the Rust ${kind} ${name} is missing and rustup did not add it: ${error.message}`);
  }
}

async function built({ crate, program, follows, variable }) {
  const version = lockedVersion(follows);
  const own = process.env[variable];
  if (own) {
    const found = await versionOf(own);
    if (found !== version) throw new Stop(`${variable}=${own} is version ${found ?? 'unknown'}; Cargo.lock needs ${version}.`);
    return own;
  }
  const file = path.join(FOLDER, 'bin', program + EXE);
  if ((await versionOf(file)) === version) return file;
  await alone(
    path.join(FOLDER, 'install.lock'),
    async () => {
      if ((await versionOf(file)) === version) return;
      await install(crate, program, version, file);
    },
    { what: `another process to install the build tools in ${FOLDER}` },
  );
  return file;
}

async function versionOf(file) {
  return /\d+\.\d+\.\d+\S*/.exec((await answer(file, ['--version'])) ?? '')?.[0] ?? null;
}

/** Unoptimised: three times faster to compile, and as fast as anyone notices when run. */
async function install(crate, program, version, file) {
  say(`installing ${crate} ${version} (once; some minutes) …`);
  const started = Date.now();
  mkdirSync(path.dirname(file), { recursive: true });
  const root = mkdtempSync(path.join(FOLDER, 'install-'));
  // One folder for all tools, so that what they share is compiled once; it goes when the last one is in.
  const target = path.join(FOLDER, 'target');
  const args = ['install', '--debug', crate, '--version', version, '--bin', program, '--root', root, '--target-dir', target];
  try {
    await run('cargo', args, { cwd: FOLDER, env: environment({ CARGO_PROFILE_DEV_DEBUG: 'false' }), capture: true });
    renameSync(path.join(root, 'bin', program + EXE), file);
  } finally {
    rmSync(root, { recursive: true, force: true });
    if (crate === BUILT.at(-1).crate) rmSync(target, { recursive: true, force: true });
  }
  say(`installed ${crate} ${version} in ${Math.round((Date.now() - started) / 1000)} s`);
}

function lockedVersion(name) {
  const lock = readFileSync(path.join(ROOT, 'Cargo.lock'), 'utf8');
  const found = new RegExp(`^name = "${name}"\\nversion = "([^"]+)"`, 'm').exec(lock);
  if (!found) throw new Stop(`Cargo.lock does not name the crate ${name}.`);
  return found[1];
}
