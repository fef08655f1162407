// Who asks for too much, in the real runtime: each is counted by themselves, for reading, writing, signing in and capture by
// itself, and whoever has to wait costs no call to the database.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startApp } from './support.mjs';

const MOST = 8;
/** The runtime counts by the minute of the clock: in more requests than twice the most, one must wait. */
const MANY = 2 * MOST + 1;

let app, owner, ann, source;
before(async () => {
  app = await startApp();
  owner = await app.organization('Limited');
  ann = await app.person(owner, 'Ann Able');
  source = new URL((await owner.post('/v1/sources', { name: 'Form', provider: 'form' })).expect(201).body.capture_url).pathname;
  await app.worker.restart({}, { reads: MOST, writes: MOST, sign_in: MOST, capture: MOST });
});
after(() => app?.stop());

/** Sends `ask` often enough that some must wait, after one at most; answers the refusals. */
async function flood(ask, name, ...fine) {
  const answers = await Promise.all(Array.from({ length: MANY }, (_, index) => ask(index)));
  const refused = answers.filter(({ status }) => status === 429);
  assert.ok(refused.length > 0 && refused.length <= MANY - MOST + 1, `${refused.length} of ${MANY} were refused`);
  for (const answer of answers) answer.expect(429, ...fine);
  for (const answer of refused) {
    answer.refused(429, 'too_many_requests');
    assert.equal(answer.headers.get('retry-after'), '60');
    assert.equal(answer.headers.get('ratelimit-policy'), `"${name}";q=${MOST};w=60`);
    assert.equal(answer.body.retry_after, 60);
    assert.equal(answer.cost.calls, 0);
  }
  return refused;
}

test('reads_and_writes_of_a_key_are_counted_by_themselves', async () => {
  await flood(() => owner.get('/v1/me'), 'reads', 200);
  (await owner.post('/v1/teams', { name: 'A write passes' })).expect(201);
  (await ann.get('/v1/me')).expect(200);
  await flood((index) => owner.post('/v1/teams', { name: `Team ${index}` }), 'writes', 201);
  (await ann.patch('/v1/organization', { name: 'x' })).refused(403);
});

test('whoever_shows_no_key_is_counted_by_their_network', async () => {
  const from = (address) => (index) => app.send('GET', '/v1/me', { headers: { 'cf-connecting-ip': address(index) } });
  await flood(from(() => '192.0.2.1'), 'reads', 401);
  (await from(() => '192.0.2.2')()).refused(401);
  await flood(from((index) => `2001:db8:1:2:${index}::1`), 'reads', 401);
  (await from(() => '2001:db8:1:3::1')()).refused(401);
});

test('signing_in_is_counted_by_address_and_network', async () => {
  const ask = (email, network = '192.0.2.1') => app.send('POST', '/v1/auth/codes', { body: { email }, headers: { 'cf-connecting-ip': network } });
  await flood(() => ask('ann@example.com'), 'sign_in', 202);
  const codes = await app.sql("SELECT count(*) AS n FROM sign_in_code WHERE email = 'ann@example.com'");
  assert.ok(codes[0].n <= 2 * MOST);
  (await ask('bob@example.com')).expect(202);
  (await ask('ann@example.com', '192.0.2.2')).expect(202);
});

test('a_form_is_counted_by_its_source', async () => {
  const deliver = (index) => app.send('POST', source, { body: { email: `lead${index}@example.com` } });
  const refused = await flood(deliver, 'capture', 200);
  const made = await app.sql("SELECT count(*) AS n FROM delivery");
  assert.equal(made[0].n, MANY - refused.length, 'what was refused was not kept');
});

test('health_and_pre_flights_are_not_limited', async () => {
  for (let index = 0; index < MANY; index += 1) {
    (await app.send('GET', '/healthz')).expect(200);
    (await app.send('OPTIONS', '/v1/me', { headers: { origin: 'https://app.example.com' } })).expect(204);
  }
});
