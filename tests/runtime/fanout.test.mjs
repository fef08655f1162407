// Five hundred edits while the runtime is killed and restarted three times: in the end every event is fanned out, and each of
// those who work on a record was told of each event once.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startApp, until } from './support.mjs';

const EDITS = 500;
const KILLS = 3;
const WRITERS = 6;

let app;
before(async () => (app = await startApp()));
after(() => app?.stop());

test('five_hundred_edits_over_three_kills_are_told_once_to_each_who_works_on_the_record', async () => {
  const owner = await app.organization('Retold');
  const [ann, bob, cara] = await Promise.all(['Ann Able', 'Bob Best', 'Cara Cole'].map((name) => app.person(owner, name)));
  const leads = [];
  for (let index = 0; index < 5; index += 1) {
    const lead = await ann.lead(`Lead ${index}`);
    for (const who of [bob, cara]) (await ann.put(`/v1/leads/${lead.id}/collaborators/${who.id}`)).expect(201);
    leads.push(lead);
  }
  let asked = 0;
  let done = 0;
  for (let round = 0; round <= KILLS; round += 1) {
    let alive = true;
    const enough = Math.ceil((EDITS * (round + 1)) / (KILLS + 1));
    const write = async () => {
      while (alive && (round < KILLS || done < EDITS)) {
        const number = (asked += 1);
        try {
          const answer = await ann.send('PATCH', `/v1/leads/${leads[number % leads.length].id}`, { body: { title: `Title ${number}` }, loose: true });
          if (!alive && answer.status !== 200) break;
          answer.expect(200);
          done += 1;
        } catch (error) {
          if (error instanceof assert.AssertionError && alive) throw error;
          break; // The connection broke.
        }
      }
    };
    const writers = Array.from({ length: WRITERS }, write);
    await until(() => done >= enough, 'edits are being answered', 120_000);
    if (round < KILLS) {
      const killed = app.worker.kill9();
      alive = false;
      await Promise.all([killed, ...writers]);
      await app.worker.restart();
    } else {
      await Promise.all(writers);
    }
  }
  // The sweep takes what has waited for a minute: here the minute passes in the database.
  const waiting = async () => (await app.sql('SELECT count(*) AS n FROM event WHERE dispatched_at IS NULL'))[0].n;
  await app.withDatabase((database) => database.exec('UPDATE event SET at = at - 120000, nudged_at = NULL WHERE dispatched_at IS NULL'));
  await app.worker.scheduled();
  await until(async () => (await waiting()) === 0, 'every event is fanned out', 60_000);

  const ids = JSON.stringify(leads.map(({ id }) => id));
  const [{ n: edits }] = await app.sql("SELECT count(*) AS n FROM event WHERE type = 'updated' AND record_id IN (SELECT value FROM json_each(?))", ids);
  assert.ok(edits >= EDITS, `${edits} edits`);
  for (const [who, times] of [[ann, 0], [bob, 1], [cara, 1], [owner, 0]]) {
    const wrong = await app.sql(
      `SELECT e.record_id, e.seq, count(n.id) AS told FROM event e LEFT JOIN notification n ON n.record_id = e.record_id AND n.seq = e.seq AND n.user_id = ?
       WHERE e.type = 'updated' AND e.record_id IN (SELECT value FROM json_each(?)) GROUP BY e.record_id, e.seq HAVING count(n.id) <> ?`,
      who.id, ids, times,
    );
    assert.deepEqual(wrong, [], who.name);
  }
  const [{ n: unread }] = await app.sql('SELECT count(*) AS n FROM notification WHERE user_id = ? AND read_at IS NULL', bob.id);
  assert.equal((await bob.get('/v1/notifications?limit=1')).expect(200).body.unread, unread);
});
