// What requests cost in calls to the database, exactly, and in rows, at most: with a thousand leads. The same figures
// with a hundred thousand and a million are the bench's.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { EVERYTHING, KINDS, SORTS, UNKNOWN, startApp } from './support.mjs';

const LEADS = 1000;
/** The most rows that a page of 50 may read for an agent, for an administrator, and for a search. */
const [AGENT, ADMIN, SEARCH] = [1000, 400, 5000];
/** The most rows that reading one record may read, with the check of access to it. */
const CHECK = 40;
/** The rows that an edit of no sort key writes: the record and its place in the order of changes, those of the one access row, and the event with its index. */
const EDIT = 6;

let app, owner, ann, bob, dora, lead, path;
before(async () => {
  app = await startApp();
  owner = await app.organization('Counted');
  ann = await app.person(owner, 'Ann Able');
  bob = await app.person(owner, 'Bob Best');
  const teams = [await app.team(owner, 'One', [ann, bob]), await app.team(owner, 'Two', [ann])];
  // Ann's six are her book, what she works on, what is shared with her, with two teams and with everyone; Dora has the pool and Bob's book instead of the teams.
  (await owner.post('/v1/roles', { name: 'pooler', capabilities: ['view_pool', 'claim', 'create', 'share'], record_permissions: EVERYTHING })).expect(201);
  dora = await app.person(owner, 'Dora Dill', 'pooler');
  await seed(teams);
  (await bob.post('/v1/book_shares', { with: { type: 'user', id: dora.id }, permissions: ['update'] })).expect(201);
  lead = await ann.lead('The one', { email: 'one@example.com', tags: ['x'] });
  path = `/v1/leads/${lead.id}`;
});
after(() => app?.stop());

/**
 * A thousand leads straight into the database: a quarter each is Ann's, Bob's, the owner's and nobody's; Ann is a
 * collaborator of some of Bob's, others are shared with her, with her teams and with everyone. All contain "common".
 */
async function seed([one, two]) {
  await app.withDatabase((database) => {
    database.exec('BEGIN IMMEDIATE');
    const owners = [ann.id, bob.id, owner.id, null];
    const record = database.prepare(
      `INSERT INTO record (id, org_id, kind, name, status, owner_id, version, created_at, updated_at, last_activity_at, name_key, search, amount)
       VALUES (?1, ?2, 'lead', ?3, 'new', ?4, 1, ?5, ?5, ?5, lower(?3), ' common ' || lower(?3), ?6)`,
    );
    const event = database.prepare(
      `INSERT INTO event (record_id, seq, org_id, type, at, actor_type, actor_name, data, dispatched_at) VALUES (?1, 1, ?2, 'created', ?3, 'system', 'Seed', '{"changes":{},"owner":null}', ?3)`,
    );
    const grant = database.prepare(
      `INSERT INTO access (record_id, principal, source, permissions, level, id, granted_by, granted_at, num, shelf, updated_at, created_at, name_key, amount_key)
       SELECT id, ?2, ?3, 227, ?4, ?5, ?6, updated_at, num, shelf, updated_at, created_at, name_key, amount_key FROM record WHERE id = ?1`,
    );
    const start = Date.UTC(2026, 0, 1);
    const id = (kind, index) => `01900000-${kind}-7000-8000-${String(index).padStart(12, '0')}`;
    for (let index = 0; index < LEADS; index += 1) {
      const at = start + index * 1000;
      record.run(id('0000', index), owner.org, `Name ${(index * 7919) % LEADS}`, owners[index % 4], at, index % 10 ? index * 100 : null);
      event.run(id('0000', index), owner.org, at);
      if (index % 4 === 0) continue;
      const [principal, source] = [
        [`collab:${ann.id}`, 'collaborator'], [`user:${ann.id}`, 'share'], [`team:${one.id}`, 'share'], [`team:${two.id}`, 'share'], [`org:${owner.org}`, 'share'],
      ][Math.floor(index / 4) % 7] ?? [];
      if (principal) grant.run(id('0000', index), principal, source, source === 'collaborator' ? 'collaborator' : null, id('0001', index), owner.id);
    }
    database.exec('COMMIT');
  });
}

/** The answer cost exactly this many calls and at most these rows. */
function costs(answer, calls, rows = Infinity) {
  assert.equal(answer.cost.calls, calls, `${answer.request} cost ${JSON.stringify(answer.cost)}`);
  assert.ok(answer.cost.rowsRead <= rows, `${answer.request} read ${answer.cost.rowsRead} rows of at most ${rows}`);
}

test('health_costs_no_call', async () => costs((await app.send('GET', '/healthz')).expect(200), 0));

test('a_path_that_is_no_route_and_a_request_without_a_credential_cost_no_call', async () => {
  costs((await ann.get('/v1/nonsense')).expect(404), 0);
  costs((await app.send('GET', path)).expect(401), 0);
  costs((await app.send('POST', '/v1/leads', { body: { name: 'x' } })).expect(401), 0);
});

test('every_read_of_one_thing_costs_one_call', async (t) => {
  const share = (await ann.post(`${path}/shares`, { with: { type: 'user', id: bob.id }, permissions: ['read'] })).expect(201).body;
  t.after(async () => (await ann.delete(`/v1/shares/${share.id}`)).expect(204));
  for (const target of ['', '/timeline', '/collaborators', '/shares']) {
    for (const who of [ann, owner, bob]) costs((await who.get(path + target)).expect(200), 1);
    costs((await ann.get(`/v1/leads/${UNKNOWN}${target}`)).expect(404), 1);
  }
  for (const target of ['/v1/me', '/v1/organization', '/v1/roles', `/v1/users/${bob.id}`, '/v1/leads/duplicates?email=one@example.com', `/v1/users/${ann.id}/api_keys`]) {
    costs((await ann.get(target)).expect(200), 1);
  }
  const [team] = (await ann.get('/v1/teams')).body.data;
  for (const target of [`/v1/teams/${team.id}`, `/v1/teams/${team.id}/members`]) costs((await ann.get(target)).expect(200), 1);
  costs((await ann.get(`/v1/shares/${share.id}`)).expect(200), 1);
  for (const who of [ann, owner]) costs((await who.get(`${path}/access`)).expect(200), 1);
  for (const whose of ['me', ann.id]) costs((await ann.get(`${path}/access/${whose}`)).expect(200), 1);
  const book = (await ann.post('/v1/book_shares', { with: { type: 'user', id: bob.id }, kinds: ['contact'], permissions: ['read'] })).expect(201).body;
  t.after(async () => (await ann.delete(`/v1/book_shares/${book.id}`)).expect(204));
  for (const who of [ann, owner, bob]) costs((await who.get(`/v1/book_shares/${book.id}`)).expect(200), 1);
  const [role] = (await ann.get('/v1/roles')).body.data;
  costs((await ann.get(`/v1/roles/${role.id}`)).expect(200), 1);
  const source = (await owner.post('/v1/sources', { name: 'Counted', provider: 'form' })).expect(201).body;
  t.after(async () => (await owner.delete(`/v1/sources/${source.id}`)).expect(204));
  const delivered = (await app.send('POST', new URL(source.capture_url).pathname, { body: { message: 'x' } })).expect(200).body;
  for (const target of ['/v1/sources', `/v1/sources/${source.id}`, `/v1/sources/${source.id}/deliveries`, `/v1/deliveries/${delivered.delivery_id}`]) costs((await owner.get(target)).expect(200), 1);
});

test('a_wrong_credential_costs_one_call_and_not_a_second_to_make_sure', async () => {
  for (const target of ['/v1/me', '/v1/leads', path]) costs((await app.send('GET', target, { key: 'lr_unknown' })).expect(401), 1);
});

test('an_access_check_to_one_record_reads_at_most_forty_rows', async () => {
  const over = [];
  for (const target of [path, ...[1, 2, 3].map((index) => `/v1/leads/01900000-0000-7000-8000-00000000000${index}`)]) {
    for (const who of [ann, dora, owner, bob]) {
      const answer = await who.get(target);
      costs(answer, 1);
      if (answer.cost.rowsRead > CHECK) over.push(`${who.name}, ${answer.status}, ${target}: ${answer.cost.rowsRead} rows of at most ${CHECK}`);
    }
  }
  assert.deepEqual(over, []);
});

test('every_page_of_every_list_costs_one_call_and_a_page_of_rows', async () => {
  const over = [];
  const page = async (who, target, most) => {
    const answer = (await who.get(target)).expect(200);
    costs(answer, 1);
    if (answer.cost.rowsRead > most) over.push(`${who.role} ${target.slice(0, 80)}: ${answer.cost.rowsRead} rows of at most ${most}`);
    return answer.body.next_cursor;
  };
  for (const [who, most] of [[ann, AGENT], [dora, AGENT], [owner, ADMIN]]) {
    for (const query of ['', 'owner=me&', 'collaborator=me&', 'shared=with_me&']) {
      for (const sort of SORTS) {
        const cursor = await page(who, `/v1/leads?${query}sort=${sort}`, most);
        if (cursor) await page(who, `/v1/leads?${query}sort=${sort}&cursor=${cursor}`, most);
      }
    }
  }
  assert.deepEqual(over, []);
  for (const filter of ['status=new', 'tag=x', 'source=x', 'shared=by_me', 'owner=none', 'owner=inactive', 'deleted=true', 'created_after=2026-01-01T00:00:00Z', 'q=name', 'q=common', 'q=a']) {
    for (const who of [ann, dora, owner]) {
      costs((await who.get(`/v1/leads?${filter}`)).expect(200), 1, SEARCH);
      costs((await who.get(`/v1/leads/count?${filter}`)).expect(200), 1);
    }
  }
  for (const kind of KINDS) costs((await ann.get(`/v1/${kind}`)).expect(200), 1, AGENT);
  for (const list of ['/v1/users', '/v1/users?q=ann', '/v1/teams', '/v1/shares', '/v1/shares?direction=received', '/v1/book_shares', '/v1/book_shares?direction=received', '/v1/collaboration_requests?box=incoming', '/v1/collaboration_requests?box=outgoing']) {
    costs((await ann.get(list)).expect(200), 1);
  }
});

test('what_is_beside_the_records_is_read_in_one_call_and_written_in_at_most_three', async () => {
  const reads = async (who, targets) => {
    for (const target of targets) costs((await who.get(target)).expect(200), 1);
  };
  const writes = async (who, ...all) => {
    let body;
    for (const [method, target, sent, status, most = 3] of all) {
      const answer = (await who.send(method, target, { body: sent })).expect(status);
      assert.ok(answer.cost.calls <= most, `${answer.request} cost ${JSON.stringify(answer.cost)}`);
      body = answer.body;
    }
    return body;
  };
  for (const [work, body, change] of [
    ['notes', { body: 'x', mentions: [bob.id] }, { body: 'y' }], ['tasks', { title: 'x', assignee_id: ann.id, due_at: '2036-01-01T00:00:00Z' }, { status: 'done' }],
    ['communications', { channel: 'call', direction: 'in', summary: 'x' }],
  ]) {
    const { id } = await writes(ann, ['POST', `${path}/${work}`, body, 201]);
    await reads(ann, [`${path}/${work}`, `/v1/${work}/${id}`]);
    costs((await bob.get(`/v1/${work}/${id}`)).expect(404), 1);
    if (change) await writes(ann, ['PATCH', `/v1/${work}/${id}`, change, 200], ['PATCH', `/v1/${work}/${id}`, change, 200], ['DELETE', `/v1/${work}/${id}`, undefined, 204]);
  }
  await reads(ann, ['/v1/tasks', '/v1/tasks?status=open', '/v1/notifications', '/v1/notifications?unread=true', '/v1/me/notification_preferences']);
  await writes(
    ann, ['PUT', `${path}/watch`, undefined, 204], ['DELETE', `${path}/watch`, undefined, 204], ['PUT', `${path}/mute`, undefined, 204], ['DELETE', `${path}/mute`, undefined, 204], ['POST', '/v1/notifications/read', { all: true }, 200],
    ['PUT', '/v1/me/notification_preferences', { note_added: { in_app: true } }, 200], ['POST', '/v1/live_tickets', {}, 201],
  );
  const webhook = await writes(owner, ['POST', '/v1/webhooks', { url: 'https://hooks.example.com/x', events: ['deal.deleted'] }, 201]);
  await writes(owner, ['PATCH', `/v1/webhooks/${webhook.id}`, { events: ['deal.restored'] }, 200], ['POST', `/v1/webhooks/${webhook.id}/rotate_secret`, undefined, 200]);
  const [sent, dead, token] = ['0193b0c0-0000-7000-8000-00000000000a', '0193b0c0-0000-7000-8000-00000000000b', 'counted-unsubscribe-token'];
  await app.withDatabase((database) => {
    database.prepare("INSERT INTO webhook_delivery (id, org_id, webhook_id, event, body, status, due_at, created_at) VALUES (?, ?, ?, 'job.finished', ?, 'failed', 1, 1)").run(sent, owner.org, webhook.id, JSON.stringify({ type: 'job.finished', timestamp: '2026-01-01T00:00:00.000Z', data: { record_id: lead.id, kind: 'lead', seq: 1, changed: [] } }));
    database.prepare("INSERT INTO dead_letter (id, org_id, job, code, cause, created_at, died_at) VALUES (?, ?, '[]', 'unreadable', 'x', 1, 1)").run(dead, owner.org);
    database.prepare('INSERT INTO unsubscribe (user_id, token) VALUES (?, ?)').run(bob.id, token);
  });
  await reads(owner, ['/v1/webhooks', `/v1/webhooks/${webhook.id}`, `/v1/webhooks/${webhook.id}/deliveries`, `/v1/webhook_deliveries/${sent}`, '/v1/dead_letters', `/v1/dead_letters/${dead}`]);
  await writes(owner, ['DELETE', `/v1/dead_letters/${dead}`, undefined, 204], ['DELETE', `/v1/webhooks/${webhook.id}`, undefined, 204]);
  for (const method of ['GET', 'POST']) costs((await app.send(method, `/v1/unsubscribe/${token}`, { page: true })).expect(200), 1);
  const job = await writes(ann, ['POST', '/v1/leads/bulk', { select: { ids: [lead.id, UNKNOWN] }, action: { type: 'add_tags', tags: ['counted'] }, dry_run: true }, 202, 2], ['POST', '/v1/leads/bulk', { select: { filter: { owner: 'me' } }, action: { type: 'add_tags', tags: ['counted'] }, dry_run: true }, 202, 2]);
  await reads(ann, ['/v1/jobs', `/v1/jobs/${job.id}`, `/v1/jobs/${job.id}/results`, `/v1/jobs/${job.id}/results?outcome=changed`]);
  await reads(owner, ['/v1/jobs']);
  const rule = await writes(owner, ['POST', '/v1/rules', { name: 'Counted', on: 'created', when: { tag: 'never' }, then: [{ type: 'add_tags', tags: ['y'] }] }, 201]);
  await reads(owner, ['/v1/rules', `/v1/rules/${rule.id}`]);
  await writes(owner, ['PATCH', `/v1/rules/${rule.id}`, { name: 'Counted anew' }, 200], ['DELETE', `/v1/rules/${rule.id}`, undefined, 204]);
  const source = await writes(owner, ['POST', '/v1/sources', { name: 'Counted beside' }, 201]);
  await writes(
    owner, ['PATCH', `/v1/sources/${source.id}`, { name: 'Counted again' }, 200], ['POST', `/v1/sources/${source.id}/rotate_key`, undefined, 200], ['POST', `/v1/sources/${source.id}/test`, { email: 'x@example.com' }, 200], ['DELETE', `/v1/sources/${source.id}`, undefined, 204],
  );
});

test('a_write_on_a_record_costs_at_most_three_calls', async () => {
  const own = (await ann.post('/v1/leads', { name: 'Written' })).expect(201);
  costs(own, 2);
  const at = `/v1/leads/${own.body.id}`;
  const writes = [
    ['PATCH', '', { title: 'x' }, 200], ['PATCH', '', { title: 'x' }, 200, 'unchanged'], ['PUT', `/collaborators/${bob.id}`, {}, 201], ['PUT', `/collaborators/${bob.id}`, { level: 'viewer' }, 200],
    ['DELETE', `/collaborators/${bob.id}`, undefined, 204], ['POST', '/shares', { with: { type: 'user', id: bob.id }, permissions: ['update'] }, 201],
    ['POST', '/shares', { with: { type: 'everyone' }, permissions: ['read'] }, 201], ['POST', '/assign', { owner_id: bob.id, keep_previous_owner: 'edit' }, 200],
  ];
  for (const [method, rest, body, status] of writes) {
    const answer = (await ann.send(method, at + rest, { body })).expect(status);
    assert.ok(answer.cost.calls <= 3, `${answer.request} cost ${JSON.stringify(answer.cost)}`);
    assert.ok(answer.cost.calls >= 2);
  }
  const [given] = (await bob.get(`${at}/shares`)).body.data;
  assert.ok((await ann.delete(`/v1/shares/${given.id}`)).expect(204).cost.calls <= 3);
  const other = await owner.lead('Asked for');
  const asked = (await bob.post(`/v1/leads/${other.id}/collaboration_requests`, {})).expect(201);
  assert.ok(asked.cost.calls <= 3, `${asked.request} cost ${JSON.stringify(asked.cost)}`);
  const approved = (await owner.post(`/v1/collaboration_requests/${asked.body.id}/approve`, {})).expect(200);
  assert.ok(approved.cost.calls <= 3, `${approved.request} cost ${JSON.stringify(approved.cost)}`);
  for (const [method, rest, status] of [['DELETE', '', 204], ['POST', '/restore', 200]]) {
    const answer = (await bob.send(method, at + rest, {})).expect(status);
    assert.ok(answer.cost.calls <= 3, `${answer.request} cost ${JSON.stringify(answer.cost)}`);
  }
  const pool = (await owner.post('/v1/leads', { name: 'Pool', owner_id: null })).expect(201).body;
  const converted = (await owner.post(`/v1/leads/${other.id}/convert`, { deal: {} })).expect(200, 201);
  assert.ok(converted.cost.calls <= 3, `${converted.request} cost ${JSON.stringify(converted.cost)}`);
  const claimed = (await owner.post(`/v1/leads/${pool.id}/claim`, {})).expect(200);
  assert.ok(claimed.cost.calls <= 3, `${claimed.request} cost ${JSON.stringify(claimed.cost)}`);
});

test('an_edit_writes_the_record_its_event_and_of_the_sort_keys_those_that_moved', async () => {
  const own = (await ann.post('/v1/leads', { name: 'Edited', email: 'edited@example.com', phone: '+1 555 0100' })).expect(201);
  const at = `/v1/leads/${own.body.id}`;
  const written = async (change) => (await ann.patch(at, change)).expect(200).cost.rowsWritten;
  const plain = await written({ title: 'x' });
  assert.equal(plain, EDIT);
  assert.equal(await written({ status: 'working' }), plain);
  // The key in the record's index, in the owner's access row and in the index of that.
  for (const amount of [5, 6]) assert.equal(await written({ amount }), plain + 3);
  // And for a name or a number to call what the lead is found by.
  assert.equal(await written({ name: 'Changed' }), plain + 5);
  assert.equal(await written({ phone: '+1 555 0101' }), plain + 3);
});

test('a_refused_write_costs_at_most_three_calls_and_writes_no_row', async () => {
  for (const [who, method, rest, body, status] of [
    [bob, 'PATCH', '', { title: 'x' }, 404], [ann, 'PATCH', '', { status: 'nonsense' }, 422], [ann, 'POST', '/assign', { owner_id: UNKNOWN }, 422], [ann, 'POST', '/claim', {}, 409], [bob, 'DELETE', '', undefined, 404],
  ]) {
    const answer = (await who.send(method, path + rest, { body })).expect(status);
    assert.ok(answer.cost.calls <= 3, `${answer.request} cost ${JSON.stringify(answer.cost)}`);
    assert.equal(answer.cost.rowsWritten, 0);
  }
});

test('an_idempotency_key_costs_two_calls_more_and_a_replay_one', async () => {
  const key = { 'idempotency-key': 'counted' };
  costs((await ann.post('/v1/leads', { name: 'Keyed' }, key)).expect(201), 4);
  costs((await ann.post('/v1/leads', { name: 'Keyed' }, key)).expect(201), 1);
  costs((await ann.post(`${path}/notes`, { body: 'Keyed' }, { 'idempotency-key': 'noted' })).expect(201), 5);
  costs((await ann.post('/v1/leads', { nmae: 'x' }, { 'idempotency-key': 'refused' })).expect(422), 2);
});
