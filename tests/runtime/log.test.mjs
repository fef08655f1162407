// What the Worker writes down: one line for each request, a failure once with its cause, and nothing that is a secret or
// about a person, whatever people do.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { Socket } from './sockets.mjs';
import { startApp, until } from './support.mjs';

let app, owner;
before(async () => {
  app = await startApp({ maxBatchTimeout: 0 });
  owner = await app.organization('Quietude');
});
after(() => app?.stop());

/** The Worker's own lines. */
const lines = () => app.worker.logs().filter((line) => line.includes('{"')).map((line) => line.slice(line.indexOf('{"')));
const of = (requestId) => lines().filter((line) => line.includes(requestId));

test('a_busy_day_leaves_no_secret_and_nobody_in_the_log', async () => {
  const ids = [];
  const did = (answer) => (ids.push(answer.requestId), answer);
  const ann = await app.person(owner, 'Annabel Quince');
  const bob = await app.person(owner, 'Bobadil Sprout');
  const lead = did(await ann.post('/v1/leads', { name: 'Wilhelmina Zander', email: 'mina.zander@example.com', phone: '+49 30 5551234', company: 'Zander Works', fields: { birthday: 'nineteenth' }, tags: ['confidante'] })).expect(201).body;
  const path = `/v1/leads/${lead.id}`;
  did(await ann.get(`/v1/leads?q=zander&owner=${ann.id}`)).expect(200);
  did(await ann.get('/v1/leads/duplicates?email=mina.zander@example.com&phone=5551234')).expect(200);
  did(await ann.get('/v1/users?q=bobadil')).expect(200);
  did(await ann.patch(path, { title: 'Duchess' }, 1)).expect(200);
  did(await ann.patch(path, { title: 'Countess' }, 1)).refused(412);
  did(await ann.post(`${path}/notes`, { body: 'Whispers about marzipan' })).expect(201);
  did(await ann.post(`${path}/tasks`, { title: 'Fetch the marzipan' })).expect(201);
  did(await ann.post(`${path}/communications`, { channel: 'call', direction: 'in', summary: 'Marzipan again' })).expect(201);
  did(await ann.put(`${path}/collaborators/${bob.id}`)).expect(201);
  did(await bob.post(`${path}/shares`, { with: { type: 'user', id: owner.id }, permissions: ['read'] })).expect(403, 422);
  const key = did(await ann.post(`/v1/users/${ann.id}/api_keys`, { name: 'Petunia key' })).expect(201).body;
  const source = did(await owner.post('/v1/sources', { name: 'Petunia form', provider: 'typeform', secret: 'hush-hush-hush' })).expect(201).body;
  const address = new URL(source.capture_url).pathname;
  did(await app.send('POST', address, { body: { email: 'mina.zander@example.com' } })).expect(401);
  did(await app.send('POST', address, { raw: 'mina.zander@example.com', type: 'text/plain' })).expect(401, 415);
  const ticket = did(await ann.post('/v1/live_tickets', {})).expect(201).body.ticket;
  const socket = await Socket.open(app, `${path}/live?ticket=${ticket}`);
  socket.close();
  did(await app.send('POST', '/v1/auth/codes', { body: { email: ann.email } })).expect(202);
  const file = await until(() => app.worker.logs().find((line) => line.startsWith('mail: ')), 'a code is mailed');
  const code = /^Subject: (\d{6}) /m.exec(readFileSync(file.slice(6).split(' ')[0], 'utf8'))[1];
  const signedIn = did(await app.send('POST', '/v1/auth/sessions', { body: { email: ann.email, code } })).expect(201);
  const cookie = signedIn.headers.get('set-cookie').split(';')[0];
  did(await app.send('GET', '/v1/me', { headers: { cookie } })).expect(200);
  did(await app.send('GET', '/v1/me', { key: 'eyJhbGciOiJub25lIn0.eyJlbWFpbCI6Im1pbmEifQ.c2VjcmV0' })).refused(401);
  did(await app.send('GET', '/v1/me', { key: 'lr_petunia_guess', headers: { 'cf-connecting-ip': '203.0.113.77' } })).refused(401);
  did(await app.send('POST', '/v1/setup', { key: 'petunia-setup', body: { organization: { name: 'x' }, owner: { name: 'x', email: 'x@example.com' } } })).refused(401);
  did(await ann.get('/v1/nowhere/mina.zander@example.com?q=petunia')).refused(404);
  did(await ann.delete(path)).expect(204);

  await until(() => ids.every((id) => of(id).length > 0), 'every request has its line');
  for (const id of ids) {
    assert.equal(of(id).length, 1, `one line for each: ${of(id).join('\n')}`);
    const line = JSON.parse(of(id)[0]);
    assert.deepEqual(Object.keys(line).sort(), ['cause', 'db', 'method', 'ms', 'organization', 'request_id', 'route', 'status']);
    assert.deepEqual(Object.keys(line.db).sort(), ['calls', 'rows_read', 'rows_written']);
    assert.equal(line.cause, null);
  }
  const told = lines().join('\n').toLowerCase();
  const never = [
    ann.key, key.secret, owner.key, 'dev-setup-token', 'petunia', 'hush', address.split('/').at(-1), ticket, code, cookie.split('=')[1], 'eyJ', '203.0.113', lead.id, ann.id, bob.id,
    'quince', 'sprout', 'zander', 'mina', '5551234', 'duchess', 'marzipan', 'nineteenth', 'confidante', '@example.com', 'quietude',
  ];
  for (const word of never) assert.ok(!told.includes(word.toLowerCase()), `"${word}" is in the log`);
});

test('a_failure_is_logged_once_with_its_cause_and_tells_the_caller_nothing_of_it', async () => {
  const lead = await owner.lead('Failing');
  const broken = async (table, ask) => {
    await app.withDatabase((database) => database.exec(`ALTER TABLE ${table} RENAME TO ${table}_away`));
    const answer = await ask().finally(() => app.withDatabase((database) => database.exec(`ALTER TABLE ${table}_away RENAME TO ${table}`)));
    assert.equal(answer.status, 500);
    assert.equal(answer.body.code, 'internal_error');
    assert.doesNotMatch(answer.text, /SQL|table|D1|src\//i);
    await until(() => of(answer.requestId).length > 0 && lines().some((line) => line.includes(`no such table: ${table}`)), 'the cause is logged');
    assert.equal(lines().filter((line) => line.includes(`no such table: ${table}`)).length, 1, `once: ${table}`);
    const [line] = of(answer.requestId).map((line) => JSON.parse(line)).filter(({ cause }) => cause !== null);
    assert.match(line.cause, /no such table/, 'and can be found by the request');
  };
  await broken('team', () => owner.send('GET', '/v1/teams', { loose: true }));
  await broken('note', () => owner.send('POST', `/v1/leads/${lead.id}/notes`, { body: { body: 'x' }, loose: true }));
  (await owner.get('/v1/teams')).expect(200);
});
