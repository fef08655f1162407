// Many at once: one writer per record, one winner, nothing lost, nobody stuck.

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { eachAtOnce, fieldsOf, filled, replay, startApp, tally, until } from './support.mjs';

/** What the table of routes promises to hold. */
const EDITS = 200;
const CLAIMS = 50;

let app, owner, ann, agents;
before(async () => {
  app = await startApp();
  owner = await app.organization('Crowd');
  ann = await app.person(owner, 'Ann Able');
  agents = await eachAtOnce(Array.from({ length: CLAIMS }), 4, (_, index) => app.person(owner, `Agent ${index}`));
  (await owner.patch('/v1/organization', { settings: { pool: 'agents' } })).expect(200);
});
after(() => app?.stop());

/** Two hundred edits of one lead: own and common fields, with and without the version that was seen. */
async function crowdOfEdits(path, seen) {
  const answers = await Promise.all(
    Array.from({ length: EDITS }, (_, index) => {
      const kinds = [
        [{ fields: { [`own_${index}`.slice(0, 60)]: index } }, undefined], // Past 64 custom fields it is refused, rightly.
        [{ company: `Company ${index}` }, undefined],
        [{ title: `Title ${index}` }, seen],
        [{ phone: `+49 30 ${index}`, tags: [`tag-${index % 7}`] }, undefined],
        [{ fields: { common: index }, website: `https://${index}.example` }, index % 2 ? seen : undefined],
      ];
      const [body, version] = kinds[index % kinds.length];
      return ann.patch(path, body, version);
    }),
  );
  for (const answer of answers) answer.expect(200, 412);
  return answers;
}

/** Every `200` is one entry of one unbroken sequence, and the sequence tells how the record came to be what it is. */
async function checkSequence(path, answers, others = 0) {
  const record = (await ann.get(path)).expect(200).body;
  const entries = await ann.timeline(path);
  assert.equal(entries.length, record.version);
  const accepted = answers.filter(({ status }) => status === 200);
  const versions = accepted.map(({ body }) => body.version);
  assert.equal(new Set(versions).size, versions.length, 'every 200 has its own version');
  assert.equal(record.version, 1 + accepted.length + others, `nothing but what was accepted: ${JSON.stringify(tally(answers))}`);
  for (const { body } of accepted) assert.equal(entries[body.version - 1].type, 'updated');
  assert.deepEqual(filled(replay(entries)), fieldsOf(record));
  return { record, entries };
}

test('two_hundred_parallel_edits_of_a_lead_are_one_unbroken_sequence_that_replays_to_its_state', async () => {
  const lead = await ann.lead('Crowded');
  const path = `/v1/leads/${lead.id}`;
  const answers = await crowdOfEdits(path, lead.version);
  const { entries } = await checkSequence(path, answers);

  // Each answer shows the record as its own edit left it.
  for (const { body, status } of answers) {
    if (status === 200) assert.deepEqual(fieldsOf(body), filled(replay(entries.slice(0, body.version))));
  }
  // Of those who saw version 1 and wrote the same field, one wrote: the others were told what is there.
  const titles = answers.filter((_, index) => index % 5 === 2);
  assert.deepEqual(tally(titles), { 200: 1, 412: EDITS / 5 - 1 });
  for (const { body, status } of titles) {
    if (status !== 412) continue;
    assert.deepEqual(body.conflicts, ['title']);
    assert.equal(body.current.version, body.version);
  }
});

/**
 * Teams with which the record is shared already. Deleting one is a set-based write to all records shared with it, in
 * one statement each and outside of their rooms: the same kind of write as a bulk job's.
 */
async function teamsOn(path, names) {
  return await eachAtOnce(names, 1, async (name) => {
    const team = await app.team(owner, name);
    (await owner.post(`${path}/shares`, { with: { type: 'team', id: team.id }, permissions: ['read'] })).expect(201);
    return team;
  });
}

test('parallel_edits_and_set_based_writes_in_between_are_one_unbroken_sequence', async () => {
  const lead = await ann.lead('Crowded and bulked');
  const path = `/v1/leads/${lead.id}`;
  const teams = await teamsOn(path, Array.from({ length: 8 }, (_, index) => `Crowd ${index}`));
  const { version } = (await ann.get(path)).body;
  const answering = crowdOfEdits(path, version);
  const bulk = (async () => {
    for (const team of teams) (await owner.delete(`/v1/teams/${team.id}?force=true`)).expect(204);
  })();
  const [answers] = await Promise.all([answering, bulk]);
  const { entries } = await checkSequence(path, answers, 2 * teams.length);
  const ended = entries.filter(({ type }) => type === 'share_ended');
  assert.equal(ended.length, teams.length);
  const edited = entries.filter(({ type }) => type === 'updated').map(({ seq }) => seq);
  assert.ok(ended.some(({ seq }) => seq > edited[0] && seq < edited.at(-1)), 'the writes came in between');
});

async function poolLead(name) {
  const lead = await owner.lead(name, { owner_id: null });
  assert.equal(lead.owner, null);
  return lead;
}

function checkClaims(answers, lead) {
  assert.deepEqual(tally(answers), { 200: 1, 409: CLAIMS - 1 }, answers.find(({ status }) => status !== 409)?.text);
  const winner = answers.findIndex(({ status }) => status === 200);
  assert.deepEqual(answers[winner].body.owner, agents[winner].brief);
  assert.equal(answers[winner].body.id, lead.id);
  for (const [index, answer] of answers.entries()) if (index !== winner) answer.refused(409, 'already_owned');
  return agents[winner];
}

test('of_fifty_parallel_claims_one_wins_and_the_others_are_told_so', async () => {
  const lead = await poolLead('Wanted');
  const answers = await Promise.all(agents.map((agent) => agent.post(`/v1/leads/${lead.id}/claim`, {})));
  const winner = checkClaims(answers, lead);
  const entries = await owner.timeline(`/v1/leads/${lead.id}`);
  assert.deepEqual(entries.map(({ type }) => type), ['created', 'claimed']);
  assert.deepEqual(entries[1].data.to, winner.brief);
  assert.deepEqual(entries[1].actor, { ...winner.brief, type: 'user' });
  for (const agent of agents) (await agent.get(`/v1/leads/${lead.id}`)).expect(agent === winner ? 200 : 404);
});

test('of_fifty_parallel_claims_one_wins_with_set_based_writes_in_between', async () => {
  const lead = await poolLead('Wanted and bulked');
  const path = `/v1/leads/${lead.id}`;
  const teams = await teamsOn(path, ['Claim 0', 'Claim 1', 'Claim 2']);
  const [answers] = await Promise.all([
    Promise.all(agents.map((agent) => agent.post(`${path}/claim`, {}))),
    ...teams.map(async (team) => (await owner.delete(`/v1/teams/${team.id}?force=true`)).expect(204)),
  ]);
  checkClaims(answers, lead);
  const types = (await owner.timeline(path)).map(({ type }) => type).sort();
  assert.deepEqual(types, ['claimed', 'created', 'share_ended', 'share_ended', 'share_ended', 'shared', 'shared', 'shared']);
});

test('what_was_written_from_outside_of_the_room_counts_for_the_next_edit', async () => {
  const lead = await ann.lead('Bulked');
  const path = `/v1/leads/${lead.id}`;
  // What a bulk job does: the next number, an event and the change, for a set of records in one transaction.
  await app.withDatabase((database) => {
    const now = Date.now();
    database.exec('BEGIN IMMEDIATE');
    database
      .prepare(
        `INSERT INTO event (record_id, seq, org_id, type, at, actor_type, actor_id, actor_name, data)
         SELECT id, version + 1, org_id, 'updated', ?2, 'system', NULL, 'Bulk', json_object('changes', json_object('company', json_object('from', company, 'to', 'Bulk')))
         FROM record WHERE id IN (SELECT value FROM json_each(?1))`,
      )
      .run(JSON.stringify([lead.id]), now);
    database
      .prepare("UPDATE record SET version = version + 1, company = 'Bulk', updated_at = ?2 WHERE id IN (SELECT value FROM json_each(?1))")
      .run(JSON.stringify([lead.id]), now);
    database.exec('COMMIT');
  });
  const conflict = (await ann.patch(path, { company: 'Mine' }, lead.version)).refused(412, 'edit_conflict');
  assert.deepEqual(conflict.body.conflicts, ['company']);
  const merged = (await ann.patch(path, { title: 'CEO' }, lead.version)).expect(200).body;
  assert.deepEqual([merged.version, merged.company, merged.title], [3, 'Bulk', 'CEO']);
  const entries = await ann.timeline(path);
  assert.deepEqual(entries[1].actor, { id: null, name: 'Bulk', type: 'system' });
  assert.deepEqual(filled(replay(entries)), fieldsOf(merged));
});

test('of_two_deciders_at_once_the_first_wins_and_the_second_sees_the_decision', async () => {
  const second = await app.person(owner, 'Second Admin', 'admin');
  for (const [index, kind] of ['approve', 'deny', 'approve', 'deny'].entries()) {
    // Nobody owns it: whoever may assign anything decides.
    const lead = await poolLead(`Asked for ${index}`);
    (await owner.patch('/v1/organization', { settings: { pool: 'admins' } })).expect(200);
    const requester = agents[index];
    const request = (await requester.post(`/v1/leads/${lead.id}/collaboration_requests`, {})).expect(201).body;
    const decide = (who, verb) => who.post(`/v1/collaboration_requests/${request.id}/${verb}`, { note: `${who.name}` });
    const answers = await Promise.all([decide(owner, 'approve'), decide(second, kind), decide(owner, kind), decide(second, 'approve')]);
    assert.deepEqual(tally(answers), { 200: 1, 409: 3 });
    const won = answers.find(({ status }) => status === 200).body;
    for (const answer of answers.filter(({ status }) => status === 409)) {
      answer.refused(409, 'request_resolved');
      assert.deepEqual(answer.body.decision, won.decision);
    }
    const approved = won.status === 'approved';
    (await requester.get(`/v1/leads/${lead.id}`)).expect(approved ? 200 : 404);
    const types = (await owner.timeline(`/v1/leads/${lead.id}`)).map(({ type }) => type);
    assert.deepEqual(types, ['created', 'request_created', ...(approved ? ['request_approved', 'collaborator_added'] : ['request_denied'])]);
  }
  (await owner.patch('/v1/organization', { settings: { pool: 'agents' } })).expect(200);
});

test('the_same_collaborator_added_in_parallel_is_added_once', async () => {
  const lead = await ann.lead('Shared work');
  const path = `/v1/leads/${lead.id}`;
  const answers = await Promise.all(Array.from({ length: 20 }, () => ann.put(`${path}/collaborators/${agents[0].id}`)));
  assert.deepEqual(tally(answers), { 200: 19, 201: 1 });
  for (const { body } of answers) {
    assert.deepEqual(body.user, agents[0].brief);
    assert.equal(body.level, 'collaborator');
  }
  assert.deepEqual((await ann.timeline(path)).map(({ type }) => type), ['created', 'collaborator_added']);
  assert.equal((await ann.get(path)).body.collaborator_count, 1);
});

test('the_same_person_asking_in_parallel_has_one_open_request', async () => {
  const lead = await ann.lead('Asked often');
  const path = `/v1/leads/${lead.id}`;
  const answers = await Promise.all(Array.from({ length: 12 }, () => agents[1].post(`${path}/collaboration_requests`, {})));
  assert.deepEqual(tally(answers), { 200: 11, 201: 1 });
  assert.equal(new Set(answers.map(({ body }) => body.id)).size, 1);
  assert.deepEqual((await ann.timeline(path)).map(({ type }) => type), ['created', 'request_created']);
});

test('shares_with_one_recipient_in_parallel_are_one_share', async () => {
  const lead = await ann.lead('Shared often');
  const path = `/v1/leads/${lead.id}`;
  const share = (permissions) => ann.post(`${path}/shares`, { with: { type: 'user', id: agents[2].id }, permissions });
  const answers = await Promise.all(Array.from({ length: 12 }, (_, index) => share(index % 2 ? ['read'] : ['update'])));
  assert.deepEqual(tally(answers), { 200: 11, 201: 1 });
  assert.equal(new Set(answers.map(({ body }) => body.id)).size, 1);
  assert.equal((await ann.get(`${path}/shares`)).expect(200).body.data.length, 1);
  await ann.timeline(path);
});

test('a_client_that_goes_away_in_the_middle_of_its_edits_blocks_nobody', async () => {
  const lead = await ann.lead('Hasty');
  const path = `/v1/leads/${lead.id}`;
  for (let round = 0; round < 8; round += 1) {
    const leaving = Array.from({ length: 20 }, (_, index) => {
      const controller = new AbortController();
      const sent = ann.send('PATCH', path, { body: { title: `Hasty ${round} ${index}` }, signal: controller.signal }).catch(() => null);
      // Some go before they have asked, some while they wait for their turn, some while the database writes.
      setTimeout(() => controller.abort(), index * 2);
      return sent;
    });
    await Promise.all(leaving);
    const staying = await ann.send('PATCH', path, { body: { company: `Patient ${round}` }, signal: AbortSignal.timeout(15_000) });
    assert.equal(staying.expect(200).body.company, `Patient ${round}`);
  }
  const record = (await ann.get(path)).expect(200).body;
  const entries = await ann.timeline(path);
  assert.equal(entries.length, record.version);
  assert.deepEqual(filled(replay(entries)), fieldsOf(record));
});

test('parallel_changes_of_one_person_are_all_kept', async () => {
  const people = await eachAtOnce(Array.from({ length: 6 }), 3, (_, index) => app.person(owner, `Doubly changed ${index}`));
  for (const person of people) {
    const name = `Renamed ${randomUUID().slice(0, 8)}`;
    const [renamed, deactivated] = await Promise.all([
      person.patch(`/v1/users/${person.id}`, { name }),
      owner.patch(`/v1/users/${person.id}`, { active: false }),
    ]);
    deactivated.expect(200);
    renamed.expect(200, 401);
    const now = (await owner.get(`/v1/users/${person.id}`)).expect(200).body;
    assert.equal(now.active, false, 'a person who was deactivated stays so, whatever else was changed at that moment');
    if (renamed.status === 200) assert.equal(now.name, name);
  }
});

test('parallel_changes_of_different_settings_are_all_kept', async () => {
  const other = await app.organization('Settled');
  const bodies = [{ request_ttl_days: 3 }, { request_cooldown_hours: 5 }, { reveal_existence: false }, { multiple_assignment: true }];
  const answers = await Promise.all(bodies.map((settings) => other.patch('/v1/organization', { settings })));
  for (const answer of answers) answer.expect(200);
  const { settings } = (await other.get('/v1/organization')).expect(200).body;
  for (const body of bodies) assert.deepEqual({ ...settings, ...body }, settings);
});
