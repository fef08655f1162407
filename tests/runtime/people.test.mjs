// People, teams, roles, keys and the organisation's settings.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { UNKNOWN, startApp, until } from './support.mjs';

let app, owner, admin, ann, bob;
before(async () => {
  app = await startApp();
  owner = await app.organization('People');
  admin = await app.person(owner, 'Ada Admin', 'admin');
  ann = await app.person(owner, 'Ann Able');
  bob = await app.person(owner, 'Bob Best');
});
after(() => app?.stop());

test('me_tells_who_one_is_and_what_one_may', async () => {
  const team = await app.team(owner, 'Mine', [ann]);
  const me = (await ann.get('/v1/me')).expect(200).body;
  assert.equal(me.user.id, ann.id);
  assert.equal(me.user.name, 'Ann Able');
  assert.equal(me.user.active, true);
  assert.deepEqual(me.organization, { id: owner.org, name: 'People' });
  assert.equal(me.role, 'agent');
  assert.deepEqual([...me.capabilities].sort(), ['bulk', 'claim', 'create', 'import', 'share', 'transfer_own']);
  assert.deepEqual(me.teams, [{ id: team.id, name: 'Mine' }]);
  const all = ['assign_any', 'bulk', 'claim', 'create', 'export', 'import', 'manage_people', 'manage_settings', 'manage_sources', 'reshare', 'share', 'transfer_own', 'view_all', 'view_pool'];
  assert.deepEqual([...(await owner.get('/v1/me')).body.capabilities].sort(), all);
});

test('a_user_is_made_read_changed_and_listed', async () => {
  const made = (await owner.post('/v1/users', { name: 'Nora New', email: 'Nora@Example.com', role: 'agent' })).expect(201);
  assert.equal(made.headers.get('location'), `/v1/users/${made.body.id}`);
  const { id, created_at: createdAt, updated_at: updatedAt, ...rest } = made.body;
  assert.ok(Date.parse(createdAt) && Date.parse(updatedAt));
  assert.deepEqual(rest, { name: 'Nora New', email: 'nora@example.com', role: 'agent', active: true, teams: [], version: 1 });
  assert.deepEqual((await ann.get(`/v1/users/${id}`)).expect(200).body, made.body);
  const changed = (await owner.patch(`/v1/users/${id}`, { name: 'Nora Newer', role: 'admin' })).expect(200).body;
  assert.deepEqual([changed.name, changed.role, changed.version], ['Nora Newer', 'admin', 2]);
  const same = (await owner.patch(`/v1/users/${id}`, { name: 'Nora Newer' })).expect(200).body;
  assert.equal(same.version, 2);
  (await owner.patch(`/v1/users/${id}`, { name: 'Late' }, 1)).refused(412, 'edit_conflict');
  (await owner.post('/v1/users', { name: 'Copy', email: 'nora@example.com', role: 'agent' })).refused(409, 'email_taken');
  (await owner.post('/v1/users', { name: 'X', email: 'x1@example.com', role: 'nonsense' })).invalid('role');
  (await owner.post('/v1/users', { name: 'X', email: 'nonsense', role: 'agent' })).invalid('email');
  (await owner.post('/v1/users', {})).invalid('name', 'email', 'role');
  (await owner.patch(`/v1/users/${id}`, { email: 'other@example.com' })).invalid('email');
  const team = await app.team(owner, 'Born into');
  const born = (await owner.post('/v1/users', { name: 'Bea Born', email: 'bea@example.com', role: 'agent', team_ids: [team.id] })).expect(201).body;
  assert.deepEqual(born.teams, [{ id: team.id, name: 'Born into' }]);
  (await owner.get(`/v1/users/${UNKNOWN}`)).refused(404, 'not_found');
});

test('users_are_found_by_the_beginnings_of_their_names_and_addresses', async () => {
  const zoe = (await owner.post('/v1/users', { name: 'Zoë Zänker', email: 'z.zaenker@example.org', role: 'agent' })).expect(201).body;
  const found = async (query) => (await ann.ids(`/v1/users?${query}`)).filter((id) => id === zoe.id).length;
  for (const q of ['zo', 'Zoë', 'ZOE', 'zanker', 'z zan', 'zaenker', 'z.zaenker@example.org']) assert.equal(await found(`q=${encodeURIComponent(q)}`), 1, q);
  for (const q of ['oe', 'anker', 'zoee']) assert.equal(await found(`q=${q}`), 0, q);
  assert.equal(await found('active=true'), 1);
  assert.equal(await found('active=false'), 0);
  const team = await app.team(owner, 'Searchers', [zoe]);
  assert.deepEqual(await ann.ids(`/v1/users?team=${team.id}`), [zoe.id]);
  assert.deepEqual(await ann.ids(`/v1/users?team=${UNKNOWN}`), []);
});

test('the_list_of_users_pages_through_everybody_once_by_name', async () => {
  for (let index = 0; index < 6; index += 1) await owner.post('/v1/users', { name: 'Same Name', email: `same${index}@example.com`, role: 'agent' });
  const whole = (await ann.get('/v1/users?limit=200')).expect(200).body.data;
  for (const limit of [1, 2, 5]) assert.deepEqual(await ann.ids(`/v1/users?limit=${limit}`), whole.map(({ id }) => id));
  assert.deepEqual(whole.map(({ name }) => name), whole.map(({ name }) => name).sort());
});

test('agents_manage_nobody_but_may_change_their_own_name', async () => {
  const team = await app.team(owner, 'Not yours', [bob]);
  for (const [method, path, body] of [
    ['POST', '/v1/users', { name: 'X', email: 'x2@example.com', role: 'agent' }], ['PATCH', `/v1/users/${bob.id}`, { name: 'X' }], ['PATCH', `/v1/users/${bob.id}`, { active: false }], ['PATCH', `/v1/users/${ann.id}`, { role: 'admin' }],
    ['PATCH', `/v1/users/${ann.id}`, { name: 'X', role: 'owner' }], ['POST', '/v1/teams', { name: 'X' }], ['PATCH', `/v1/teams/${team.id}`, { name: 'X' }], ['DELETE', `/v1/teams/${team.id}`], ['PUT', `/v1/teams/${team.id}/members/${ann.id}`],
    ['DELETE', `/v1/teams/${team.id}/members/${bob.id}`], ['POST', `/v1/users/${bob.id}/api_keys`, { name: 'X' }], ['GET', `/v1/users/${bob.id}/api_keys`], ['PATCH', '/v1/organization', { name: 'X' }],
  ]) {
    const answer = (await ann.send(method, path, { body })).refused(403, 'forbidden');
    assert.ok(answer.body.missing && answer.body.remedy, String(answer));
  }
  assert.equal((await ann.patch(`/v1/users/${ann.id}`, { name: 'Ann Able-Baker' })).expect(200).body.name, 'Ann Able-Baker');
  (await ann.patch(`/v1/users/${ann.id}`, { name: 'Ann Able' })).expect(200);
});

test('an_admin_touches_no_owner', async () => {
  for (const [method, path, body] of [
    ['PATCH', `/v1/users/${owner.id}`, { name: 'X' }], ['PATCH', `/v1/users/${owner.id}`, { active: false }], ['PATCH', `/v1/users/${owner.id}`, { role: 'agent' }], ['PATCH', `/v1/users/${ann.id}`, { role: 'owner' }], ['PATCH', `/v1/users/${admin.id}`, { role: 'owner' }],
    ['POST', '/v1/users', { name: 'X', email: 'x3@example.com', role: 'owner' }], ['POST', `/v1/users/${owner.id}/api_keys`, { name: 'X' }], ['GET', `/v1/users/${owner.id}/api_keys`], ['DELETE', `/v1/api_keys/${owner.keyId}`],
  ]) {
    (await admin.send(method, path, { body })).expect(403, 404);
  }
  (await owner.get('/v1/me')).expect(200);
  (await admin.patch(`/v1/users/${bob.id}`, { role: 'admin' })).expect(200);
  (await admin.patch(`/v1/users/${bob.id}`, { role: 'agent' })).expect(200);
  (await admin.post('/v1/users', { name: 'By admin', email: 'byadmin@example.com', role: 'admin' })).expect(201);
});

test('the_last_active_owner_is_neither_deactivated_nor_demoted', async () => {
  for (const body of [{ active: false }, { role: 'admin' }, { role: 'agent', active: false }]) (await owner.patch(`/v1/users/${owner.id}`, body)).refused(409, 'last_owner');
  const second = await app.person(owner, 'Second Owner', 'owner');
  (await second.patch(`/v1/users/${owner.id}`, { role: 'admin' })).expect(200);
  (await second.patch(`/v1/users/${second.id}`, { active: false })).refused(409, 'last_owner');
  (await second.patch(`/v1/users/${owner.id}`, { role: 'owner' })).expect(200);
  // Both at once: one of them remains.
  const answers = await Promise.all([owner.patch(`/v1/users/${second.id}`, { role: 'agent' }), second.patch(`/v1/users/${owner.id}`, { role: 'agent' })]);
  const roles = await app.sql("SELECT count(*) AS n FROM user u JOIN role r ON r.id = u.role_id WHERE u.org_id = ? AND r.name = 'owner' AND u.active = 1", owner.org);
  assert.ok(roles[0].n >= 1, answers.join('\n'));
  const [keeper] = [owner, second].filter((_, index) => answers[1 - index].status !== 200);
  if (keeper === second) {
    (await second.patch(`/v1/users/${owner.id}`, { role: 'owner' })).expect(200);
    (await owner.patch(`/v1/users/${second.id}`, { role: 'agent' })).expect(200);
  }
  (await owner.get('/v1/me')).expect(200);
});

test('deactivation_acts_at_once_and_reactivation_restores', async () => {
  const dan = await app.person(owner, 'Dan Dozer');
  const lead = await dan.lead('Dans');
  const shared = await ann.lead('Shared with Dan');
  (await ann.put(`/v1/leads/${shared.id}/collaborators/${dan.id}`)).expect(201);
  const second = (await owner.post(`/v1/users/${dan.id}/api_keys`, { name: 'second' })).expect(201).body;
  assert.equal((await owner.patch(`/v1/users/${dan.id}`, { active: false })).expect(200).body.active, false);
  for (const key of [dan.key, second.secret]) {
    for (const [method, path, body] of [['GET', '/v1/me'], ['GET', '/v1/leads'], ['GET', `/v1/leads/${lead.id}`], ['POST', '/v1/leads', { name: 'x' }], ['PATCH', `/v1/leads/${lead.id}`, { name: 'x' }]]) {
      (await app.send(method, path, { key, body })).refused(401, 'user_inactive');
    }
  }
  const seen = (await ann.get(`/v1/leads/${shared.id}`)).expect(200).body;
  assert.deepEqual([seen.collaborators, seen.collaborator_count], [[], 0]);
  (await owner.post(`/v1/users/${dan.id}/api_keys`, { name: 'third' })).refused(422, 'recipient_inactive');
  (await ann.put(`/v1/leads/${shared.id}/collaborators/${dan.id}`)).refused(422, 'recipient_inactive');
  (await ann.post(`/v1/leads/${shared.id}/shares`, { with: { type: 'user', id: dan.id }, permissions: ['read'] })).refused(422, 'recipient_inactive');
  (await ann.post(`/v1/leads/${shared.id}/assign`, { owner_id: dan.id })).refused(422, 'assignee_inactive');
  (await owner.post('/v1/leads', { name: 'For Dan', owner_id: dan.id })).refused(422, 'assignee_inactive');
  assert.deepEqual(await owner.ids('/v1/leads?owner=inactive'), [lead.id]);
  assert.deepEqual(await owner.ids('/v1/users?active=false'), [dan.id]);
  // Nobody owns it who works here: whoever may assign anything decides.
  const asked = (await ann.post(`/v1/leads/${lead.id}/collaboration_requests`, {})).expect(201).body;
  (await owner.post(`/v1/collaboration_requests/${asked.id}/approve`, {})).expect(200);
  (await owner.patch(`/v1/users/${dan.id}`, { active: true })).expect(200);
  (await dan.get(`/v1/leads/${lead.id}`)).expect(200);
  (await dan.get(`/v1/leads/${shared.id}`)).expect(200);
});

test('keys_are_shown_once_listed_without_secret_and_end_at_once', async () => {
  const made = (await ann.post(`/v1/users/${ann.id}/api_keys`, { name: 'laptop' })).expect(201).body;
  assert.match(made.secret, /^lr_[\w-]{40,}$/);
  const listed = await ann.all(`/v1/users/${ann.id}/api_keys?limit=1`);
  assert.ok(listed.some(({ id, name }) => id === made.id && name === 'laptop'));
  assert.ok(!JSON.stringify(listed).includes('secret'));
  assert.ok(!JSON.stringify(await app.sql('SELECT * FROM api_key')).includes(made.secret));
  (await app.send('GET', '/v1/me', { key: made.secret })).expect(200);
  (await bob.delete(`/v1/api_keys/${made.id}`)).refused(404, 'not_found');
  (await ann.delete(`/v1/api_keys/${made.id}`)).expect(204);
  (await app.send('GET', '/v1/me', { key: made.secret })).refused(401, 'unauthenticated');
  (await ann.delete(`/v1/api_keys/${made.id}`)).refused(404, 'not_found');
  const of = (await admin.post(`/v1/users/${ann.id}/api_keys`, { name: 'by admin' })).expect(201).body;
  assert.equal((await app.send('GET', '/v1/me', { key: of.secret })).expect(200).body.user.id, ann.id);
  (await admin.delete(`/v1/api_keys/${of.id}`)).expect(204);
});

test('a_key_with_an_end_date_works_until_then_and_not_longer', async () => {
  (await ann.post(`/v1/users/${ann.id}/api_keys`, { name: 'past', expires_at: '2020-01-01T00:00:00Z' })).invalid('expires_at');
  const ends = Date.now() + 1500;
  const made = (await ann.post(`/v1/users/${ann.id}/api_keys`, { name: 'short', expires_at: new Date(ends).toISOString() })).expect(201).body;
  assert.equal(made.expires_at, new Date(ends).toISOString());
  (await app.send('GET', '/v1/me', { key: made.secret })).expect(200);
  await until(async () => (await app.send('GET', '/v1/me', { key: made.secret })).status === 401, 'the key ends', 15_000);
  assert.ok(Date.now() >= ends);
  (await app.send('GET', '/v1/leads', { key: made.secret })).refused(401, 'unauthenticated');
});

test('teams_are_made_renamed_listed_filled_emptied_and_deleted', async () => {
  const made = (await admin.post('/v1/teams', { name: 'West' })).expect(201);
  const path = `/v1/teams/${made.body.id}`;
  assert.equal(made.headers.get('location'), path);
  (await owner.post('/v1/teams', { name: 'West' })).refused(409, 'name_taken');
  (await owner.post('/v1/teams', {})).invalid('name');
  assert.equal((await owner.patch(path, { name: 'Far West' }, 1)).expect(200).body.version, 2);
  (await owner.patch(path, { name: 'Late' }, 1)).refused(412, 'edit_conflict');
  assert.ok((await ann.ids('/v1/teams')).includes(made.body.id));
  assert.equal((await ann.get(path)).expect(200).body.name, 'Far West');
  for (let time = 0; time < 2; time += 1) assert.equal((await owner.put(`${path}/members/${ann.id}`)).expect(204).text, '');
  (await owner.put(`${path}/members/${bob.id}`)).expect(204);
  const members = await ann.all(`${path}/members?limit=1`);
  assert.deepEqual(members.map(({ user }) => user.id).sort(), [ann.id, bob.id].sort());
  for (const { added_by: by, added_at: at } of members) {
    assert.deepEqual(by, owner.brief);
    assert.ok(Date.parse(at));
  }
  (await owner.put(`${path}/members/${UNKNOWN}`)).refused(404, 'not_found');
  (await owner.delete(`${path}/members/${bob.id}`)).expect(204);
  assert.deepEqual((await ann.all(`${path}/members`)).map(({ user }) => user.id), [ann.id]);
  assert.equal((await owner.delete(path)).expect(204).text, '');
  (await owner.get(path)).refused(404, 'not_found');
  (await owner.delete(path)).refused(404, 'not_found');
});

test('a_team_through_which_alone_somebody_sees_a_record_goes_only_by_force_and_ends_its_shares', async () => {
  const team = await app.team(owner, 'Only way', [bob]);
  const lead = await ann.lead('Seen through the team');
  const path = `/v1/leads/${lead.id}`;
  (await ann.post(`${path}/shares`, { with: { type: 'team', id: team.id }, permissions: ['read'] })).expect(201);
  (await bob.get(path)).expect(200);
  (await owner.delete(`/v1/teams/${team.id}`)).refused(409, 'team_in_use');
  (await owner.delete(`/v1/teams/${team.id}?force=false`)).refused(409, 'team_in_use');
  (await bob.get(path)).expect(200);
  (await owner.delete(`/v1/teams/${team.id}?force=true`)).expect(204);
  (await bob.get(path)).refused(404, 'not_found');
  const entries = await ann.timeline(path);
  assert.deepEqual(entries.map(({ type }) => type), ['created', 'shared', 'share_ended']);
  assert.equal((await ann.get(path)).body.version, 3);
  // Where nobody would lose a record, nothing stands in the way.
  const harmless = await app.team(owner, 'Not the only way', [bob]);
  (await ann.post(`${path}/shares`, { with: { type: 'team', id: harmless.id }, permissions: ['read'] })).expect(201);
  (await ann.put(`${path}/collaborators/${bob.id}`)).expect(201);
  (await owner.delete(`/v1/teams/${harmless.id}`)).expect(204);
});

test('the_built_in_roles_are_there_with_what_they_may', async () => {
  const roles = (await ann.get('/v1/roles')).expect(200).body.data;
  assert.deepEqual(roles.map(({ name }) => name).sort(), ['admin', 'agent', 'owner']);
  for (const { built_in: builtIn, record_permissions: ceiling } of roles) {
    assert.equal(builtIn, true);
    assert.deepEqual(ceiling, ['read', 'update', 'delete', 'share', 'assign', 'note', 'task', 'communicate']);
  }
});

/** Makes a role as a later issue's API will: straight in the database. */
async function role(name, capabilities, ceiling) {
  const id = crypto.randomUUID();
  await app.withDatabase((database) =>
    database.prepare('INSERT INTO role (id, org_id, name, built_in, capabilities, ceiling, created_at, updated_at) VALUES (?1, ?2, ?3, 0, ?4, ?5, 0, 0)').run(id, owner.org, name, capabilities, ceiling),
  );
}

test('somebody_whose_role_lacks_read_is_given_no_record_and_a_ceiling_cuts_every_grant', async () => {
  await role('bookkeeper', 0, 0);
  await role('reader', 4 | 16 | 32, 1);
  const none = await app.person(owner, 'Nell None', 'bookkeeper');
  const reader = await app.person(owner, 'Rita Reader', 'reader');
  const lead = await ann.lead('Guarded');
  const path = `/v1/leads/${lead.id}`;
  (await ann.put(`${path}/collaborators/${none.id}`)).refused(422, 'recipient_without_lead_access');
  (await ann.post(`${path}/assign`, { owner_id: none.id })).refused(422, 'recipient_without_lead_access');
  (await ann.post(`${path}/shares`, { with: { type: 'user', id: none.id }, permissions: ['read'] })).refused(422, 'recipient_without_lead_access');
  (await owner.post('/v1/leads', { name: 'x', owner_id: none.id })).refused(422, 'recipient_without_lead_access');
  (await ann.post(`${path}/shares`, { with: { type: 'everyone' }, permissions: ['read', 'update'] })).expect(201);
  (await none.get(path)).refused(404, 'not_found');
  assert.deepEqual(await none.ids('/v1/leads'), []);
  assert.deepEqual((await reader.get(path)).expect(200).body.permissions, ['read']);
  const cut = (await ann.put(`${path}/collaborators/${reader.id}`)).expect(201).body;
  assert.deepEqual([cut.level, cut.permissions], ['collaborator', ['read']]);
  const given = (await ann.post(`${path}/shares`, { with: { type: 'user', id: reader.id }, permissions: ['update', 'delete'] })).expect(201).body;
  assert.deepEqual([given.permissions, given.effective], [['read', 'update', 'delete'], ['read']]);
  (await reader.patch(path, { title: 'x' })).refused(403, 'forbidden');
  (await ann.post(`${path}/assign`, { owner_id: reader.id, keep_previous_owner: 'view' })).expect(200);
  assert.deepEqual((await reader.get(path)).expect(200).body.permissions, ['read']);
  (await reader.patch(path, { title: 'x' })).refused(403, 'forbidden');
  (await reader.delete(path)).refused(403, 'forbidden');
});

test('the_organisation_and_its_settings_are_read_by_all_and_changed_by_those_who_may', async () => {
  const other = await app.organization('Settings');
  const agent = await app.person(other, 'Settings Agent');
  const usual = (await agent.get('/v1/organization')).expect(200).body;
  assert.equal(usual.name, 'Settings');
  assert.deepEqual(usual.settings, {
    pool: 'admins', collaborator_policy: 'grants_access', multiple_assignment: false, reveal_existence: true, request_ttl_days: 14, request_cooldown_hours: 24, jwt: null, transfer: { keep_previous_owner: 'view', keep_collaborators: true },
    statuses: { lead: ['new', 'working', 'qualified', 'unqualified'], contact: ['active', 'inactive'], deal: ['open', 'won', 'lost'] }, allowed_origins: [],
  });
  const changed = (await other.patch('/v1/organization', { name: 'Renamed', settings: { pool: 'agents', transfer: { keep_collaborators: false }, statuses: { lead: ['fresh', 'done'] }, allowed_origins: ['https://app.example.com'] } }, usual.version)).expect(200).body;
  assert.equal(changed.version, usual.version + 1);
  assert.deepEqual(changed.settings, {
    ...usual.settings, pool: 'agents', transfer: { keep_previous_owner: 'view', keep_collaborators: false }, statuses: { ...usual.settings.statuses, lead: ['fresh', 'done'] }, allowed_origins: ['https://app.example.com'],
  });
  assert.equal((await other.patch('/v1/organization', { settings: { pool: 'agents' } })).expect(200).body.version, changed.version);
  (await other.patch('/v1/organization', { name: 'Late' }, usual.version)).refused(412, 'edit_conflict');
  assert.equal((await agent.lead('In the first status')).status, 'fresh');
  (await agent.post('/v1/leads', { name: 'x', status: 'new' })).invalid('status');
  const cleared = (await other.patch('/v1/organization', { settings: { pool: null, transfer: null, statuses: null, allowed_origins: null } })).expect(200).body;
  assert.deepEqual(cleared.settings, usual.settings);
  for (const [settings, ...fields] of [
    [{ pool: 'everybody' }, 'settings.pool'], [{ request_ttl_days: 0 }, 'settings.request_ttl_days'], [{ statuses: { lead: [] } }, 'settings.statuses.lead'], [{ statuses: { lead: ['a', 'a'] } }, 'settings.statuses.lead'], [{ statuses: { note: ['a'] } }, 'settings.statuses.note'],
    [{ transfer: { keep_previous_owner: 'all' } }, 'settings.transfer.keep_previous_owner'], [{ allowed_origins: ['https://x.example/path', '*', 'null'] }, 'settings.allowed_origins.0', 'settings.allowed_origins.1', 'settings.allowed_origins.2'], [{ nonsense: 1 }, 'settings.nonsense'],
  ]) {
    (await other.patch('/v1/organization', { settings })).invalid(...fields);
  }
  (await agent.patch('/v1/organization', { name: 'Mine' })).refused(403, 'forbidden');
});

test('what_has_a_version_answers_304_to_who_has_it', async () => {
  const team = await app.team(owner, 'Tagged');
  for (const path of ['/v1/organization', `/v1/users/${ann.id}`, `/v1/teams/${team.id}`]) {
    const answer = (await ann.get(path)).expect(200);
    assert.ok(answer.etag);
    const known = (await ann.get(path, { 'if-none-match': answer.etag })).expect(304);
    assert.equal(known.etag, answer.etag);
    (await ann.get(path, { 'if-none-match': '"0"' })).expect(200);
  }
});

test('without_the_secret_there_is_no_set_up', async () => {
  await app.worker.restart({ SETUP_TOKEN: '' });
  const body = { organization: { name: 'X' }, owner: { name: 'X', email: 'x@example.com' } };
  const answer = (await app.send('POST', '/v1/setup', { key: 'dev-setup-token', body })).refused(404, 'not_found');
  assert.equal(answer.anonymous, (await app.send('POST', '/v1/nonsense', { key: 'dev-setup-token', body })).anonymous);
  for (const key of ['', ' ', 'undefined']) (await app.send('POST', '/v1/setup', { key, body })).refused(404, 'not_found');
  (await ann.get('/v1/me')).expect(200);
});
