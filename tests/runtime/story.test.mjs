// The main story, from set-up to revoke, on the running Worker.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { COLLABORATE, EVERYTHING, UNKNOWN, startApp } from './support.mjs';

let app;
before(async () => (app = await startApp()));
after(() => app?.stop());

test('a_lead_is_requested_approved_edited_by_two_shared_with_a_team_and_revoked', async (t) => {
  let owner, ann, bob, cara, lead, path, request, share, team;

  await t.test('setup_makes_an_organisation_its_owner_and_a_key', async () => {
    const body = { organization: { name: 'Acme' }, owner: { name: 'Olga Owner', email: 'Olga@Acme.example' } };
    const answer = (await app.send('POST', '/v1/setup', { key: 'dev-setup-token', body })).expect(201);
    assert.equal(answer.body.organization.name, 'Acme');
    assert.equal(answer.body.user.name, 'Olga Owner');
    assert.equal(answer.body.user.email, 'olga@acme.example');
    assert.match(answer.body.api_key.secret, /^lr_/);
    assert.match(answer.body.api_key.id, /^[0-9a-f-]{36}$/);
    owner = await app.organization('Story');
    const me = (await owner.get('/v1/me')).expect(200).body;
    assert.equal(me.user.id, owner.id);
    assert.equal(me.organization.id, owner.org);
    assert.equal(me.role, 'owner');
    assert.ok(me.capabilities.includes('manage_people'));
    assert.deepEqual(me.teams, []);
  });

  await t.test('two_people_get_keys_of_their_own', async () => {
    ann = await app.person(owner, 'Ann Able');
    bob = await app.person(owner, 'Bob Best');
    cara = await app.person(owner, 'Cara Cole');
    const me = (await ann.get('/v1/me')).expect(200).body;
    assert.equal(me.role, 'agent');
    assert.deepEqual([...me.capabilities].sort(), ['bulk', 'claim', 'create', 'import', 'share', 'transfer_own']);
  });

  await t.test('a_new_lead_belongs_to_its_maker', async () => {
    const fields = { name: 'Müller GmbH', email: 'info@mueller.example', amount: 1_250_000, currency: 'USD', tags: ['vip'], fields: { size: 12 } };
    const answer = (await ann.post('/v1/leads', fields)).expect(201);
    lead = answer.body;
    path = `/v1/leads/${lead.id}`;
    assert.equal(answer.headers.get('location'), path);
    const { id, created_at, updated_at, last_activity_at, ...rest } = lead;
    assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    for (const time of [created_at, updated_at, last_activity_at]) assert.match(time, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    assert.deepEqual(rest, {
      kind: 'lead', name: 'Müller GmbH', company: null, title: null, email: 'info@mueller.example', phone: null, website: null,
      status: 'new', source: null, amount: 1_250_000, currency: 'USD', tags: ['vip'], fields: { size: 12 },
      owner: ann.brief, collaborators: [], collaborator_count: 0, permissions: EVERYTHING, version: 1, deleted_at: null,
      contact_id: null, deal_id: null,
    });
    assert.deepEqual((await ann.get(path)).expect(200).body, lead);
  });

  await t.test('the_second_person_is_told_as_little_as_of_a_lead_that_does_not_exist', async () => {
    const unseen = (await bob.get(path)).refused(404, 'not_found');
    const unknown = (await bob.get(`/v1/leads/${UNKNOWN}`)).refused(404, 'not_found');
    assert.equal(unseen.anonymous, unknown.anonymous);
    assert.deepEqual((await bob.get('/v1/leads')).expect(200).body, { data: [], next_cursor: null });
    assert.deepEqual((await bob.get('/v1/leads/count')).expect(200).body, { count: 0, exact: true });
  });

  await t.test('a_request_waits_in_the_owners_inbox_once', async () => {
    const answer = (await bob.post(`${path}/collaboration_requests`, { reason: 'my customer' })).expect(201);
    request = answer.body;
    assert.equal(request.status, 'pending');
    assert.deepEqual(request.requester, bob.brief);
    assert.deepEqual({ id: request.lead.id, name: request.lead.name }, { id: lead.id, name: null });
    assert.equal(request.level, 'collaborator');
    assert.equal(request.reason, 'my customer');
    assert.equal(request.until, null);
    assert.equal(request.decision, null);
    assert.equal(Date.parse(request.expires_at) - Date.parse(request.created_at), 14 * 24 * 3600 * 1000);
    const again = (await bob.post(`${path}/collaboration_requests`, {})).expect(200);
    assert.equal(again.body.id, request.id);
    const inbox = (await ann.get('/v1/collaboration_requests?box=incoming&status=pending')).expect(200).body.data;
    assert.deepEqual(inbox.map(({ id }) => id), [request.id]);
    assert.equal(inbox[0].lead.name, 'Müller GmbH');
    const outgoing = (await bob.get('/v1/collaboration_requests?box=outgoing')).expect(200).body.data;
    assert.deepEqual(outgoing.map(({ id }) => id), [request.id]);
    assert.equal(outgoing[0].lead.name, null);
    (await bob.post(`/v1/collaboration_requests/${request.id}/approve`, {})).expect(403, 404);
  });

  await t.test('the_owner_approves_and_the_second_decision_meets_the_first', async () => {
    const answer = (await ann.post(`/v1/collaboration_requests/${request.id}/approve`, { note: 'welcome' })).expect(200);
    assert.equal(answer.body.status, 'approved');
    const { at, ...decision } = answer.body.decision;
    assert.ok(Date.parse(at) > 0);
    assert.deepEqual(decision, { by: ann.brief, note: 'welcome', level: 'collaborator', until: null });
    const late = (await ann.post(`/v1/collaboration_requests/${request.id}/deny`, { note: 'no' })).refused(409, 'request_resolved');
    assert.deepEqual(late.body.decision, answer.body.decision);
    const seen = (await bob.get(path)).expect(200).body;
    assert.deepEqual(seen.permissions, COLLABORATE);
    assert.deepEqual(seen.collaborators, [{ ...bob.brief, level: 'collaborator' }]);
    assert.equal(seen.collaborator_count, 1);
    assert.deepEqual(await bob.ids('/v1/leads?collaborator=me'), [lead.id]);
    (await bob.delete(path)).refused(403, 'forbidden');
  });

  await t.test('both_edit_at_once_and_only_the_same_field_conflicts', async () => {
    const { version } = (await bob.get(path)).body;
    const [first, second] = await Promise.all([
      ann.patch(path, { phone: '+49 30 1234567' }, version),
      bob.patch(path, { company: 'Müller' }, version),
    ]);
    first.expect(200);
    second.expect(200);
    assert.deepEqual([first.body.version, second.body.version].sort(), [version + 1, version + 2]);
    const conflict = (await bob.patch(path, { phone: '1', title: 'CEO' }, version)).refused(412, 'edit_conflict');
    assert.deepEqual(conflict.body.conflicts, ['phone']);
    assert.equal(conflict.body.version, version + 2);
    const now = (await bob.get(path)).expect(200).body;
    assert.deepEqual(conflict.body.current, now);
    assert.equal(now.phone, '+49 30 1234567');
    assert.equal(now.company, 'Müller');
    assert.equal(now.title, null);
    const same = (await bob.patch(path, { phone: '+49 30 1234567' }, version)).expect(200);
    assert.equal(same.body.version, version + 2);
  });

  await t.test('a_share_with_a_team_reaches_its_members_until_it_is_revoked', async () => {
    team = await app.team(owner, 'North', [cara]);
    (await cara.get(path)).refused(404, 'not_found');
    const answer = (await ann.post(`${path}/shares`, { with: { type: 'team', id: team.id }, permissions: ['update'], reason: 'holiday' })).expect(201);
    share = answer.body;
    assert.deepEqual(share.permissions, ['read', 'update']);
    assert.deepEqual(share.effective, ['read', 'update']);
    assert.equal(share.with.type, 'team');
    assert.equal(share.with.id, team.id);
    assert.deepEqual(share.granted_by, ann.brief);
    assert.equal(share.expires_at, null);
    const seen = (await cara.get(path)).expect(200).body;
    assert.deepEqual(seen.permissions, ['read', 'update']);
    (await cara.patch(path, { title: 'CFO' })).expect(200);
    assert.deepEqual(await cara.ids('/v1/leads?shared=with_me'), [lead.id]);
    assert.deepEqual(await ann.ids('/v1/leads?shared=by_me'), [lead.id]);
    assert.deepEqual(await cara.ids('/v1/shares?direction=received'), [share.id]);
    assert.deepEqual(await ann.ids('/v1/shares?direction=given'), [share.id]);
    assert.equal((await ann.delete(`/v1/shares/${share.id}`)).expect(204).text, '');
    (await cara.get(path)).refused(404, 'not_found');
    (await cara.patch(path, { title: 'again' })).refused(404, 'not_found');
    assert.deepEqual(await cara.ids('/v1/leads'), []);
  });

  await t.test('a_removed_collaborator_sees_nothing_and_the_timeline_tells_it_all', async () => {
    (await ann.delete(`${path}/collaborators/${bob.id}`)).expect(204);
    (await bob.get(path)).refused(404, 'not_found');
    (await bob.get(`${path}/timeline`)).refused(404, 'not_found');
    const entries = await ann.timeline(path);
    assert.deepEqual(entries.map(({ type }) => type), [
      'created', 'request_created', 'request_approved', 'collaborator_added', 'updated', 'updated', 'shared', 'updated', 'share_ended',
      'collaborator_removed',
    ]);
    assert.deepEqual(entries[0].actor, { ...ann.brief, type: 'user' });
    assert.deepEqual(entries[1].actor, { ...bob.brief, type: 'user' });
    assert.deepEqual(entries[7].data, { changes: { title: { from: null, to: 'CFO' } } });
    assert.equal((await ann.get(path)).body.version, entries.length);
  });
});
