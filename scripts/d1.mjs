// The local D1 database as the file that it is: read without the two seconds that asking wrangler takes.
//
// Never changes the schema: migrations are applied by wrangler, here as in production.

import { createHash, createHmac } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT, Stop, say } from './project.mjs';
import { wrangler } from './wrangler.mjs';

/** The first shard's database, and the only one where there is one. */
const BINDING = 'DB';
const MIGRATIONS = path.join(ROOT, 'migrations');

/** The databases in wrangler.toml, one per shard: what their tables say. */
export function databases() {
  const settings = readFileSync(path.join(ROOT, 'wrangler.toml'), 'utf8');
  return [...settings.matchAll(/^\[\[d1_databases\]\]$([^[]*)/gm)].map(([, table]) =>
    Object.fromEntries([...table.matchAll(/^(\w+)\s*=\s*"([^"]*)"/gm)].map(([, key, value]) => [key, value])),
  );
}

/** Where the file of a binding's database is, or will be. */
export function databasePath(stateDir, binding = BINDING) {
  const folder = path.join(stateDir, 'v3', 'd1', 'miniflare-D1DatabaseObject');
  return path.join(folder, `${objectId('miniflare-D1DatabaseObject', localDatabaseId(binding))}.sqlite`);
}

/** The database's file in a state folder, or null when there is none yet. */
export function databaseFile(stateDir, binding) {
  const file = databasePath(stateDir, binding);
  return existsSync(file) ? file : null;
}

/** Opens the local database, beside a running Worker too. Close it. */
export async function openDatabase(stateDir, { readOnly = false, binding } = {}) {
  const file = databaseFile(stateDir, binding);
  if (!file) throw new Stop(`there is no local database in ${stateDir}.`);
  const { DatabaseSync } = await sqlite();
  const database = new DatabaseSync(file, { readOnly });
  database.exec('PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = ON');
  return database;
}

/** The names of the migrations, in the order in which they run. */
export function migrations() {
  if (!existsSync(MIGRATIONS)) return [];
  return readdirSync(MIGRATIONS)
    .filter((name) => name.endsWith('.sql'))
    .sort();
}

/** A value that changes whenever a migration does. */
export function migrationsFingerprint() {
  const contents = migrations().map((name) => [name, digest(readFileSync(path.join(MIGRATIONS, name)))]);
  return digest(JSON.stringify([localDatabaseId(), contents]));
}

function digest(data) {
  return createHash('sha256').update(data).digest('hex').slice(0, 16);
}

/** Brings the local databases up to date. Says so when a migration was changed after it had been applied. */
export async function migrate(stateDir) {
  const record = path.join(stateDir, 'migrations.json');
  const applied = existsSync(record) ? JSON.parse(readFileSync(record, 'utf8')) : {};
  const present = Object.fromEntries(migrations().map((name) => [name, digest(readFileSync(path.join(MIGRATIONS, name)))]));
  for (const name of Object.keys(applied)) {
    if (applied[name] === present[name]) continue;
    say(`${name} is not what was applied to the database in ${stateDir}: delete that folder to start afresh.`);
  }
  for (const { binding } of databases()) {
    if (await isMigrated(stateDir, binding)) continue;
    say(`applying the migrations to the local database ${binding} …`);
    await wrangler(['d1', 'migrations', 'apply', binding, '--local', '--persist-to', stateDir]);
  }
  writeFileSync(record, JSON.stringify({ ...present, ...applied }));
}

/** Whether nobody has set up an organisation yet. */
export async function isEmpty(stateDir) {
  const database = await openDatabase(stateDir, { readOnly: true });
  try {
    return database.prepare('SELECT 1 FROM organization LIMIT 1').get() === undefined;
  } finally {
    database.close();
  }
}

async function isMigrated(stateDir, binding) {
  if (!databaseFile(stateDir, binding)) return false;
  const database = await openDatabase(stateDir, { readOnly: true, binding });
  try {
    const done = new Set(database.prepare('SELECT name FROM d1_migrations').all().map(({ name }) => name));
    return migrations().every((name) => done.has(name));
  } catch {
    return false; // No such table: nothing was ever applied.
  } finally {
    database.close();
  }
}

/** The id under which the local runtime keeps the database, from wrangler.toml: whichever of the three there is. */
function localDatabaseId(binding = BINDING) {
  const table = databases().find((database) => database.binding === binding) ?? {};
  return table.preview_database_id || table.database_id || binding;
}

/** The id of a named Durable Object, which the local runtime's D1 is: workerd's `idFromName`. */
function objectId(uniqueKey, name) {
  const key = createHash('sha256').update(uniqueKey).digest();
  const short = (data) => createHmac('sha256', key).update(data).digest().subarray(0, 16);
  const head = short(name);
  return Buffer.concat([head, short(head)]).toString('hex');
}

async function sqlite() {
  // Node 22 warns that its own SQLite is experimental; the one warning is dropped, and nothing else.
  const emitWarning = process.emitWarning;
  process.emitWarning = (warning, ...rest) =>
    String(warning).includes('SQLite') ? undefined : emitWarning.call(process, warning, ...rest);
  try {
    return await import('node:sqlite');
  } finally {
    process.emitWarning = emitWarning;
  }
}
