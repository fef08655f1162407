// The databases to measure with: made once for each size, kept in a cache, and used as copies.

import { createHash } from 'node:crypto';
import { constants, cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { databaseFile, migrate, migrationsFingerprint } from '../scripts/d1.mjs';
import { ROOT, alone, environment, run, tail } from '../scripts/project.mjs';

const FOLDER = path.resolve(
  process.env.BENCH_DIR || path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'leadroom', 'bench'),
);
const GENERATOR = ['database.rs', 'generate', 'local.rs', 'random.rs'].map((name) => path.join(ROOT, 'bench', 'src', name));

/** The Worker's profile makes small programs; this one is to be fast, and soon compiled. */
const PROFILE = { CARGO_PROFILE_RELEASE_OPT_LEVEL: '2', CARGO_PROFILE_RELEASE_LTO: 'off', CARGO_PROFILE_RELEASE_CODEGEN_UNITS: '16' };

/**
 * An organisation with so many leads in a state folder of one's own. `tell` hears what takes long.
 *
 * Answers `{ stateDir, world, bytes, discard() }`: `world` is what the generator printed (keys, ids and words), and
 * `discard` deletes the folder, which otherwise goes when this process ends.
 */
export async function organization(leads, tell = () => {}) {
  const kept = await cached(leads, tell);
  const stateDir = `${kept}.${process.pid}`;
  const discard = () => rmSync(stateDir, { recursive: true, force: true });
  process.on('exit', discard);
  cpSync(kept, stateDir, { recursive: true, mode: constants.COPYFILE_FICLONE });
  return {
    stateDir,
    ...JSON.parse(readFileSync(path.join(stateDir, 'world.json'), 'utf8')),
    discard: () => {
      process.off('exit', discard);
      discard();
    },
  };
}

async function cached(leads, tell) {
  const folder = path.join(FOLDER, `${leads}-${fingerprint()}`);
  if (existsSync(folder)) return folder;
  mkdirSync(FOLDER, { recursive: true });
  await alone(`${folder}.lock`, async () => {
    if (existsSync(folder)) return;
    for (const name of readdirSync(FOLDER)) {
      // What an older generator made, and what a run that was killed left behind.
      if (name.startsWith(`${leads}-`) && !name.endsWith('.lock')) rmSync(path.join(FOLDER, name), { recursive: true, force: true });
    }
    tell(`generating ${leads.toLocaleString('en')} leads …`);
    const draft = `${folder}.draft`;
    await migrate(draft);
    const cargo = (command, ...args) => {
      const options = ['--release', '--quiet', '--package', 'leadroom-bench', '--bin', 'generate', ...args];
      return run('cargo', [command, ...options], { env: environment(PROFILE), capture: true, name: `cargo ${command} --bin generate` });
    };
    await cargo('build');
    const started = Date.now();
    const { output } = await cargo('run', '--', databaseFile(draft), '--leads', String(leads));
    const world = JSON.parse(tail(output, 1));
    writeFileSync(path.join(draft, 'world.json'), JSON.stringify({ world, seconds: (Date.now() - started) / 1000 }), { mode: 0o600 });
    renameSync(draft, folder);
    tell(`generated them in ${Math.round((Date.now() - started) / 1000)} s`);
  });
  return folder;
}

function fingerprint() {
  const hash = createHash('sha256').update(migrationsFingerprint());
  for (const source of GENERATOR) {
    const files = source.endsWith('.rs') ? [source] : readdirSync(source).sort().map((name) => path.join(source, name));
    for (const file of files) hash.update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 12);
}
