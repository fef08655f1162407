// A panic ends the instance of the wasm that it happens in. What was in flight there is lost: it fails, or is never
// answered, because what would have answered it is gone. Nothing else is.

import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { eachAtOnce, startApp, until } from './support.mjs';

let app, owner, ann, lead;
before(async () => {
  app = await startApp({ entry: path.join(import.meta.dirname, 'panicking.js') });
  owner = await app.organization('Shaken');
  ann = await app.person(owner, 'Ann Able');
  lead = await owner.lead('Shaken lead');
});
after(() => app?.stop());

/** How long a request that may be lost is waited for, in milliseconds. */
const LOST = 3_000;

/** Sends a request that may be lost: answers nothing when it was. */
async function risk(method, target, body, headers = {}) {
  try {
    const answer = await owner.send(method, target, { body, headers, signal: AbortSignal.timeout(LOST), loose: true });
    assert.doesNotMatch(answer.text, /panicked|randomness|src\//, 'a caller sees nothing of it');
    return answer.status >= 500 ? undefined : answer;
  } catch (error) {
    if (error.name !== 'TimeoutError') throw error;
    return undefined;
  }
}

const panics = () => app.worker.logs().filter((line) => /panicked at|Reinitializing Wasm/.test(line)).length;

/** Has a request panic: it is lost, and the log tells that it was by a panic. */
async function panic(where, method, target, body) {
  const before = panics();
  assert.equal(await risk(method, target, body, { 'x-panic': where }), undefined);
  await until(() => panics() > before, 'the panic is in the log');
}

/** Everything works: reading, writing in the Worker, writing in rooms. */
async function allIsWell(times) {
  await eachAtOnce(Array.from({ length: times }), 10, async (_, index) => {
    const made = await owner.lead(`After ${index}`);
    (await owner.patch(`/v1/leads/${made.id}`, { title: 'edited' }, made.version)).expect(200);
    (await owner.get(`/v1/leads/${made.id}`)).expect(200);
    await owner.timeline(`/v1/leads/${made.id}`);
  });
}

test('a_panic_in_the_worker_loses_its_own_request_and_no_later_one', async () => {
  for (let time = 0; time < 5; time += 1) {
    const rows = await app.rowCounts();
    await panic('worker', 'POST', '/v1/leads', { name: 'Never' });
    assert.deepEqual(await app.rowCounts(), rows);
    (await owner.get('/v1/me')).expect(200);
  }
  await allIsWell(20);
  assert.deepEqual(await owner.ids('/v1/leads?q=never'), []);
});

test('a_panic_in_a_room_writes_nothing_and_leaves_the_room_open', async () => {
  const share = { with: { type: 'user', id: ann.id }, permissions: ['read'] };
  for (let time = 0; time < 2; time += 1) {
    await panic('room', 'POST', `/v1/leads/${lead.id}/shares`, share);
    assert.deepEqual((await owner.timeline(`/v1/leads/${lead.id}`)).map(({ type }) => type), ['created']);
    (await ann.get(`/v1/leads/${lead.id}`)).expect(404);
  }
  (await owner.post(`/v1/leads/${lead.id}/shares`, share)).expect(201);
  (await ann.get(`/v1/leads/${lead.id}`)).expect(200);
  await allIsWell(20);
});

test('a_panic_among_many_requests_leaves_every_answer_and_every_record_whole', async () => {
  const leads = [];
  for (let index = 0; index < 6; index += 1) leads.push(await owner.lead(`Crowded ${index}`));
  const accepted = new Map(leads.map(({ id }) => [id, 0]));
  await eachAtOnce(Array.from({ length: 120 }), 12, async (_, index) => {
    const { id } = leads[index % leads.length];
    if (index % 20 === 10) return await risk('PUT', `/v1/leads/${id}/collaborators/${ann.id}`, {}, { 'x-panic': index % 40 === 10 ? 'worker' : 'room' });
    const answer = await risk('PATCH', `/v1/leads/${id}`, { fields: { [`edit_${index}`]: index } });
    if (answer?.expect(200)) accepted.set(id, accepted.get(id) + 1);
  });
  for (const { id } of leads) {
    const edits = (await owner.timeline(`/v1/leads/${id}`)).filter(({ type }) => type === 'updated').length;
    assert.ok(edits >= accepted.get(id), `${accepted.get(id)} edits were accepted, ${edits} are there`);
    const { fields } = (await owner.get(`/v1/leads/${id}`)).expect(200).body;
    assert.equal(Object.keys(fields).length, edits);
  }
  await allIsWell(20);
});
