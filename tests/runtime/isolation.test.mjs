// Who has no access gets nothing: through no route, list, count, search, cursor or error text.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { UNKNOWN, routes, startApp, until } from './support.mjs';

/** A word that stands in everything that must stay unseen. */
const SECRET = 'Quetzalcoatl';
/** The ids of a webhook's delivery, and of a message that could not be worked on. */
const [SENT, DEAD] = ['0193b0c0-0000-7000-8000-00000000abcd', '0193b0c0-0000-7000-8000-00000000dcba'];

let app, owner, ann, bob, stranger, foreigner, lead, team, role, share, book, request, key, source, delivery, note, task, communication, rule, webhook, notice, job;
before(async () => {
  app = await startApp();
  owner = await app.organization('Home');
  ann = await app.person(owner, 'Ann Able');
  bob = await app.person(owner, 'Bob Best');
  stranger = await app.person(owner, 'Sam Stranger');
  foreigner = await app.organization('Abroad');
  await world();
});
after(() => app?.stop());

/** Fresh things to be kept from others: a destructive request that is let through spoils only its own round. */
async function world() {
  lead = await ann.lead(`${SECRET} Ltd`, { company: SECRET, title: SECRET, email: 'quetzalcoatl@example.com', phone: '+49 89 5550100', source: SECRET, tags: [SECRET], fields: { secret: SECRET } });
  const path = `/v1/leads/${lead.id}`;
  team ??= await app.team(owner, 'Insiders', [bob]);
  share = (await ann.post(`${path}/shares`, { with: { type: 'team', id: team.id }, permissions: ['read'], reason: SECRET })).expect(201).body;
  const asker = await app.person(owner, 'Asker');
  request = (await asker.post(`${path}/collaboration_requests`, { reason: SECRET })).expect(201).body;
  key = (await owner.post(`/v1/users/${ann.id}/api_keys`, { name: SECRET })).expect(201).body;
  const reader = await app.person(owner, 'Rea Reader');
  book = (await ann.post('/v1/book_shares', { with: { type: 'user', id: reader.id }, kinds: ['lead'], permissions: ['read'], reason: SECRET })).expect(201).body;
  role = (await owner.post('/v1/roles', { name: 'Insider role', capabilities: ['create'], record_permissions: ['read'] })).expect(201).body;
  source = (await owner.post('/v1/sources', { name: SECRET, provider: 'form', defaults: { tags: [SECRET] } })).expect(201).body;
  note = (await ann.post(`${path}/notes`, { body: SECRET, mentions: [bob.id] })).expect(201).body;
  task = (await ann.post(`${path}/tasks`, { title: SECRET, assignee_id: ann.id })).expect(201).body;
  communication = (await ann.post(`${path}/communications`, { channel: 'call', direction: 'in', summary: SECRET, body: SECRET })).expect(201).body;
  // Without contact details it makes no lead, and is kept all the same.
  const delivered = (await app.send('POST', new URL(source.capture_url).pathname, { body: { message: SECRET } })).expect(200).body;
  assert.equal(delivered.status, 'failed');
  delivery = delivered.delivery_id;
  (await bob.put(`${path}/watch`)).expect(204);
  rule = (await owner.post('/v1/rules', { name: SECRET, on: 'created', when: { tag: 'of nothing' }, then: [{ type: 'add_tags', tags: [SECRET] }] })).expect(201).body;
  webhook = (await owner.post('/v1/webhooks', { url: `https://hooks.example.com/${SECRET}`, events: ['job.finished'] })).expect(201).body;
  await app.withDatabase((database) => {
    const job = `["events","${lead.id}",1,1]`;
    database.prepare("INSERT INTO webhook_delivery (id, org_id, webhook_id, event, body, status, due_at, created_at) VALUES (?, ?, ?, 'job.finished', ?, 'failed', 1, 1)").run(SENT, owner.org, webhook.id, JSON.stringify({ secret: SECRET }));
    database.prepare("INSERT INTO dead_letter (id, org_id, job, code, cause, created_at, died_at) VALUES (?, ?, ?, 'unavailable', ?, 1, 1)").run(DEAD, owner.org, job, SECRET);
  });
  job = (await ann.post('/v1/leads/bulk', { select: { ids: [lead.id] }, action: { type: 'add_tags', tags: [SECRET] }, dry_run: true })).expect(202).body;
  await until(async () => (await app.sql('SELECT count(*) AS n FROM job WHERE id = ? AND told_at IS NOT NULL', job.id))[0].n === 1, 'the job is over');
  notice = await until(async () => (await ann.get('/v1/notifications')).expect(200).body.data[0], 'the request is told of');
}

const everyone = { with: { type: 'everyone' }, permissions: ['read'] };

/**
 * Every route of the Worker, as somebody asks for what is not theirs. A new route makes the first test fail until it is
 * here. `outside`, `inside`: what somebody of another organisation, and somebody of the same without access, is answered:
 * - `gone`: the `404` of what does not exist;
 * - `own`: `200`, about oneself or one's own organisation, without a word of what is not to be seen;
 * - a number: this status, without a word of what is not to be seen.
 * `here`: what the path names; `unknown`: the same path for what does not exist.
 */
function table() {
  const on = (rest) => ({ here: (kind) => `/v1/${kind}/${lead.id}${rest}`, unknown: (kind) => `/v1/${kind}/${UNKNOWN}${rest}` });
  const of = (noun, id, rest = '') => ({ here: () => `/v1/${noun}/${id()}${rest}`, unknown: () => `/v1/${noun}/${UNKNOWN}${rest}` });
  const gone = { outside: 'gone', inside: 'gone' };
  const own = { outside: 'own', inside: 'own' };
  const people = { outside: 'gone', inside: 403 };
  return {
    'GET /healthz': own,
    'POST /v1/setup': { outside: 401, inside: 401, body: { organization: { name: 'X' }, owner: { name: 'X', email: 'x@example.com' } } },
    'POST /v1/auth/codes': { outside: 202, inside: 202, body: { email: 'quetzalcoatl@example.com' } },
    'POST /v1/auth/sessions': { outside: 401, inside: 401, body: { email: 'quetzalcoatl@example.com', code: '000000' } },
    // By a key there is no current session.
    'DELETE /v1/auth/sessions/current': { outside: 404, inside: 404 },
    'GET /v1/me': own,
    'GET /v1/organization': own,
    'PATCH /v1/organization': { outside: 'own', inside: 403, body: { settings: { pool: 'admins' } } },
    'GET /v1/roles': own,
    'POST /v1/roles': { outside: 'own', inside: 403, body: () => ({ name: `X ${Math.random()}`, capabilities: [], record_permissions: ['read'] }), made: 201 },
    'GET /v1/roles/{id}': { ...of('roles', () => role.id), outside: 'gone', inside: 'own' },
    'PATCH /v1/roles/{id}': { ...of('roles', () => role.id), ...people, body: { name: 'X', record_permissions: ['read', 'delete'] } },
    'DELETE /v1/roles/{id}': { ...of('roles', () => role.id), ...people },
    'GET /v1/users': { ...own, queries: ['', '?q=ann', `?q=${SECRET}`, () => `?team=${team.id}`] },
    'POST /v1/users': { outside: 422, inside: 403, body: () => ({ name: 'X', email: 'new@example.com', role: 'agent', team_ids: [team.id] }) },
    'GET /v1/users/{id}': { ...of('users', () => ann.id), outside: 'gone', inside: 'own' },
    'PATCH /v1/users/{id}': { ...of('users', () => ann.id), ...people, body: { name: 'X' } },
    'GET /v1/users/{id}/api_keys': { ...of('users', () => ann.id, '/api_keys'), ...people },
    'POST /v1/users/{id}/api_keys': { ...of('users', () => ann.id, '/api_keys'), ...people, body: { name: 'X' } },
    'GET /v1/api_keys/{id}': { ...of('api_keys', () => key.id), ...gone },
    'DELETE /v1/api_keys/{id}': { ...of('api_keys', () => key.id), ...gone },
    'GET /v1/teams': own,
    'POST /v1/teams': { outside: 'own', inside: 403, body: () => ({ name: `X ${Math.random()}` }), made: 201 },
    'GET /v1/teams/{id}': { ...of('teams', () => team.id), outside: 'gone', inside: 'own' },
    'PATCH /v1/teams/{id}': { ...of('teams', () => team.id), ...people, body: { name: 'X' } },
    'DELETE /v1/teams/{id}': { ...of('teams', () => team.id), ...people },
    'GET /v1/teams/{id}/members': { ...of('teams', () => team.id, '/members'), outside: 'gone', inside: 'own' },
    'PUT /v1/teams/{id}/members/{user_id}': { here: (_, who) => `/v1/teams/${team.id}/members/${who.id}`, unknown: (_, who) => `/v1/teams/${UNKNOWN}/members/${who.id}`, ...people },
    'DELETE /v1/teams/{id}/members/{user_id}': { here: () => `/v1/teams/${team.id}/members/${bob.id}`, unknown: () => `/v1/teams/${UNKNOWN}/members/${bob.id}`, ...people },
    'GET /v1/R': {
      ...own,
      queries: ['', `?q=${SECRET}`, '?q=quet', '?q=5550100', `?tag=${SECRET}`, `?source=${SECRET}`, '?status=new', () => `?owner=${ann.id}`, () => `?collaborator=${ann.id}`, '?owner=me,none,inactive', '?shared=with_me', '?shared=by_me', '?deleted=true',
        '?created_after=2000-01-01T00:00:00Z', '?sort=name', '?sort=-name', '?sort=amount', '?sort=-amount', '?sort=created_at', '?sort=updated_at', '?limit=200'],
    },
    'POST /v1/R': { ...own, body: { name: 'Something of my own', email: 'quetzalcoatl@example.com' }, made: 201 },
    'GET /v1/R/count': { ...own, queries: ['', `?q=${SECRET}`, `?tag=${SECRET}`, () => `?owner=${ann.id}`, '?deleted=true', () => `?collaborator=${ann.id}`] },
    'POST /v1/R/bulk': { ...own, body: () => ({ select: { ids: [lead.id] }, action: { type: 'delete' } }), made: 202 },
    'GET /v1/jobs': own,
    'GET /v1/jobs/{id}': { ...of('jobs', () => job.id), ...gone },
    'GET /v1/jobs/{id}/results': { ...of('jobs', () => job.id, '/results'), ...gone, queries: ['', '?outcome=changed'] },
    'POST /v1/jobs/{id}/cancel': { ...of('jobs', () => job.id, '/cancel'), ...gone },
    'POST /v1/jobs/{id}/undo': { ...of('jobs', () => job.id, '/undo'), ...gone },
    // With `reveal_existence` the duplicates of the own organisation are told of: tested by itself.
    'GET /v1/R/duplicates': { outside: 'own', inside: 'skip', queries: ['?email=quetzalcoatl@example.com', '?phone=5550100'] },
    'GET /v1/R/{id}': { ...on(''), ...gone },
    'PATCH /v1/R/{id}': { ...on(''), ...gone, body: { title: 'Mine' } },
    'DELETE /v1/R/{id}': { ...on(''), ...gone },
    'POST /v1/R/{id}/restore': { ...on('/restore'), ...gone, body: {} },
    'POST /v1/R/{id}/assign': { ...on('/assign'), ...gone, body: (who) => ({ owner_id: who.id }) },
    'POST /v1/R/{id}/claim': { ...on('/claim'), ...gone, body: {} },
    'POST /v1/leads/{id}/convert': { ...on('/convert'), ...gone, body: { deal: { name: 'Mine' } } },
    'GET /v1/R/{id}/access': { ...on('/access'), ...gone },
    // Of oneself one is told more: tested by itself.
    'GET /v1/R/{id}/access/{user_id}': { here: (kind) => `/v1/${kind}/${lead.id}/access/${ann.id}`, unknown: (kind) => `/v1/${kind}/${UNKNOWN}/access/${ann.id}`, ...gone },
    'GET /v1/R/{id}/timeline': { ...on('/timeline'), ...gone },
    'GET /v1/R/{id}/collaborators': { ...on('/collaborators'), ...gone },
    'PUT /v1/R/{id}/collaborators/me': { ...on('/collaborators/me'), ...gone },
    'DELETE /v1/R/{id}/collaborators/me': { ...on('/collaborators/me'), ...gone },
    'PUT /v1/R/{id}/collaborators/{user_id}': { here: (kind, who) => `/v1/${kind}/${lead.id}/collaborators/${who.id}`, unknown: (kind, who) => `/v1/${kind}/${UNKNOWN}/collaborators/${who.id}`, ...gone },
    'DELETE /v1/R/{id}/collaborators/{user_id}': { ...on(`/collaborators/${UNKNOWN}`), ...gone },
    'GET /v1/R/{id}/shares': { ...on('/shares'), ...gone },
    'POST /v1/R/{id}/shares': { ...on('/shares'), ...gone, body: everyone },
    // With `reveal_existence` anybody of the organisation may ask: tested by itself.
    'POST /v1/R/{id}/collaboration_requests': { ...on('/collaboration_requests'), outside: 'gone', inside: 'skip', body: {} },
    'GET /v1/R/{id}/notes': { ...on('/notes'), ...gone },
    'POST /v1/R/{id}/notes': { ...on('/notes'), ...gone, body: { body: 'Mine' } },
    'GET /v1/R/{id}/tasks': { ...on('/tasks'), ...gone },
    'POST /v1/R/{id}/tasks': { ...on('/tasks'), ...gone, body: { title: 'Mine' } },
    'GET /v1/R/{id}/communications': { ...on('/communications'), ...gone },
    'POST /v1/R/{id}/communications': { ...on('/communications'), ...gone, body: { channel: 'call', direction: 'in', summary: 'Mine' } },
    'PUT /v1/R/{id}/watch': { ...on('/watch'), ...gone },
    'DELETE /v1/R/{id}/watch': { ...on('/watch'), ...gone },
    'PUT /v1/R/{id}/mute': { ...on('/mute'), ...gone },
    'DELETE /v1/R/{id}/mute': { ...on('/mute'), ...gone },
    'GET /v1/notifications': { ...own, queries: ['', '?unread=true'] },
    'POST /v1/notifications/read': { ...own, body: () => ({ ids: [notice.id] }) },
    'GET /v1/me/notification_preferences': own,
    'PUT /v1/me/notification_preferences': { ...own, body: { note_added: { in_app: true } } },
    'GET /v1/R/{id}/live': { ...on('/live'), ...gone },
    'GET /v1/me/live': { outside: 426, inside: 426 },
    'POST /v1/live_tickets': { ...own, made: 201 },
    'GET /v1/notes/{id}': { ...of('notes', () => note.id), ...gone },
    'PATCH /v1/notes/{id}': { ...of('notes', () => note.id), ...gone, body: { body: 'Mine' } },
    'DELETE /v1/notes/{id}': { ...of('notes', () => note.id), ...gone },
    'GET /v1/tasks': { ...own, queries: ['', '?assignee=me', () => `?assignee=${ann.id}`, () => `?assignee=${ann.id}&status=open`] },
    'GET /v1/tasks/{id}': { ...of('tasks', () => task.id), ...gone },
    'PATCH /v1/tasks/{id}': { ...of('tasks', () => task.id), ...gone, body: { status: 'done' } },
    'DELETE /v1/tasks/{id}': { ...of('tasks', () => task.id), ...gone },
    'GET /v1/communications/{id}': { ...of('communications', () => communication.id), ...gone },
    'GET /v1/shares': { ...own, queries: ['', '?direction=given', '?direction=received'] },
    'GET /v1/shares/{id}': { ...of('shares', () => share.id), ...gone },
    'PATCH /v1/shares/{id}': { ...of('shares', () => share.id), ...gone, body: { permissions: ['read', 'update'] } },
    'DELETE /v1/shares/{id}': { ...of('shares', () => share.id), ...gone },
    'GET /v1/book_shares': { ...own, queries: ['', '?direction=given', '?direction=received', () => `?owner_id=${ann.id}`, () => `?direction=received&owner_id=${ann.id}`] },
    'POST /v1/book_shares': { outside: 422, inside: 403, body: () => ({ ...everyone, owner_id: ann.id }) },
    'GET /v1/book_shares/{id}': { ...of('book_shares', () => book.id), ...gone },
    'PATCH /v1/book_shares/{id}': { ...of('book_shares', () => book.id), ...gone, body: { permissions: ['read', 'update'] } },
    'DELETE /v1/book_shares/{id}': { ...of('book_shares', () => book.id), ...gone },
    'GET /v1/collaboration_requests': { ...own, queries: ['', '?box=incoming', '?box=outgoing', '?box=incoming&status=pending'] },
    'GET /v1/collaboration_requests/{id}': { ...of('collaboration_requests', () => request.id), ...gone },
    'POST /v1/collaboration_requests/{id}/approve': { ...of('collaboration_requests', () => request.id, '/approve'), ...gone, body: {} },
    'POST /v1/collaboration_requests/{id}/deny': { ...of('collaboration_requests', () => request.id, '/deny'), ...gone, body: { note: 'no' } },
    'POST /v1/collaboration_requests/{id}/cancel': { ...of('collaboration_requests', () => request.id, '/cancel'), ...gone, body: {} },
    'GET /v1/sources': { outside: 'own', inside: 403 },
    'POST /v1/sources': { outside: 'own', inside: 403, body: () => ({ name: `X ${Math.random()}`, provider: 'form' }), made: 201 },
    'GET /v1/sources/{id}': { ...of('sources', () => source.id), ...people },
    'PATCH /v1/sources/{id}': { ...of('sources', () => source.id), ...people, body: { name: 'X' } },
    'DELETE /v1/sources/{id}': { ...of('sources', () => source.id), ...people },
    'POST /v1/sources/{id}/rotate_key': { ...of('sources', () => source.id, '/rotate_key'), ...people, body: {} },
    'GET /v1/sources/{id}/deliveries': { ...of('sources', () => source.id, '/deliveries'), ...people, queries: ['', '?status=failed'] },
    'POST /v1/sources/{id}/test': { ...of('sources', () => source.id, '/test'), ...people, body: {} },
    'POST /v1/deliveries/{id}/replay': { ...of('deliveries', () => delivery, '/replay'), ...people },
    'GET /v1/deliveries/{id}': { ...of('deliveries', () => delivery), ...people },
    'GET /v1/rules': { outside: 'own', inside: 403 },
    'POST /v1/rules': { outside: 'own', inside: 403, body: () => ({ name: `X ${Math.random()}`, on: 'created', when: { tag: 'none' }, then: [{ type: 'add_tags', tags: ['x'] }] }), made: 201 },
    'GET /v1/rules/{id}': { ...of('rules', () => rule.id), ...people },
    'PATCH /v1/rules/{id}': { ...of('rules', () => rule.id), ...people, body: { name: 'X' } },
    'DELETE /v1/rules/{id}': { ...of('rules', () => rule.id), ...people },
    'GET /v1/webhooks': { outside: 'own', inside: 403 },
    'POST /v1/webhooks': { outside: 'own', inside: 403, body: () => ({ url: `https://hooks.example.com/${Math.random()}`, events: ['*'] }), made: 201 },
    'GET /v1/webhooks/{id}': { ...of('webhooks', () => webhook.id), ...people },
    'PATCH /v1/webhooks/{id}': { ...of('webhooks', () => webhook.id), ...people, body: { enabled: false } },
    'DELETE /v1/webhooks/{id}': { ...of('webhooks', () => webhook.id), ...people },
    'POST /v1/webhooks/{id}/rotate_secret': { ...of('webhooks', () => webhook.id, '/rotate_secret'), ...people },
    'GET /v1/webhooks/{id}/deliveries': { ...of('webhooks', () => webhook.id, '/deliveries'), ...people, queries: ['', '?status=failed'] },
    'GET /v1/webhook_deliveries/{id}': { ...of('webhook_deliveries', () => SENT), ...people },
    'POST /v1/webhook_deliveries/{id}/replay': { ...of('webhook_deliveries', () => SENT, '/replay'), ...people },
    'GET /v1/dead_letters': { outside: 'own', inside: 403 },
    'GET /v1/dead_letters/{id}': { ...of('dead_letters', () => DEAD), ...people },
    'POST /v1/dead_letters/{id}/replay': { ...of('dead_letters', () => DEAD, '/replay'), ...people },
    'DELETE /v1/dead_letters/{id}': { ...of('dead_letters', () => DEAD), ...people },
    // Whoever has the letter may end it, and nobody else.
    'GET /v1/unsubscribe/{token}': { ...of('unsubscribe', () => lead.id), ...gone },
    'POST /v1/unsubscribe/{token}': { ...of('unsubscribe', () => lead.id), ...gone },
    // Whoever knows the key delivers, and nobody else: not even whoever knows the source.
    'GET /v1/capture/{key}': { ...of('capture', () => source.id), ...gone },
    'POST /v1/capture/{key}': { ...of('capture', () => source.id), ...gone, body: { email: 'quetzalcoatl@example.com' } },
  };
}

/** The routes where no person calls. */
const IMPERSONAL = ['GET /healthz', 'POST /v1/setup', 'POST /v1/auth/codes', 'POST /v1/auth/sessions', 'GET /v1/capture/{key}', 'POST /v1/capture/{key}', 'GET /v1/unsubscribe/{token}', 'POST /v1/unsubscribe/{token}'];

/** Every route, for each kind of record where there are three, with each of its queries. */
function asks() {
  const cases = table();
  return routes().flatMap(({ method, path }) => {
    const name = `${method} ${path}`;
    const known = cases[name];
    assert.ok(known, `${name} has its line in the table of this file`);
    const kinds = path.includes('/R') ? ['leads', 'contacts', 'deals'] : ['leads'];
    return kinds.flatMap((kind) =>
      (known.queries ?? ['']).map((query) => {
        const text = typeof query === 'function' ? query() : query;
        const at = (which, who) => (known[which]?.(kind, who) ?? path.replace('/R', `/${kind}`)) + text;
        const body = (who) => (typeof known.body === 'function' ? known.body(who) : (known.body ?? (method === 'GET' || method === 'DELETE' ? undefined : {})));
        return { ...known, name: `${method} ${path.replace('/R', `/${kind}`)}${text}`, method, here: (who) => at('here', who), unknown: (who) => at('unknown', who), body };
      }),
    );
  });
}

/** Nothing of the lead is in the answer: no word, no id, no name of who is on it. */
function tellsNothing(answer, who, { people = false } = {}) {
  const words = [SECRET, SECRET.toLowerCase(), '5550100', share.id, book.id, request.id, source.id, delivery, rule.id, webhook.id, SENT, DEAD, notice.id, job.id];
  if (!people) words.push(ann.id, 'Ann Able', team.id, 'Insiders', role.id, role.name);
  const text = answer.anonymous + JSON.stringify([...answer.headers]);
  for (const word of words) assert.ok(!text.includes(word), `${who.name} learns of ${word}: ${answer}`);
  assert.ok(!answer.anonymous.includes(lead.id), `${who.name} learns of the lead's id: ${answer}`);
}

async function everyRoute(who, side) {
  const failures = [];
  for (const ask of asks()) {
    const outcome = ask[side];
    if (outcome === 'skip') continue;
    try {
      const send = (path) => who.send(ask.method, path, { body: ask.body(who) });
      const answer = await send(ask.here(who));
      if (outcome === 'gone') {
        answer.refused(404, 'not_found');
        const unknown = (await send(ask.unknown(who))).refused(404, 'not_found');
        assert.equal(answer.anonymous, unknown.anonymous);
        assert.deepEqual([...answer.headers.keys()].sort(), [...unknown.headers.keys()].sort());
      } else {
        answer.expect(outcome === 'own' ? (ask.made ?? 200) : outcome);
      }
      // What somebody made with the same e-mail address is their own.
      if (!ask.name.startsWith('POST /v1/leads') || answer.status >= 400) {
        const text = answer.text.replaceAll('quetzalcoatl@example.com', '');
        tellsNothing(Object.assign(Object.create(answer), { text, headers: answer.headers }), who, { people: side === 'inside' });
      }
    } catch (error) {
      failures.push(`${ask.name}: ${error.message.slice(0, 600)}`);
    }
  }
  assert.deepEqual(failures, []);
}

/** The lead as it stands in the database, with who has access and all around it: what an attempt must leave alone. */
async function evidence() {
  const queries = ['SELECT version, owner_id, deleted_at, title FROM record WHERE id = ?', 'SELECT principal, permissions FROM access WHERE record_id = ? ORDER BY 1', 'SELECT status FROM request WHERE record_id = ?'];
  const around = {
    'SELECT * FROM book_share WHERE id = ?': book.id, 'SELECT * FROM role WHERE id = ?': role.id, 'SELECT * FROM source WHERE id = ?': source.id,
    'SELECT * FROM source_key WHERE source_id = ?': source.id, 'SELECT * FROM delivery WHERE source_id = ?': source.id,
    'SELECT * FROM rule WHERE id = ?': rule.id, 'SELECT * FROM webhook WHERE id = ?': webhook.id, 'SELECT * FROM webhook_delivery WHERE id = ?': SENT, 'SELECT * FROM dead_letter WHERE id = ?': DEAD,
    'SELECT * FROM watch WHERE record_id = ?': lead.id, 'SELECT * FROM job WHERE id = ?': job.id, 'SELECT * FROM job_item WHERE job_id = ?': job.id,
    // Not when it was mailed: that happens by itself.
    'SELECT user_id, type, facts, count, read_at FROM notification WHERE id = ?': notice.id,
  };
  return JSON.stringify(await Promise.all([...queries.map((query) => app.sql(query, lead.id)), ...Object.entries(around).map(([query, id]) => app.sql(query, id))]));
}

test('somebody_of_another_organisation_gets_nothing_through_any_route', async () => {
  const was = await evidence();
  await everyRoute(foreigner, 'outside');
  assert.equal(await evidence(), was);
  const admin = await app.person(foreigner, 'Foreign Admin', 'admin');
  await everyRoute(admin, 'outside');
  assert.equal(await evidence(), was);
});

test('a_colleague_without_access_gets_nothing_through_any_route', async () => {
  const was = await evidence();
  await everyRoute(stranger, 'inside');
  assert.equal(await evidence(), was);
});

test('somebody_without_a_credential_gets_401_through_every_route', async () => {
  for (const wrong of [undefined, 'lr_unknown', 'dev-setup-token']) {
    const nobody = { id: UNKNOWN, name: 'Nobody', send: (method, path, options) => app.send(method, path, { key: wrong, ...options }) };
    for (const ask of asks()) {
      if (IMPERSONAL.includes(ask.name)) continue;
      const answer = (await nobody.send(ask.method, ask.here(nobody), { body: ask.body(nobody) })).refused(401, 'unauthenticated');
      tellsNothing(answer, nobody);
    }
  }
});

test('somebody_inactive_gets_401_through_every_route_until_reactivated', async (t) => {
  // The owner of the lead: whatever they could do a moment ago, they can no longer.
  t.after(async () => (await owner.patch(`/v1/users/${ann.id}`, { active: true })).expect(200));
  (await owner.patch(`/v1/users/${ann.id}`, { active: false })).expect(200);
  const was = await evidence();
  for (const ask of asks()) {
    if (IMPERSONAL.includes(ask.name)) continue;
    const answer = (await ann.send(ask.method, ask.here(ann), { body: ask.body(ann) })).refused(401, 'user_inactive');
    tellsNothing(answer, ann);
  }
  assert.equal(await evidence(), was);
  (await owner.patch(`/v1/users/${ann.id}`, { active: true })).expect(200);
  (await ann.get(`/v1/leads/${lead.id}`)).expect(200);
});

test('without_reveal_existence_nobody_learns_of_a_lead_by_asking_or_by_duplicates', async (t) => {
  (await owner.patch('/v1/organization', { settings: { reveal_existence: false } })).expect(200);
  t.after(async () => (await owner.patch('/v1/organization', { settings: { reveal_existence: true } })).expect(200));
  for (const kind of ['leads', 'contacts', 'deals']) {
    const here = (await stranger.post(`/v1/${kind}/${lead.id}/collaboration_requests`, {})).refused(404, 'not_found');
    const unknown = (await stranger.post(`/v1/${kind}/${UNKNOWN}/collaboration_requests`, {})).refused(404, 'not_found');
    assert.equal(here.anonymous, unknown.anonymous);
  }
  for (const query of ['email=quetzalcoatl@example.com', 'phone=%2B49895550100', 'email=quetzalcoatl@example.com&phone=5550100']) {
    const own = (await stranger.get(`/v1/leads/duplicates?${query}`)).expect(200).body.data;
    assert.ok(own.every(({ visible, lead: seen }) => visible && seen.owner.id === stranger.id), JSON.stringify(own));
  }
  const other = await app.person(owner, 'Other Stranger');
  assert.deepEqual((await other.get('/v1/leads/duplicates?phone=5550100')).expect(200).body, { data: [] });
  // Refusing a duplicate would tell of it as well.
  (await other.post('/v1/leads?on_duplicate=refuse', { name: 'Guess', phone: '+49 89 5550100' })).expect(201);
});

test('with_reveal_existence_a_colleague_learns_the_owners_name_and_the_id_and_no_more', async () => {
  const other = await app.person(owner, 'Curious Colleague');
  const asked = await ann.lead('Known to exist', { email: 'exists@example.com', company: SECRET });
  const found = (await other.get('/v1/leads/duplicates?email=Exists@example.com')).expect(200).body.data;
  assert.deepEqual(found, [{ visible: false, owner: { name: 'Ann Able' }, lead_id: asked.id }]);
  const sent = (await other.post(`/v1/leads/${asked.id}/collaboration_requests`, {})).expect(201);
  assert.equal(sent.body.lead.name, null);
  assert.ok(!sent.text.includes(SECRET) && !sent.text.includes('Known to exist'));
  const own = (await other.get(`/v1/collaboration_requests/${sent.body.id}`)).expect(200);
  assert.equal(own.body.lead.name, null);
  (await foreigner.post(`/v1/leads/${asked.id}/collaboration_requests`, {})).refused(404, 'not_found');
  assert.deepEqual((await foreigner.get('/v1/leads/duplicates?email=exists@example.com')).expect(200).body, { data: [] });
});

test('why_one_does_not_see_a_lead_is_told_as_far_as_its_existence_may_be_known', async (t) => {
  const other = await app.person(owner, 'Wondering Colleague');
  for (const me of ['me', other.id]) {
    const answer = (await other.get(`/v1/leads/${lead.id}/access/${me}`)).expect(200);
    assert.deepEqual(answer.body.user, other.brief);
    assert.equal(answer.body.visible, false);
    for (const [name, { granted, because }] of Object.entries(answer.body.permissions)) assert.deepEqual([granted, because], [false, []], name);
    // With the way out comes who decides, and nothing more.
    assert.deepEqual(answer.body.remedy, [{ action: 'request_to_collaborate', who: [ann.brief] }]);
    tellsNothing(answer, other, { people: true });
    for (const kind of ['contacts', 'deals']) (await other.get(`/v1/${kind}/${lead.id}/access/${me}`)).refused(404, 'not_found');
    (await other.get(`/v1/leads/${UNKNOWN}/access/${me}`)).refused(404, 'not_found');
  }
  for (const me of ['me', foreigner.id]) (await foreigner.get(`/v1/leads/${lead.id}/access/${me}`)).refused(404, 'not_found');
  // Whoever sees it and may not share it learns of themselves only.
  const viewer = await app.person(owner, 'Vic Viewer');
  const given = (await ann.post(`/v1/leads/${lead.id}/shares`, { with: { type: 'user', id: viewer.id }, permissions: ['read'] })).expect(201).body;
  (await viewer.get(`/v1/leads/${lead.id}/access`)).refused(403, 'forbidden');
  (await viewer.get(`/v1/leads/${lead.id}/access/${ann.id}`)).refused(403, 'forbidden');
  assert.equal((await viewer.get(`/v1/leads/${lead.id}/access/me`)).expect(200).body.visible, true);
  (await ann.delete(`/v1/shares/${given.id}`)).expect(204);
  (await ann.get(`/v1/leads/${lead.id}/access/${foreigner.id}`)).refused(404, 'not_found');
  (await owner.patch('/v1/organization', { settings: { reveal_existence: false } })).expect(200);
  t.after(async () => (await owner.patch('/v1/organization', { settings: { reveal_existence: true } })).expect(200));
  const here = (await other.get(`/v1/leads/${lead.id}/access/me`)).refused(404, 'not_found');
  const unknown = (await other.get(`/v1/leads/${UNKNOWN}/access/me`)).refused(404, 'not_found');
  assert.equal(here.anonymous, unknown.anonymous);
});

test('whoever_delivers_a_form_is_told_what_became_of_it_and_nothing_of_what_is_there', async () => {
  const form = (await owner.post('/v1/sources', { name: 'Public form', provider: 'form' })).expect(201).body;
  const at = new URL(form.capture_url).pathname;
  const known = await ann.lead(SECRET, { email: 'known@example.com' });
  const answer = (await app.send('POST', at, { body: { name: 'Anybody', email: 'known@example.com' } })).expect(200);
  assert.deepEqual(Object.keys(answer.body).sort(), ['delivery_id', 'status']);
  tellsNothing(answer, { name: 'Anybody' });
  assert.ok(!answer.anonymous.includes(known.id));
  // What is delivered here stays in this organisation.
  assert.deepEqual((await foreigner.get('/v1/leads?q=anybody')).expect(200).body.data, []);
  (await owner.delete(`/v1/sources/${form.id}`)).expect(204);
  const gone = (await app.send('POST', at, { body: { email: 'known@example.com' } })).refused(404, 'not_found');
  const unknown = (await app.send('POST', '/v1/capture/x', { body: { email: 'known@example.com' } })).refused(404, 'not_found');
  assert.equal(gone.anonymous, unknown.anonymous);
});

test('a_book_share_that_ended_gives_nothing_from_that_moment_on', async () => {
  const guest = await app.person(owner, 'Bess Bookworm');
  const ends = new Date(Date.now() + 1500).toISOString();
  const given = (await ann.post('/v1/book_shares', { with: { type: 'user', id: guest.id }, kinds: ['lead'], permissions: ['update', 'delete', 'share', 'create'], expires_at: ends })).expect(201).body;
  (await guest.get(`/v1/leads/${lead.id}`)).expect(200);
  assert.ok((await guest.ids('/v1/leads?limit=200')).includes(lead.id));
  (await guest.get(`/v1/book_shares/${given.id}`)).expect(200);
  await until(async () => (await guest.get(`/v1/leads/${lead.id}`)).status === 404, 'the book share ends', 15_000);
  assert.ok(Date.now() >= Date.parse(ends), 'not before its end');
  const was = await evidence();
  (await guest.post('/v1/leads', { name: 'For Ann', owner_id: ann.id })).refused(403, 'forbidden');
  await everyRoute(guest, 'inside');
  assert.equal(await evidence(), was);
});

test('a_share_that_ended_gives_nothing_through_any_route_from_that_moment_on', async () => {
  const guest = await app.person(owner, 'Gus Guest');
  const path = `/v1/leads/${lead.id}`;
  const ends = new Date(Date.now() + 1500).toISOString();
  const given = (await ann.post(`${path}/shares`, { with: { type: 'user', id: guest.id }, permissions: ['read', 'update', 'delete', 'share', 'assign'], expires_at: ends })).expect(201).body;
  assert.equal(given.expires_at, ends);
  const seen = (await guest.get(path)).expect(200).body;
  assert.deepEqual(seen.permissions, ['read', 'update', 'delete', 'share', 'assign']);
  assert.deepEqual(await guest.ids('/v1/leads'), [lead.id]);
  (await guest.get(`/v1/shares/${given.id}`)).expect(200);
  await until(async () => (await guest.get(path)).status === 404, 'the share ends', 15_000);
  assert.ok(Date.now() >= Date.parse(ends), 'not before its end');
  const was = await evidence();
  // The share itself is as gone as the lead, for the one whom it reached.
  for (const [method, body] of [['GET'], ['PATCH', { reason: 'mine' }], ['DELETE']]) {
    const here = (await guest.send(method, `/v1/shares/${given.id}`, { body })).refused(404, 'not_found');
    const unknown = (await guest.send(method, `/v1/shares/${UNKNOWN}`, { body })).refused(404, 'not_found');
    assert.equal(here.anonymous, unknown.anonymous);
  }
  await everyRoute(guest, 'inside');
  assert.equal(await evidence(), was);
});

test('somebody_who_gave_a_share_and_lost_the_lead_is_told_nothing_of_it_by_the_share', async () => {
  const giver = await app.person(owner, 'Gina Giver');
  const own = await giver.lead('Given up');
  const path = `/v1/leads/${own.id}`;
  const given = (await giver.post(`${path}/shares`, { with: { type: 'user', id: bob.id }, permissions: ['read'] })).expect(201).body;
  (await giver.post(`${path}/assign`, { owner_id: ann.id, keep_previous_owner: 'none' })).expect(200);
  (await ann.patch(path, { name: `${SECRET} renamed` })).expect(200);
  (await giver.get(path)).refused(404, 'not_found');
  const answer = await giver.get(`/v1/shares/${given.id}`);
  assert.ok(!answer.text.includes(SECRET), `the giver without access reads the lead's name: ${answer}`);
  assert.deepEqual(await giver.ids('/v1/shares?direction=given'), []);
  // What they gave they may withdraw all the same.
  (await giver.delete(`/v1/shares/${given.id}`)).expect(204);
  (await bob.get(path)).refused(404, 'not_found');
});

test('somebody_who_left_the_team_sees_nothing_at_once', async () => {
  const member = await app.person(owner, 'Mel Member');
  (await owner.put(`/v1/teams/${team.id}/members/${member.id}`)).expect(204);
  assert.ok((await member.ids('/v1/leads')).includes(lead.id));
  const { next_cursor: cursor } = (await (async () => {
    await member.lead('Own 1');
    await member.lead('Own 2');
    return await member.get('/v1/leads?limit=1');
  })()).body;
  (await owner.delete(`/v1/teams/${team.id}/members/${member.id}`)).expect(204);
  await everyRoute(member, 'inside');
  // A cursor of before gives only what is still to be seen.
  const rest = (await member.get(`/v1/leads?limit=200&cursor=${cursor}`)).expect(200);
  tellsNothing(rest, member, { people: true });
});

test('the_trash_of_others_is_not_to_be_seen', async () => {
  const own = await ann.lead(`${SECRET} in the trash`);
  const path = `/v1/leads/${own.id}`;
  const leaver = await app.person(owner, 'Lea Leaver');
  for (const { id } of [bob, leaver]) (await ann.put(`${path}/collaborators/${id}`)).expect(201);
  (await bob.get(path)).expect(200);
  (await ann.delete(path)).expect(204);
  // Whoever is on it may leave, which tells nothing, and works once.
  assert.equal((await leaver.delete(`${path}/collaborators/me`)).expect(204).text, '');
  (await leaver.delete(`${path}/collaborators/me`)).refused(404, 'not_found');
  for (const who of [bob, stranger, foreigner]) {
    for (const [method, rest, body] of [['GET', ''], ['PATCH', '', { title: 'x' }], ['POST', '/restore', {}], ['GET', '/timeline'], ['POST', '/collaboration_requests', {}], ['POST', '/claim', {}], ['POST', '/convert', {}], ['GET', '/access'], ['GET', '/access/me']]) {
      const here = (await who.send(method, path + rest, { body })).refused(404, 'not_found');
      assert.equal(here.anonymous, (await who.send(method, `/v1/leads/${UNKNOWN}${rest}`, { body })).anonymous);
    }
    if (who !== bob) (await who.delete(`${path}/collaborators/me`)).refused(404, 'not_found');
    for (const query of ['?deleted=true', `?deleted=true&q=${SECRET}`, `?deleted=true&owner=${ann.id}`, '?deleted=true&collaborator=me', '?deleted=true&shared=with_me']) {
      assert.deepEqual(await who.ids(`/v1/leads${query}`), [], `${who.name} ${query}`);
      assert.equal((await who.get(`/v1/leads/count${query}`)).expect(200).body.count, 0);
    }
  }
});

test('a_record_of_one_kind_is_not_there_under_another', async () => {
  for (const kind of ['contacts', 'deals']) {
    for (const [method, rest, body] of [['GET', ''], ['PATCH', '', { title: 'x' }], ['DELETE', ''], ['GET', '/timeline'], ['GET', '/shares'], ['GET', '/collaborators'], ['POST', '/assign', { owner_id: bob.id }], ['POST', '/claim', {}], ['POST', '/shares', everyone], ['PUT', `/collaborators/${bob.id}`, {}], ['POST', '/collaboration_requests', {}], ['GET', '/access'], ['GET', '/access/me'], ['POST', '/convert', {}]]) {
      (await ann.send(method, `/v1/${kind}/${lead.id}${rest}`, { body })).refused(404, 'not_found');
    }
  }
});

test('people_and_teams_of_another_organisation_cannot_be_named', async () => {
  const path = `/v1/leads/${lead.id}`;
  const abroad = await app.team(foreigner, 'Foreign team');
  (await ann.post('/v1/leads', { name: 'For abroad', owner_id: foreigner.id })).expect(403, 422);
  (await owner.post('/v1/leads', { name: 'For abroad', owner_id: foreigner.id })).invalid('owner_id');
  (await owner.post(`${path}/assign`, { owner_id: foreigner.id })).invalid('owner_id');
  (await ann.put(`${path}/collaborators/${foreigner.id}`)).refused(404, 'not_found');
  (await ann.post(`${path}/shares`, { with: { type: 'user', id: foreigner.id }, permissions: ['read'] })).invalid('with.id');
  (await ann.post(`${path}/shares`, { with: { type: 'team', id: abroad.id }, permissions: ['read'] })).invalid('with.id');
  for (const to of [{ type: 'user', id: foreigner.id }, { type: 'team', id: abroad.id }]) (await ann.post('/v1/book_shares', { with: to, kinds: ['lead'], permissions: ['read'] })).invalid('with.id');
  (await owner.post('/v1/book_shares', { ...everyone, owner_id: foreigner.id })).invalid('owner_id');
  (await owner.post('/v1/sources', { name: 'To abroad', provider: 'form', owner: { user_id: foreigner.id } })).invalid('owner.user_id');
  (await owner.put(`/v1/teams/${team.id}/members/${foreigner.id}`)).refused(404, 'not_found');
  (await owner.post('/v1/users', { name: 'X', email: 'x@example.com', role: 'agent', team_ids: [abroad.id] })).invalid('team_ids.0');
  assert.deepEqual(await ann.ids(`/v1/leads?owner=${foreigner.id}`), []);
  assert.deepEqual(await owner.ids(`/v1/leads?collaborator=${foreigner.id}`), []);
});
