// What touches five thousand leads at once, on the real database: somebody leaves, a team is deleted, a share of a book
// changes and ends. A few calls whatever the number, and access is right with the answer; every record tells, and people
// are told once of all.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { EVERYTHING, startApp, until } from './support.mjs';

const LEADS = 5000;
/** Some of them: the first, the last, and what lies between. */
const SOME = [1, 2, 777, 2500, LEADS];

let app;
before(async () => {
  app = await startApp();
});
after(() => app?.stop());

/** An organisation in which Ann has five thousand leads, written by SQL. */
async function world(series) {
  const owner = await app.organization(`Many ${series}`);
  const [ann, bob, cara] = [await app.person(owner, 'Ann Able'), await app.person(owner, 'Bob Best'), await app.person(owner, 'Cara Cole')];
  const id = (index) => `0190000${series}-0000-7000-8000-${String(index).padStart(12, '0')}`;
  await app.seedLeads(ann, `0190000${series}`, LEADS);
  return { owner, ann, bob, cara, lead: (index) => `/v1/leads/${id(index)}` };
}

/** A share of every lead of an organisation, made by `by`; `parent` is the grant it was made from, as SQL. */
async function shareAll({ org }, by, principal, series, permissions, parent = 'NULL') {
  await app.withDatabase((database) => {
    database.prepare(
      `INSERT INTO access (record_id, principal, source, permissions, id, parent_id, granted_by, granted_at, num, shelf, updated_at, created_at, name_key, amount_key)
       SELECT id, ?1, 'share', ?2, ?3 || substr(id, 9), ${parent}, ?4, 1, num, shelf, updated_at, created_at, name_key, amount_key FROM record WHERE org_id = ?5`,
    ).run(principal, permissions, series, by.id, org);
  });
}

/** How many leads somebody sees, by the list's own door and by that of one lead. */
async function sees(who, lead) {
  const { count, exact } = (await who.get('/v1/leads/count')).expect(200).body;
  assert.equal(exact, true);
  for (const index of SOME) (await who.get(lead(index))).expect(count === 0 ? 404 : 200);
  assert.equal((await who.get('/v1/leads?limit=1')).expect(200).body.data.length, Math.min(count, 1));
  return count;
}

/** Every record's version is the number of its entries, without a gap, and what tells of them has gone out. */
async function told({ org }) {
  const [{ wrong }] = await app.sql(
    `SELECT count(*) AS wrong FROM record r WHERE org_id = ? AND (version <> (SELECT count(*) FROM event e WHERE e.record_id = r.id)
     OR version <> (SELECT max(seq) FROM event e WHERE e.record_id = r.id))`, org,
  );
  assert.equal(wrong, 0);
  await until(async () => (await app.sql('SELECT count(*) AS n FROM event WHERE org_id = ? AND dispatched_at IS NULL', org))[0].n === 0, 'everything has gone out', 60_000);
}

/** What somebody was told, as types and numbers. */
async function heard(who) {
  return (await who.all('/v1/notifications')).map(({ type, count }) => [type, count]);
}

function atMost(answer, calls) {
  assert.ok(answer.cost.calls <= calls, `${answer.request} cost ${JSON.stringify(answer.cost)}`);
  return answer;
}

test('whoever_leaves_five_thousand_leads_behind_is_out_at_once_and_they_are_handed_over_one_by_one_or_taken_back', async () => {
  const { owner, ann, bob, cara, lead } = await world(1);
  const book = { with: { type: 'user', id: bob.id }, permissions: ['update'] };
  (await ann.post('/v1/book_shares', book)).expect(201);
  assert.equal(await sees(bob, lead), LEADS);
  const left = atMost((await owner.patch(`/v1/users/${ann.id}`, { active: false })).expect(200), 2);
  assert.ok(left.cost.rowsWritten < 50, `it writes none of the leads: ${JSON.stringify(left.cost)}`);
  (await ann.get('/v1/leads')).refused(401, 'user_inactive');
  // What she gave stands, and what she had is found as somebody's who is absent.
  assert.equal(await sees(bob, lead), LEADS);
  assert.equal((await owner.get('/v1/leads/count?owner=inactive')).expect(200).body.count, LEADS);
  (await bob.post(`${lead(1)}/assign`, { owner_id: bob.id })).refused(403, 'forbidden');
  // Handed over: with all that the new owner may do, with or without a place for whoever had it.
  const handed = atMost((await owner.post(`${lead(1)}/assign`, { owner_id: cara.id, keep_previous_owner: 'none' })).expect(200), 3).body;
  assert.deepEqual([handed.owner, handed.version], [cara.brief, 2]);
  (await owner.post(`${lead(2)}/assign`, { owner_id: cara.id, keep_previous_owner: 'edit' })).expect(200);
  for (const index of [1, 2]) assert.deepEqual((await cara.get(lead(index))).expect(200).body.permissions, EVERYTHING);
  (await owner.post(`${lead(3)}/assign`, { owner_id: ann.id })).invalid('owner_id');
  (await bob.get(lead(1))).refused(404, 'not_found'); // It has left the book.
  assert.equal((await owner.get('/v1/leads/count?owner=inactive')).expect(200).body.count, LEADS - 2);
  // Taken back: she has what is still hers.
  const back = atMost((await owner.patch(`/v1/users/${ann.id}`, { active: true })).expect(200), 2);
  assert.ok(back.cost.rowsWritten < 50, JSON.stringify(back.cost));
  assert.equal((await ann.get('/v1/leads/count?owner=me')).expect(200).body.count, LEADS - 2);
  (await ann.get(lead(1))).refused(404, 'not_found');
  assert.ok((await ann.get(lead(2))).expect(200).body.permissions.includes('update'));
  assert.equal((await owner.get('/v1/leads/count?owner=inactive')).expect(200).body.count, 0);
  await told(owner);
});

test('a_team_that_alone_shows_five_thousand_leads_is_deleted_when_asked_to_by_force_and_each_lead_tells', async () => {
  const { owner, ann, bob, cara, lead } = await world(2);
  const team = await app.team(owner, 'North', [bob]);
  await shareAll(owner, ann, `team:${team.id}`, '01900021', 1 | 8);
  // What Bob shared on from the team's shares goes with them.
  await shareAll(owner, bob, `user:${cara.id}`, '01900022', 1, `(SELECT a.id FROM access a WHERE a.record_id = record.id AND a.principal = 'team:${team.id}')`);
  for (const who of [bob, cara]) assert.equal(await sees(who, lead), LEADS);
  const refused = atMost((await owner.delete(`/v1/teams/${team.id}`)).refused(409, 'team_in_use'), 1);
  assert.equal(refused.cost.rowsWritten, 0);
  assert.ok(refused.body.people >= 1 && refused.body.records >= 1, String(refused));
  for (const who of [bob, cara]) assert.equal(await sees(who, lead), LEADS);
  atMost((await owner.delete(`/v1/teams/${team.id}?force=true`)).expect(204), 2);
  for (const who of [bob, cara]) assert.equal(await sees(who, lead), 0);
  for (const index of SOME) {
    const [, first, second, ...more] = await ann.timeline(lead(index));
    assert.deepEqual([first.type, second.type, more], ['share_ended', 'share_ended', []]);
    const ends = [first, second].map(({ data, actor }) => [data.with.name, data.permissions, data.cause, actor.name]).sort();
    assert.deepEqual(ends, [['Cara Cole', ['read'], 'team_deleted', owner.name], ['North', ['read', 'share'], 'team_deleted', owner.name]]);
    assert.equal((await ann.get(lead(index))).expect(200).body.version, 3);
  }
  await told(owner);
  for (const who of [bob, cara]) assert.deepEqual(await heard(who), [['bulk_summary', LEADS]]);
});

test('a_share_of_a_book_of_five_thousand_leads_shrinks_and_ends_for_all_who_have_something_of_it_at_once', async () => {
  const { owner, ann, bob, cara, lead } = await world(3);
  const book = (await ann.post('/v1/book_shares', { with: { type: 'user', id: bob.id }, permissions: ['update', 'note', 'share'] })).expect(201).body;
  await shareAll(owner, bob, `user:${cara.id}`, '01900031', 1 | 2 | 32, `'${book.id}'`);
  for (const who of [bob, cara]) assert.equal(await sees(who, lead), LEADS);
  const path = `/v1/book_shares/${book.id}`;
  atMost((await ann.patch(path, { permissions: ['note'] })).expect(200), 3);
  for (const index of SOME) {
    for (const who of [bob, cara]) {
      assert.deepEqual((await who.get(lead(index))).expect(200).body.permissions, ['read', 'note']);
      (await who.patch(lead(index), { title: 'x' })).refused(403, 'forbidden');
    }
    const [, entry, ...more] = await ann.timeline(lead(index));
    assert.deepEqual([entry.type, entry.data.permissions, entry.data.from.permissions, more], ['share_changed', ['read', 'note'], ['read', 'update', 'note'], []]);
  }
  // Said again, it changes nothing.
  const again = atMost((await ann.patch(path, { permissions: ['note'] })).expect(200), 3);
  assert.ok(again.cost.rowsWritten < 20, JSON.stringify(again.cost));
  atMost((await ann.delete(path)).expect(204), 3);
  for (const who of [bob, cara]) assert.equal(await sees(who, lead), 0);
  for (const index of SOME) {
    assert.deepEqual((await ann.timeline(lead(index))).map(({ type }) => type), ['created', 'share_changed', 'share_ended']);
    assert.equal((await ann.get(lead(index))).expect(200).body.version, 3);
  }
  await told(owner);
});
