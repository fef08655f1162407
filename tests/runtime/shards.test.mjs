// Organisations in two databases: each finds its own by what leads to it, and nobody notices.

import assert from 'node:assert/strict';
import { generateKeyPairSync, sign } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { startApp, until } from './support.mjs';
import { Socket } from './sockets.mjs';

let app;
/** By shard: its binding, and an organisation there. */
const there = {};
before(async () => {
  app = await startApp({ shards: 2, maxBatchTimeout: 0, vars: { NEW_ORGANIZATIONS_SHARD: '2' } });
  await settle(2, 'DB_2');
  await app.worker.restart({ NEW_ORGANIZATIONS_SHARD: '1' });
  await settle(1, 'DB');
});
after(() => app?.stop());

async function settle(shard, binding) {
  const owner = await app.organization(`Shard ${shard}`);
  const ann = await app.person(owner, 'Ann Able');
  const bob = await app.person(owner, 'Bob Best');
  there[shard] = { binding, owner, ann, bob };
}

const both = () => Object.values(there);
const sql = (binding, text, ...params) => app.withDatabase((database) => database.prepare(text).all(...params).map((row) => ({ ...row })), binding);

test('an_organisation_is_in_the_database_that_new_ones_went_to', async () => {
  for (const [shard, { binding, owner }] of Object.entries(there)) {
    assert.deepEqual(await sql(binding, 'SELECT id, name FROM organization'), [{ id: owner.org, name: `Shard ${shard}` }]);
  }
  assert.match(there[1].owner.key, /^lr_[\w-]+$/);
  assert.match(there[2].owner.key, /^lr_2\.[\w-]+$/);
});

test('the_same_story_is_told_in_both', async () => {
  for (const { binding, owner, ann, bob } of both()) {
    const lead = await ann.lead('Story', { email: 'story@example.com' });
    const path = `/v1/leads/${lead.id}`;
    (await bob.get(path)).refused(404);
    const asked = (await bob.post(`${path}/collaboration_requests`, { reason: 'Mine, too' })).expect(201).body;
    (await ann.post(`/v1/collaboration_requests/${asked.id}/approve`, {}, { 'idempotency-key': 'yes' })).expect(200);
    assert.equal((await ann.post(`/v1/collaboration_requests/${asked.id}/approve`, {}, { 'idempotency-key': 'yes' })).expect(200).headers.get('idempotency-replayed'), 'true');
    (await bob.patch(path, { phone: '+49 30 1' }, 3)).expect(200);
    (await bob.post(`${path}/notes`, { body: 'Called' })).expect(201);
    const team = await app.team(owner, 'North', [bob]);
    (await ann.post(`${path}/shares`, { with: { type: 'team', id: team.id }, permissions: ['read'] })).expect(201);
    assert.deepEqual((await ann.timeline(path)).map(({ type }) => type), ['created', 'request_created', 'request_approved', 'collaborator_added', 'updated', 'note_added', 'shared']);
    assert.deepEqual(await ann.ids('/v1/leads?q=story'), [lead.id]);
    assert.deepEqual(await sql(binding, 'SELECT version FROM record WHERE id = ?', lead.id), [{ version: 7 }]);
    await until(async () => (await sql(binding, 'SELECT count(*) AS n FROM event WHERE dispatched_at IS NULL'))[0].n === 0, 'every event is fanned out');
  }
});

test('neither_sees_anything_of_the_other', async () => {
  const [one, two] = both();
  for (const [mine, theirs] of [[one, two], [two, one]]) {
    const lead = await theirs.ann.lead('Theirs');
    for (const rest of ['', '/timeline', '/notes', '/access']) (await mine.owner.get(`/v1/leads/${lead.id}${rest}`)).refused(404);
    (await mine.owner.patch(`/v1/leads/${lead.id}`, { name: 'x' })).refused(404);
    assert.ok(!(await mine.owner.ids('/v1/leads')).includes(lead.id));
  }
  // A key is of its own shard, whatever is written in front of it.
  const bare = two.ann.key.slice('lr_2.'.length);
  for (const key of [`lr_${bare}`, `lr_3.${bare}`, `lr_2.${one.ann.key.slice(3)}`]) (await app.send('GET', '/v1/me', { key })).refused(401, 'unauthenticated');
});

test('what_the_queue_lost_the_sweep_finds_in_both', async () => {
  for (const { binding, ann } of both()) {
    await ann.lead('Swept');
    await app.withDatabase((database) => database.exec('UPDATE event SET at = at - 120000, dispatched_at = NULL'), binding);
  }
  await app.worker.scheduled();
  for (const { binding } of both()) {
    await until(async () => (await sql(binding, 'SELECT count(*) AS n FROM event WHERE dispatched_at IS NULL'))[0].n === 0, `every event of ${binding} is fanned out`);
  }
});

test('rooms_are_live_in_both_by_key_and_by_ticket', async () => {
  for (const { binding, ann } of both()) {
    const lead = await ann.lead('Live');
    const path = `/v1/leads/${lead.id}`;
    const { ticket } = (await ann.post('/v1/live_tickets', {})).expect(201).body;
    const sockets = [await Socket.open(app, `${path}/live`, { key: ann.key }), await Socket.open(app, `${path}/live?ticket=${ticket}`)];
    (await ann.patch(path, { title: 'Heard' })).expect(200);
    for (const socket of sockets) await socket.reaches(2);
    assert.deepEqual(await sql(binding, 'SELECT user_id FROM seat WHERE record_id = ?', lead.id), [{ user_id: ann.id }]);
    (await ann.delete(path)).expect(204);
    for (const socket of sockets) assert.equal(await socket.end(), 4404);
  }
});

test('forms_are_delivered_to_both', async () => {
  for (const [shard, { binding, owner }] of Object.entries(there)) {
    const source = (await owner.post('/v1/sources', { name: 'Form', provider: 'form' })).expect(201).body;
    const path = new URL(source.capture_url).pathname;
    assert.equal(path.startsWith('/v1/capture/2.'), shard === '2');
    assert.equal((await app.send('POST', path, { body: { email: 'form@example.com', name: 'Fred Form' } })).expect(200).body.status, 'created');
    // The second time lands on the first one's record, by the queue and the record's room.
    assert.equal((await app.send('POST', path, { body: { email: 'form@example.com', company: 'Form AG' } })).expect(200).body.status, 'queued');
    await until(async () => (await sql(binding, "SELECT company FROM record WHERE email = 'form@example.com'"))[0]?.company === 'Form AG', 'the second delivery lands');
  }
});

test('a_mailed_code_signs_in_wherever_somebody_is', async () => {
  for (const [shard, { ann }] of Object.entries(there)) {
    const { email, id } = ann;
    (await app.send('POST', '/v1/auth/codes', { body: { email } })).expect(202);
    const mails = () => app.worker.logs().filter((line) => line.startsWith('mail: ')).map((line) => readFileSync(line.slice(6).split(' ')[0], 'utf8'));
    const mail = await until(() => mails().find((text) => text.includes(`To: ${email}`)), `a code for ${email}`);
    const code = /^Subject: (\d{6}) /m.exec(mail)[1];
    const answer = (await app.send('POST', '/v1/auth/sessions', { body: { email, code } })).expect(201);
    const cookie = answer.headers.get('set-cookie').split(';')[0];
    assert.equal(cookie.includes('=2.'), shard === '2');
    assert.equal((await app.send('GET', '/v1/me', { headers: { cookie } })).expect(200).body.user.id, id);
    (await app.send('POST', '/v1/auth/sessions', { body: { email, code } })).refused(401, 'invalid_code');
    (await app.send('DELETE', '/v1/auth/sessions/current', { headers: { cookie } })).expect(204);
  }
});

/** An identity provider on this machine, with one key. */
async function startProvider() {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'e', alg: 'ES256' };
  const server = createServer((_, response) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ keys: [jwk] })));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const token = (claims) => {
    const signed = `${part({ alg: 'ES256', kid: 'e' })}.${part({ exp: Math.floor(Date.now() / 1000) + 3600, ...claims })}`;
    return `${signed}.${sign('sha256', Buffer.from(signed), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
  };
  return { token, url: `http://127.0.0.1:${server.address().port}/keys`, stop: () => new Promise((resolve) => server.close(resolve).closeAllConnections()) };
}

test('a_token_leads_to_whichever_organisation_names_its_provider', async (t) => {
  const provider = await startProvider();
  t.after(() => provider.stop());
  const named = (shard) => ({ issuer: `https://login${shard}.example.com/`, audience: 'leadroom', jwks_url: provider.url });
  const names = (person, jwt) => person.patch('/v1/organization', { settings: { jwt } });
  for (const [shard, { owner, ann, binding }] of Object.entries(there)) {
    (await names(owner, named(shard))).expect(200);
    const key = provider.token({ iss: named(shard).issuer, aud: 'leadroom', email: ann.email });
    const me = async () => (await app.send('GET', '/v1/me', { key })).expect(200);
    assert.equal((await me()).body.user.id, ann.id);
    assert.equal((await me()).cost.calls, 1, 'who remembers asks one database once');
    const lead = (await app.send('POST', '/v1/leads', { key, body: { name: 'By token' } })).expect(201).body;
    (await app.send('PATCH', `/v1/leads/${lead.id}`, { key, body: { title: 'By token' } })).expect(200);
    assert.deepEqual(await sql(binding, 'SELECT version FROM record WHERE id = ?', lead.id), [{ version: 2 }]);
  }
  const [one, two] = both();
  for (const [mine, theirs] of [[one, 2], [two, 1]]) (await names(mine.owner, named(theirs))).refused(409, 'identity_provider_taken');
  // It changes hands: from the next request on it is the other one's.
  (await names(two.owner, null)).expect(200);
  (await names(one.owner, named(2))).expect(200);
  const key = (email) => provider.token({ iss: named(2).issuer, aud: 'leadroom', email });
  assert.equal((await app.send('GET', '/v1/me', { key: key(one.bob.email) })).expect(200).body.user.id, one.bob.id);
  (await app.send('GET', '/v1/me', { key: key(two.bob.email) })).refused(401, 'unauthenticated');
  (await names(one.owner, null)).expect(200);
});

test('one_request_still_asks_one_database_once', async () => {
  for (const { ann } of both()) assert.equal((await ann.get('/v1/leads')).expect(200).cost.calls, 1);
});
