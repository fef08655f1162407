// The demo data of `npm start`: one organisation to look at, made by `bench/` (`cargo run -p leadroom-bench --bin demo`).
//
// Unoptimised: the program runs for a second, and optimising it would take minutes.

import { databaseFile } from './d1.mjs';
import { run, tail } from './project.mjs';

/**
 * Fills the local database in `stateDir`: migrated, empty, and served by nobody meanwhile. All of it or nothing.
 * Answers `{ key, people: [{ name, email, role, key }], form }`, the organisation's owner first: keys to try it with, and where
 * its website's form delivers.
 */
export async function seed(stateDir) {
  const args = ['run', '--quiet', '--package', 'leadroom-bench', '--bin', 'demo', '--', databaseFile(stateDir)];
  const { output } = await run('cargo', args, { capture: true, name: 'cargo run --package leadroom-bench --bin demo' });
  return JSON.parse(tail(output, 1));
}
