// The runtime is killed in the middle of writing, three times: what was answered is there, once; nothing is half there;
// and in the end every event has been fanned out.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fieldsOf, filled, replay, startApp, until } from './support.mjs';

const ROUNDS = 3;
/** How many clients write at once. */
const WRITERS = 8;
/** How many writes are answered before the axe falls. */
const ANSWERED = 40;

let app;
before(async () => (app = await startApp()));
after(() => app?.stop());

test('what_was_answered_before_a_kill_is_there_once_and_every_event_is_fanned_out_in_the_end', async (t) => {
  const owner = await app.organization('Fragile');
  const ann = await app.person(owner, 'Ann Able');
  const edited = [await ann.lead('Edited 0'), await ann.lead('Edited 1'), await ann.lead('Edited 2')];
  const answered = { edits: [], creates: [] };
  let asked = 0;
  let lost = 0;

  for (let round = 0; round < ROUNDS; round += 1) {
    let alive = true;
    let done = 0;
    const write = async () => {
      while (alive) {
        const number = (asked += 1);
        const target = edited[number % edited.length];
        try {
          if (number % 3) {
            const answer = await ann.send('PATCH', `/v1/leads/${target.id}`, { body: { title: `Title ${number}`, fields: { [`key_${number % 20}`]: number } }, loose: true });
            if (!alive && answer.status !== 200) break;
            answered.edits.push({ id: target.id, number, version: answer.expect(200).body.version });
          } else {
            const answer = await ann.send('POST', '/v1/leads', { body: { name: `Made ${number}`, email: `made.${number}@example.com` }, loose: true });
            if (!alive && answer.status !== 201) break;
            answered.creates.push({ id: answer.expect(201).body.id, number });
          }
          done += 1;
        } catch (error) {
          if (error instanceof assert.AssertionError && alive) throw error;
          lost += 1;
          break; // The connection broke: whether this one was written nobody knows, and either is right.
        }
      }
    };
    const writers = Array.from({ length: WRITERS }, write);
    await until(() => done >= ANSWERED, 'writes are being answered');
    const killed = app.worker.kill9();
    alive = false;
    await Promise.all([killed, ...writers]);
    await app.worker.restart();
  }
  assert.ok(lost > 0, 'the kills came in the middle of writing');

  await t.test('every_edit_that_was_answered_is_one_entry_of_a_gapless_timeline', async () => {
    for (const { id } of edited) {
      const path = `/v1/leads/${id}`;
      const record = (await ann.get(path)).expect(200).body;
      const entries = await ann.timeline(path);
      assert.equal(record.version, entries.length);
      assert.deepEqual(filled(replay(entries)), fieldsOf(record));
      const titles = entries.map(({ data }) => data.changes.title?.to);
      for (const { number, version } of answered.edits.filter((edit) => edit.id === id)) {
        assert.equal(titles[version - 1], `Title ${number}`, `edit ${number}`);
        assert.equal(titles.filter((title) => title === `Title ${number}`).length, 1, `edit ${number} once`);
      }
    }
    assert.ok(answered.edits.length >= ROUNDS);
  });

  await t.test('every_record_whose_making_was_answered_is_there_once', async () => {
    const names = (await ann.all('/v1/leads?limit=200')).map(({ name }) => name);
    assert.equal(new Set(names).size, names.length);
    for (const { id, number } of answered.creates) {
      assert.equal((await ann.get(`/v1/leads/${id}`)).expect(200).body.name, `Made ${number}`);
      assert.equal((await ann.timeline(`/v1/leads/${id}`)).length, 1);
      assert.ok(names.includes(`Made ${number}`));
    }
  });

  await t.test('nothing_is_half_there', async () => {
    const broken = await app.sql(
      `SELECT r.id FROM record r WHERE r.version <> (SELECT count(*) FROM event e WHERE e.record_id = r.id) OR r.version <> (SELECT max(seq) FROM event e WHERE e.record_id = r.id)
         OR NOT EXISTS (SELECT 1 FROM access a WHERE a.record_id = r.id AND a.principal = 'book:' || r.owner_id AND a.updated_at = r.updated_at)`,
    );
    assert.deepEqual(broken, []);
    assert.deepEqual(await app.sql('SELECT e.record_id FROM event e LEFT JOIN record r ON r.id = e.record_id WHERE r.id IS NULL'), []);
    assert.deepEqual(await app.sql('PRAGMA integrity_check'), [{ integrity_check: 'ok' }]);
  });

  await t.test('the_restarted_worker_goes_on_as_if_nothing_had_been', async () => {
    for (const { id } of edited) {
      const { version } = (await ann.get(`/v1/leads/${id}`)).body;
      assert.equal((await ann.patch(`/v1/leads/${id}`, { company: 'After' }, version)).expect(200).body.version, version + 1);
    }
  });

  await t.test('what_the_queue_lost_the_sweep_finds_and_every_event_is_fanned_out', async () => {
    const waiting = async () => (await app.sql('SELECT count(*) AS n FROM event WHERE dispatched_at IS NULL'))[0].n;
    // The sweep takes what has waited for a minute: here the minute passes in the database.
    await app.withDatabase((database) => database.exec('UPDATE event SET at = at - 120000 WHERE dispatched_at IS NULL'));
    await app.worker.scheduled();
    await until(async () => (await waiting()) === 0, 'every event is fanned out', 45_000);
    const [{ early }] = await app.sql('SELECT count(*) AS early FROM event WHERE dispatched_at < at');
    assert.equal(early, 0);
  });

  await t.test('an_event_of_a_running_worker_is_fanned_out_by_its_message_alone', async () => {
    const lead = await ann.lead('Prompt');
    (await ann.patch(`/v1/leads/${lead.id}`, { title: 'x' })).expect(200);
    await until(async () => (await app.sql('SELECT count(*) AS n FROM event WHERE record_id = ? AND dispatched_at IS NULL', lead.id))[0].n === 0, 'its events are fanned out', 30_000);
  });
});
