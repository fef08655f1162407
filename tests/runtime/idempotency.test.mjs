// `Idempotency-Key` in the real runtime: many at once, in the Worker and in a record's room, and the Worker killed in between.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startApp, tally, until } from './support.mjs';

const AT_ONCE = 20;

let app, owner, ann;
before(async () => {
  app = await startApp();
  owner = await app.organization('Once');
  ann = await app.person(owner, 'Ann Able');
});
after(() => app?.stop());

const keyed = (key) => ({ 'idempotency-key': key });

/** The answer once nobody works at it any more. */
async function settled(send) {
  return await until(async () => {
    const answer = await send();
    return answer.body?.code === 'idempotency_key_in_use' ? null : answer;
  }, 'the first answer', 60_000);
}

test('many_at_the_same_moment_make_one', async () => {
  const lead = await ann.lead('The lead');
  const sent = [
    ['/v1/leads', { name: 'Made once' }, 'SELECT count(*) AS n FROM record WHERE name = ?', 'Made once'],
    ['/v1/teams', { name: 'Team once' }, 'SELECT count(*) AS n FROM team WHERE name = ?', 'Team once', owner],
    [`/v1/leads/${lead.id}/notes`, { body: 'Noted once' }, 'SELECT count(*) AS n FROM note WHERE body = ?', 'Noted once'],
  ];
  for (const [target, body, count, what, who = ann] of sent) {
    const send = () => who.post(target, body, keyed(`at once: ${what}`));
    const answers = await Promise.all(Array.from({ length: AT_ONCE }, send));
    const counts = tally(answers);
    assert.deepEqual(Object.keys(counts).filter((status) => !['201', '409'].includes(status)), [], JSON.stringify(counts));
    assert.ok(counts[201] >= 1);
    for (const answer of answers.filter(({ status }) => status === 409)) {
      answer.refused(409, 'idempotency_key_in_use');
      assert.match(answer.headers.get('retry-after'), /^\d+$/);
    }
    const made = answers.filter(({ status }) => status === 201);
    assert.equal(new Set(made.map(({ text }) => text)).size, 1);
    assert.equal(made.filter((answer) => answer.headers.get('idempotency-replayed') === null).length, 1, 'one did it');
    const again = await send();
    assert.equal(again.expect(201).text, made[0].text);
    assert.equal(again.headers.get('idempotency-replayed'), 'true');
    assert.equal(again.etag, made[0].etag);
    assert.equal(again.headers.get('location'), made[0].headers.get('location'));
    assert.equal((await app.sql(count, what))[0].n, 1, target);
  }
});

test('the_header_costs_two_calls_and_a_replay_one', async () => {
  const lead = await ann.lead('Counted');
  for (const [target, body] of [['/v1/leads', { name: 'x' }], [`/v1/leads/${lead.id}/notes`, { body: 'x' }], ['/v1/live_tickets', {}]]) {
    const plain = (await ann.post(target, body)).expect(201);
    const first = (await ann.post(target, body, keyed(`cost of ${target}`))).expect(201);
    assert.equal(first.cost.calls, plain.cost.calls + 2, target);
    const again = (await ann.post(target, body, keyed(`cost of ${target}`))).expect(201);
    assert.equal(again.cost.calls, 1, target);
  }
});

test('another_request_under_the_key_and_a_malformed_key_are_refused', async () => {
  (await ann.post('/v1/leads', { name: 'One' }, keyed('reused'))).expect(201);
  (await ann.post('/v1/leads', { name: 'Other' }, keyed('reused'))).refused(422, 'idempotency_key_reused');
  (await ann.post('/v1/contacts', { name: 'One' }, keyed('reused'))).refused(422, 'idempotency_key_reused');
  for (const key of ['', 'x'.repeat(256)]) (await ann.post('/v1/leads', { name: 'One' }, keyed(key))).refused(400, 'invalid_header');
});

test('a_secret_is_shown_again_to_its_caller_and_stands_nowhere', async () => {
  const send = () => owner.post(`/v1/users/${ann.id}/api_keys`, { name: 'again' }, keyed('secret'));
  const { secret } = (await send()).expect(201).body;
  assert.equal((await send()).expect(201).body.secret, secret);
  assert.equal((await app.send('GET', '/v1/me', { key: secret })).expect(200).body.user.id, ann.id);
  const kept = await app.sql('SELECT answer FROM idempotency WHERE answer IS NOT NULL');
  assert.ok(kept.length > 0);
  for (const { answer } of kept) assert.ok(!Buffer.from(answer, 'base64').includes(secret.slice(3)));
});

test('a_kill_in_the_middle_leaves_nothing_doubled_and_no_key_stuck', async () => {
  const lead = await ann.lead('Fragile');
  for (let round = 0; round < 3; round += 1) {
    const sends = [];
    for (let index = 0; index < 12; index += 1) {
      const name = `Round ${round} number ${index}`;
      sends.push((options) => ann.send('POST', '/v1/leads', { body: { name }, headers: keyed(name), ...options }));
      sends.push((options) => ann.send('POST', `/v1/leads/${lead.id}/notes`, { body: { body: name }, headers: keyed(`note ${name}`), ...options }));
    }
    let answered = 0;
    const running = sends.map((send) => send({ loose: true }).then(() => (answered += 1), () => {}));
    await until(() => answered >= 4, 'some are answered');
    const killed = app.worker.kill9();
    await Promise.all([killed, ...running]);
    await app.worker.restart();
    // Whoever was killed before the write keeps others waiting for half a minute: here it passes in the database.
    await app.withDatabase((database) => database.exec('UPDATE idempotency SET busy_until = 0 WHERE answer IS NULL'));
    for (const answer of await Promise.all(sends.map((send) => settled(send)))) answer.expect(201);
    for (let index = 0; index < 12; index += 1) {
      const name = `Round ${round} number ${index}`;
      assert.equal((await app.sql('SELECT count(*) AS n FROM record WHERE name = ?', name))[0].n, 1, name);
      assert.equal((await app.sql('SELECT count(*) AS n FROM note WHERE body = ?', name))[0].n, 1, name);
    }
  }
  await ann.timeline(`/v1/leads/${lead.id}`);
});
