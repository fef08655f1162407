// The local D1 database as the file that it is: read without the two seconds that asking wrangler takes.
//
// Never changes the schema: migrations are applied by wrangler, here as in production.

import { createHash, createHmac } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT, Stop, say } from './project.mjs';
import { wrangler } from './wrangler.mjs';

export const BINDING = 'DB';
const MIGRATIONS = path.join(ROOT, 'migrations');

/** The database's file in a state folder, or null when there is none yet. */
export function databaseFile(stateDir) {
  const folder = path.join(stateDir, 'v3', 'd1', 'miniflare-D1DatabaseObject');
  const file = path.join(folder, `${objectId('miniflare-D1DatabaseObject', localDatabaseId())}.sqlite`);
  return existsSync(file) ? file : null;
}

/** Opens the local database, beside a running Worker too. Close it. */
export async function openDatabase(stateDir, { readOnly = false } = {}) {
  const file = databaseFile(stateDir);
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

/** Brings the local database up to date. Says so when a migration was changed after it had been applied. */
export async function migrate(stateDir) {
  const record = path.join(stateDir, 'migrations.json');
  const applied = existsSync(record) ? JSON.parse(readFileSync(record, 'utf8')) : {};
  const present = Object.fromEntries(migrations().map((name) => [name, digest(readFileSync(path.join(MIGRATIONS, name)))]));
  for (const name of Object.keys(applied)) {
    if (applied[name] === present[name]) continue;
    say(`${name} is not what was applied to the database in ${stateDir}: delete that folder to start afresh.`);
  }
  if (await isMigrated(stateDir)) return;
  say('applying the migrations to the local database …');
  await wrangler(['d1', 'migrations', 'apply', BINDING, '--local', '--persist-to', stateDir]);
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

async function isMigrated(stateDir) {
  if (!databaseFile(stateDir)) return false;
  const database = await openDatabase(stateDir, { readOnly: true });
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
function localDatabaseId() {
  const table = /^\[\[d1_databases\]\]$([^[]*)/m.exec(readFileSync(path.join(ROOT, 'wrangler.toml'), 'utf8'))?.[1] ?? '';
  const value = (key) => new RegExp(`^${key}\\s*=\\s*"([^"]*)"`, 'm').exec(table)?.[1];
  return value('preview_database_id') || value('database_id') || value('binding') || BINDING;
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
