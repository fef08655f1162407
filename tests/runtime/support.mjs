// What the tests of the running Worker share: people who call it, and what holds of every answer.
//
// Every answer that passes through here is held against the conventions of the API and against its document
// (`contract.mjs`), whatever the test is about: a request id, a problem document for every refusal, an entity tag for every
// version, nothing internal.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { inTime } from '../../scripts/project.mjs';
import { startWorker } from '../../scripts/worker.mjs';
import { checkContract } from './contract.mjs';

const ROOT = path.join(import.meta.dirname, '..', '..');
const SETUP_TOKEN = 'dev-setup-token';
/** The longest that one answer may take on a loaded machine, in milliseconds. */
const PATIENCE = 60_000;

/** An id of the right form that nothing has. */
export const UNKNOWN = '0193b0c0-0000-7000-8000-000000000001';
/** The three kinds of records, by their paths. */
export const KINDS = ['leads', 'contacts', 'deals'];
/** What a collaborator may do. */
export const COLLABORATE = ['read', 'update', 'note', 'task', 'communicate'];
/** What an owner may do. */
export const EVERYTHING = ['read', 'update', 'delete', 'share', 'assign', 'note', 'task', 'communicate'];
/** Every order of a list of records. */
export const SORTS = ['-updated_at', 'updated_at', '-created_at', 'created_at', 'name', '-name', '-amount', 'amount'];

/** Starts the Worker for the tests of one file; `stop` it in `after`. */
export async function startApp(options) {
  return new App(await startWorker(options));
}

class App {
  constructor(worker) {
    this.worker = worker;
    this.names = 0;
  }

  get url() {
    return this.worker.url;
  }

  /** `SHOW_CAUSES=1`: prints why the Worker failed where it did. */
  async stop() {
    if (process.env.SHOW_CAUSES) for (const line of this.worker.logs()) if (/"cause":"/.test(line)) console.log(line.slice(0, 2000));
    await this.worker.stop();
  }

  /**
   * Sends a request. `body`: sent as JSON; `raw`: sent as it is, with `type` as its content type; `key`: a Bearer token;
   * `loose`: the answer may break the conventions; `page`: it is a page for people, as the document says.
   */
  async send(method, target, { key, body, raw, type, headers = {}, signal, duplex, loose = false, page = false } = {}) {
    const sent = { ...headers };
    if (key !== undefined) sent.authorization = `Bearer ${key}`;
    if (body !== undefined) sent['content-type'] = 'application/json';
    if (type !== undefined) sent['content-type'] = type;
    const what = `${method} ${target.slice(0, 200)}`;
    const [response, text] = await inTime(PATIENCE, what, async (late) => {
      const response = await fetch(this.url + target, {
        method,
        headers: sent,
        body: body === undefined ? raw : JSON.stringify(body),
        redirect: 'manual',
        signal: signal ?? late,
        ...(duplex && { duplex }),
      });
      return [response, await response.text()];
    });
    const answer = new Answer(what, response, text);
    if (!loose) {
      if (!page) answer.checkConventions(method);
      if (process.env.CONTRACT === 'on') checkContract({ ...answer, method, target, sent: body && JSON.stringify(body) });
    }
    return answer;
  }

  /** A new organisation; answers its owner. */
  async organization(name = `Organisation ${(this.names += 1)}`) {
    const body = { organization: { name }, owner: { name: `${name} Owner`, email: `owner${(this.names += 1)}@example.com` } };
    const answer = (await this.send('POST', '/v1/setup', { key: SETUP_TOKEN, body })).expect(201);
    const { user, api_key: key, organization } = answer.body;
    return new Person(this, { ...user, key: key.secret, keyId: key.id, org: organization.id });
  }

  /** A new person with a key, made by `by`. */
  async person(by, name, role = 'agent', more = {}) {
    const email = `${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '.')}.${(this.names += 1)}@example.com`;
    const user = (await by.post('/v1/users', { name, email, role, ...more })).expect(201).body;
    const key = (await by.post(`/v1/users/${user.id}/api_keys`, { name: 'tests' })).expect(201).body;
    return new Person(this, { ...user, key: key.secret, keyId: key.id, org: by.org });
  }

  /** A new team with these members, made by `by`. */
  async team(by, name, members = []) {
    const team = (await by.post('/v1/teams', { name })).expect(201).body;
    for (const member of members) (await by.put(`/v1/teams/${team.id}/members/${member.id}`)).expect(204);
    return team;
  }

  /** Reads the local database itself. */
  async sql(text, ...params) {
    return await this.withDatabase((database) => database.prepare(text).all(...params).map((row) => ({ ...row })));
  }

  /** Works on the local database from outside of the Worker, as a bulk job does. */
  async withDatabase(work, binding) {
    const database = await this.worker.database({ binding });
    try {
      return await work(database);
    } finally {
      database.close();
    }
  }

  /** Leads of a person's, from the first on, written by SQL with ids that begin by `series`, of eight digits. */
  async seedLeads({ id, org }, series, number) {
    await this.withDatabase((database) => {
      database.exec(`
        BEGIN IMMEDIATE;
        INSERT INTO record (id, org_id, kind, name, status, owner_id, version, created_at, updated_at, last_activity_at, name_key, search)
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${number})
        SELECT printf('${series}-0000-7000-8000-%012d', i), '${org}', 'lead', 'Lead ' || i, 'new', '${id}', 1, i, i, i, 'lead ' || i, ' lead ' || i FROM n;
        INSERT INTO event (record_id, seq, org_id, type, at, actor_type, actor_name, data, dispatched_at)
        SELECT id, 1, org_id, 'created', created_at, 'system', 'Seed', '{"changes":{},"owner":null}', 1 FROM record WHERE org_id = '${org}';
        COMMIT`);
    });
  }

  /**
   * How many rows each table has: what must not change where nothing is written. Not those that the mail leaves behind, which goes
   * out a minute after what it tells of.
   */
  async rowCounts() {
    return await this.withDatabase((database) => {
      const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'").all();
      const own = tables.map(({ name }) => name).filter((name) => !/^(sqlite_|d1_|_cf_|record_search|unsubscribe$)/.test(name));
      return Object.fromEntries(own.sort().map((name) => [name, database.prepare(`SELECT count(*) AS n FROM "${name}"`).get().n]));
    });
  }
}

/** Somebody who calls. */
export class Person {
  constructor(app, facts) {
    Object.assign(this, facts);
    Object.defineProperty(this, 'app', { value: app, enumerable: false });
  }

  /** As others see them inside an object. */
  get brief() {
    return { id: this.id, name: this.name };
  }

  async send(method, target, options = {}) {
    return await this.app.send(method, target, { key: this.key, ...options });
  }

  get(target, headers) {
    return this.send('GET', target, { headers });
  }

  post(target, body, headers) {
    return this.send('POST', target, { body, headers });
  }

  put(target, body, headers) {
    return this.send('PUT', target, { body, headers });
  }

  delete(target, headers) {
    return this.send('DELETE', target, { headers });
  }

  /** Edits, with `If-Match` where the version that was seen is given. */
  patch(target, body, seen) {
    return this.send('PATCH', target, { body, headers: seen === undefined ? {} : { 'if-match': `"${seen}"` } });
  }

  /** A new record of theirs; answers it. */
  async record(kind, fields) {
    return (await this.post(`/v1/${kind}`, fields)).expect(201).body;
  }

  async lead(name, more = {}) {
    return await this.record('leads', { name, ...more });
  }

  /** All pages of a list. */
  async all(target) {
    const data = [];
    const separator = target.includes('?') ? '&' : '?';
    for (let cursor = null, pages = 0; ; pages += 1) {
      assert.ok(pages < 1000, `${target} never ends`);
      const page = (await this.get(cursor === null ? target : `${target}${separator}cursor=${encodeURIComponent(cursor)}`)).expect(200);
      data.push(...page.body.data);
      cursor = page.body.next_cursor;
      if (cursor === null) return data;
    }
  }

  /** The ids of all pages of a list. */
  async ids(target) {
    return (await this.all(target)).map(({ id }) => id);
  }

  /** A record's whole timeline, oldest first; checks that it has no gap. */
  async timeline(path) {
    const entries = (await this.all(`${path}/timeline?limit=200`)).reverse();
    assert.deepEqual(entries.map(({ seq }) => seq), entries.map((_, index) => index + 1), `${path} is numbered without gaps`);
    return entries;
  }
}

/** An answer, whole. */
class Answer {
  constructor(request, response, text) {
    this.request = request;
    this.status = response.status;
    this.headers = response.headers;
    this.text = text;
    this.requestId = response.headers.get('x-request-id');
    try {
      this.body = text === '' ? null : JSON.parse(text);
    } catch {
      this.body = undefined;
    }
  }

  toString() {
    return `${this.request} → ${this.status} ${this.text.slice(0, 2000)}`;
  }

  expect(...statuses) {
    assert.ok(statuses.includes(this.status), `expected ${statuses.join(' or ')}: ${this}`);
    return this;
  }

  /** Is a problem of this status and code. */
  refused(status, code) {
    this.expect(status);
    if (code !== undefined) assert.equal(this.body.code, code, String(this));
    return this;
  }

  /** Is a `422` that names exactly these fields. */
  invalid(...fields) {
    this.refused(422);
    assert.deepEqual((this.body.errors ?? []).map(({ field }) => field).sort(), fields.sort(), String(this));
    return this;
  }

  get etag() {
    return this.headers.get('etag');
  }

  /** The text without the request's own id: what must be the same for what is not there and what is not to be seen. */
  get anonymous() {
    return this.requestId ? this.text.replaceAll(this.requestId, '…') : this.text;
  }

  /** What the answer cost, from `Server-Timing`. */
  get cost() {
    const header = this.headers.get('server-timing') ?? '';
    const found = /^db;dur=\d+(?:\.\d+)?;desc="calls=(\d+) rows_read=(\d+) rows_written=(\d+)"$/.exec(header);
    assert.ok(found, `Server-Timing of ${this.request}: ${header}`);
    const [calls, rowsRead, rowsWritten] = found.slice(1).map(Number);
    return { calls, rowsRead, rowsWritten };
  }

  /** What holds of every answer. */
  checkConventions(method) {
    const told = String(this);
    assert.match(this.requestId ?? '', /^[0-9a-f-]{36}$/, `x-request-id: ${told}`);
    assert.ok(this.cost.calls >= 0);
    assert.ok(this.status < 500, told);
    const type = this.headers.get('content-type');
    if (method === 'HEAD' || this.status === 204 || this.status === 304) {
      assert.equal(this.text, '', told);
      return;
    }
    assert.ok(this.body !== null && typeof this.body === 'object', told);
    if (this.status >= 400) {
      assert.equal(type, 'application/problem+json', told);
      const { type: uri, title, status, detail, code, request_id: id, errors } = this.body;
      assert.equal(status, this.status, told);
      assert.equal(id, this.requestId, told);
      for (const text of [uri, title, detail]) assert.ok(typeof text === 'string' && text.length > 0, told);
      assert.match(code, /^[a-z_]+$/, told);
      assert.doesNotMatch(this.text, /SQLITE|SELECT |INSERT |UPDATE |D1_|panicked|src\/|constraint failed|\bRoom\b/, told);
      if (this.status === 403) for (const word of ['missing', 'remedy']) assert.ok(this.body[word] || code !== 'forbidden', `${word}: ${told}`);
      if (this.status === 405) assert.match(this.headers.get('allow') ?? '', /^[A-Z]+(, [A-Z]+)*$/, told);
      if (this.status === 422) {
        assert.ok(Array.isArray(errors) || code !== 'validation_failed', told);
        for (const error of errors ?? []) {
          assert.deepEqual(Object.keys(error).sort(), ['code', 'detail', 'field'], told);
          assert.match(error.code, /^[a-z_]+$/, told);
        }
      }
      return;
    }
    assert.equal(type, 'application/json', told);
    if (Number.isInteger(this.body.version)) assert.equal(this.etag, `"${this.body.version}"`, told);
    if (Array.isArray(this.body.data) && 'next_cursor' in this.body) {
      const link = this.headers.get('link');
      if (this.body.next_cursor === null) assert.equal(link, null, told);
      else {
        const next = /^<([^>]+)>; rel="next"$/.exec(link ?? '')?.[1];
        assert.ok(next, `Link: ${link}: ${told}`);
        assert.equal(new URL(next, 'http://host').searchParams.get('cursor'), this.body.next_cursor, told);
      }
    }
  }
}

/** Waits until `check` answers something true, and answers that. */
export async function until(check, what, milliseconds = 30_000) {
  for (const deadline = Date.now() + milliseconds; ; ) {
    const found = await check();
    if (found) return found;
    assert.ok(Date.now() < deadline, `waited ${milliseconds} ms in vain: ${what}`);
    await delay(20);
  }
}

/** Does `work` for each of `items`, at most `width` at once. */
export async function eachAtOnce(items, width, work) {
  const waiting = [...items.entries()];
  const results = new Array(items.length);
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results[next[0]] = await work(next[1], next[0]);
  };
  await Promise.all(Array.from({ length: Math.min(width, waiting.length) }, lane));
  return results;
}

/** How many of the answers had each status. */
export function tally(answers) {
  const counts = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

/** The Worker's table of routes, from its source: `{ method, path, caller }`, with `R` where the three kinds stand. */
export function routes() {
  const source = readFileSync(path.join(ROOT, 'src', 'api', 'routes.rs'), 'utf8');
  const table = /^routes! \{\n([\s\S]*?)^\}/m.exec(source)?.[1];
  assert.ok(table, 'src/api/routes.rs has its table of routes');
  const lines = table.split('\n').map((line) => line.trim()).filter((line) => line && !line.startsWith('//'));
  return lines.map((line) => {
    const found = /^([A-Z]+) "([^"]+)" (\w+) [\w:]+;/.exec(line);
    assert.ok(found, `a line of the table of routes: ${line}`);
    const [, method, pattern, caller] = found;
    return { method, path: pattern, caller };
  });
}

/** The fields of a record after its timeline, replayed from `created` on. */
export function replay(entries) {
  const fields = {};
  for (const { data } of entries) {
    for (const [path, { from, to }] of Object.entries(data.changes ?? {})) {
      assert.deepEqual(fields[path] ?? (path === 'tags' ? [] : null), from ?? (path === 'tags' ? [] : null), `the change of ${path} goes on from what was there`);
      fields[path] = to;
    }
  }
  return fields;
}

/** The same fields of a record as it is. */
export function fieldsOf(record) {
  const { name, company, title, email, phone, website, status, source, amount, currency, tags } = record;
  const fields = { name, company, title, email, phone, website, status, source, amount, currency, tags };
  for (const [key, value] of Object.entries(record.fields)) fields[`fields.${key}`] = value;
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)));
}

/** Without what is empty, for comparing a replay. */
export function filled(fields) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)));
}
