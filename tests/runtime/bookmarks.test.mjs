// Read-your-writes: every answer that asked the database tells how new that was, and whoever hands that on reads nothing older.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startApp } from './support.mjs';

let app, owner;
before(async () => {
  app = await startApp();
  owner = await app.organization('Fresh');
});
after(() => app?.stop());

const bookmark = (answer) => answer.headers.get('x-d1-bookmark');

test('every_answer_that_asked_the_database_has_a_bookmark_and_a_later_one_is_not_smaller', async () => {
  let last = '';
  const lead = await owner.lead('Bookmarked');
  for (const [method, target, body, status] of [
    ['GET', '/v1/me', undefined, 200], ['POST', '/v1/leads', { name: 'x' }, 201], ['PATCH', `/v1/leads/${lead.id}`, { title: 'x' }, 200],
    ['GET', `/v1/leads/${lead.id}`, undefined, 200], ['POST', `/v1/leads/${lead.id}/notes`, { body: 'x' }, 201], ['DELETE', `/v1/leads/${lead.id}`, undefined, 204],
    ['GET', `/v1/leads/${lead.id}/timeline`, undefined, 200],
  ]) {
    const answer = (await owner.send(method, target, { body, headers: last ? { 'x-d1-bookmark': last } : {} })).expect(status);
    const now = bookmark(answer);
    assert.ok(now, `${answer.request} has a bookmark`);
    assert.ok(now >= last, `${answer.request}: ${now} is not before ${last}`);
    last = now;
  }
});

test('a_write_in_a_room_moves_the_bookmark', async () => {
  const lead = await owner.lead('Moved');
  const before = bookmark((await owner.get(`/v1/leads/${lead.id}`)).expect(200));
  const after = bookmark((await owner.patch(`/v1/leads/${lead.id}`, { title: 'x' })).expect(200));
  assert.ok(after > before, `${after} is after ${before}`);
});

test('what_asks_no_database_has_none', async () => {
  assert.equal(bookmark((await app.send('GET', '/healthz')).expect(200)), null);
  assert.equal(bookmark((await app.send('GET', '/v1/me')).expect(401)), null);
});

test('a_bookmark_that_is_none_or_of_another_time_does_no_harm', async () => {
  const lead = await owner.lead('Hardy');
  for (const given of ['', 'x', 'first-unconstrained', '00000000-00000000-00000000-00000000000000000000000000000000', 'ffffffff-ffffffff-ffffffff-ffffffffffffffffffffffffffffffff', 'é', '"; DROP TABLE record; --', 'x'.repeat(5000)]) {
    const headers = { 'x-d1-bookmark': Buffer.from(given).toString('latin1') };
    (await owner.get(`/v1/leads/${lead.id}`, headers)).expect(200);
    (await owner.post(`/v1/leads/${lead.id}/notes`, { body: 'x' }, headers)).expect(201);
  }
});
