// Live connections on the real runtime: who sits in a room hears everything once and in order, and is shown out the moment
// their access ends.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startApp, until } from './support.mjs';
import { Socket, upgrade } from './sockets.mjs';

let app, owner, ann, bob;
before(async () => {
  app = await startApp();
  owner = await app.organization('Lively');
  ann = await app.person(owner, 'Ann Able');
  bob = await app.person(owner, 'Bob Best');
});
after(() => app?.stop());

/** A lead of Ann's on which Bob collaborates, and its path. */
async function room(name) {
  const lead = await ann.lead(name);
  const path = `/v1/leads/${lead.id}`;
  (await ann.put(`${path}/collaborators/${bob.id}`)).expect(201);
  return { lead, path, join: (who, query = '') => Socket.open(app, `${path}/live${query}`, { key: who.key }) };
}

const range = (from, to) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

test('who_is_there_is_told_to_everybody_and_what_was_missed_is_replayed_once', async () => {
  const { path, join } = await room('Replayed');
  const first = await join(ann);
  assert.deepEqual(first.heard.map(({ type, version, viewers }) => ({ type, version, viewers })), [{ type: 'hello', version: 2, viewers: [ann.brief] }]);
  for (let index = 3; index <= 6; index += 1) (await ann.patch(path, { title: `Title ${index}` })).expect(200);
  await first.reaches(6);
  const second = await join(bob, '?since=3');
  await second.reaches(6);
  assert.deepEqual(second.gist, ['hello', 4, 5, 6]);
  assert.deepEqual(second.last('hello').viewers, [ann.brief, bob.brief]);
  await until(() => first.last('presence'), 'Bob is announced');
  assert.deepEqual(first.last('presence').viewers, [ann.brief, bob.brief]);
  const entries = await ann.timeline(path);
  assert.deepEqual(second.events, entries.slice(3));
  assert.deepEqual(first.events, entries.slice(2));
  const third = await join(bob);
  second.close();
  (await bob.post(`${path}/notes`, { body: 'seen' })).expect(201);
  await first.reaches(7);
  assert.equal(first.gist.filter((what) => what === 'presence').length, 1, 'Bob is there by his other window');
  third.close();
  await until(() => first.gist.filter((what) => what === 'presence').length === 2, 'Bob has left');
  assert.deepEqual(first.last('presence').viewers, [ann.brief]);
  first.send('ping');
  await until(() => first.heard.some(({ text }) => text === 'pong'), 'a ping is answered');
  first.close();
  await until(async () => (await app.sql('SELECT count(*) AS n FROM seat'))[0].n === 0, 'nobody sits there any more');
});

test('two_hundred_parallel_edits_are_heard_by_fifty_sockets_once_and_in_order', async () => {
  const { path, join } = await room('Crowded');
  const sockets = await Promise.all(Array.from({ length: 50 }, (_, index) => join(index % 2 ? ann : bob)));
  const answers = await Promise.all(Array.from({ length: 200 }, (_, index) => ann.patch(path, { title: `Title ${index}` })));
  for (const answer of answers) answer.expect(200);
  const late = await join(bob, '?since=2');
  await Promise.all([...sockets, late].map((socket) => socket.reaches(202)));
  const entries = (await ann.timeline(path)).slice(2);
  for (const socket of [...sockets, late]) assert.deepEqual(socket.events, entries);
  for (const socket of [...sockets, late]) socket.close();
});

test('access_that_ends_by_whatever_cause_closes_the_room_with_4403_and_tells_nothing_more', async (t) => {
  const { path, lead, join } = await room('Left');
  const watcher = await join(ann);
  const ways = {
    'a share that is ended': async (guest) => {
      const share = (await ann.post(`${path}/shares`, { with: { type: 'user', id: guest.id }, permissions: ['read'] })).expect(201).body;
      return async () => (await ann.delete(`/v1/shares/${share.id}`)).expect(204);
    },
    'a share that runs out': async (guest) => {
      const ends = new Date(Date.now() + 2500).toISOString();
      (await ann.post(`${path}/shares`, { with: { type: 'user', id: guest.id }, permissions: ['read'], expires_at: ends })).expect(201);
      return () => {};
    },
    'a collaborator who is removed': async (guest) => {
      (await ann.put(`${path}/collaborators/${guest.id}`)).expect(201);
      return async () => (await ann.delete(`${path}/collaborators/${guest.id}`)).expect(204);
    },
    'a team that is left': async (guest) => {
      const team = await app.team(owner, 'Left team', [guest]);
      (await ann.post(`${path}/shares`, { with: { type: 'team', id: team.id }, permissions: ['read'] })).expect(201);
      return async () => (await owner.delete(`/v1/teams/${team.id}/members/${guest.id}`)).expect(204);
    },
    'a team that is deleted': async (guest) => {
      const team = await app.team(owner, 'Gone team', [guest]);
      (await ann.post(`${path}/shares`, { with: { type: 'team', id: team.id }, permissions: ['read'] })).expect(201);
      return async () => (await owner.delete(`/v1/teams/${team.id}?force=true`)).expect(204);
    },
    'a book share that is ended': async (guest) => {
      const book = (await ann.post('/v1/book_shares', { with: { type: 'user', id: guest.id }, kinds: ['lead'], permissions: ['read'] })).expect(201).body;
      return async () => (await ann.delete(`/v1/book_shares/${book.id}`)).expect(204);
    },
    'a book share that runs out': async (guest) => {
      const ends = new Date(Date.now() + 2500).toISOString();
      (await ann.post('/v1/book_shares', { with: { type: 'user', id: guest.id }, kinds: ['lead'], permissions: ['read'], expires_at: ends })).expect(201);
      return () => {};
    },
    'a role that loses its sight': async (guest) => {
      const role = (await owner.post('/v1/roles', { name: 'Seer', capabilities: ['view_all'], record_permissions: ['read'] })).expect(201).body;
      (await owner.patch(`/v1/users/${guest.id}`, { role: 'Seer' })).expect(200);
      return async () => (await owner.patch(`/v1/roles/${role.id}`, { capabilities: [] })).expect(200);
    },
    'a person who is deactivated': async (guest) => {
      (await ann.put(`${path}/collaborators/${guest.id}`)).expect(201);
      return async () => (await owner.patch(`/v1/users/${guest.id}`, { active: false })).expect(200);
    },
  };
  for (const [name, way] of Object.entries(ways)) {
    await t.test(name.replaceAll(' ', '_'), async () => {
      const guest = await app.person(owner, `Guest of ${name}`);
      const end = await way(guest);
      const socket = await join(guest);
      await until(() => watcher.last('presence')?.viewers.some(({ id }) => id === guest.id), 'the guest is there');
      await end();
      const asked = performance.now();
      assert.equal(await socket.end(), 4403);
      assert.ok(performance.now() - asked < 5000, `${name}: closed ${Math.round(performance.now() - asked)} ms later`);
      assert.deepEqual(socket.gist.filter((what) => what !== 'presence'), ['hello', 'revoked'], 'nothing of the end itself, and nothing after it');
      await until(() => !watcher.last('presence').viewers.some(({ id }) => id === guest.id), 'the guest has left');
      assert.equal((await upgrade(app, `${path}/live`, { authorization: `Bearer ${guest.key}` })).status, name.includes('deactivated') ? 401 : 404);
    });
  }
  // Whoever stays heard all of it, also what was written beside the room.
  const entries = (await ann.timeline(path)).slice(2);
  await watcher.reaches(entries.at(-1).seq);
  assert.deepEqual(watcher.events, entries);
  (await ann.delete(path)).expect(204);
  assert.equal(await watcher.end(), 4404);
  assert.equal(watcher.events.at(-1).type, 'deleted');
  assert.equal((await app.sql('SELECT version FROM record WHERE id = ?', lead.id))[0].version, watcher.events.at(-1).seq);
});

test('a_credential_that_ends_closes_its_connections_with_4401_and_no_others', async () => {
  const { join } = await room('By key');
  const key = (await owner.post(`/v1/users/${bob.id}/api_keys`, { name: 'second' })).expect(201).body;
  const short = (await owner.post(`/v1/users/${bob.id}/api_keys`, { name: 'short', expires_at: new Date(Date.now() + 2500).toISOString() })).expect(201).body;
  const first = await join(bob);
  const [second, third] = [await join({ key: key.secret }), await join({ key: short.secret })];
  const inbox = await Socket.open(app, '/v1/me/live', { key: key.secret, silent: true });
  (await owner.delete(`/v1/api_keys/${key.id}`)).expect(204);
  assert.deepEqual(await Promise.all([second, third, inbox].map((socket) => socket.end())), [4401, 4401, 4401]);
  assert.equal(first.closed, null);
  first.close();
});

test('a_ticket_opens_one_connection_however_many_ask_at_once', async () => {
  const { path } = await room('By ticket');
  const { ticket, expires_at: ends } = (await bob.post('/v1/live_tickets', {})).expect(201).body;
  assert.ok(Math.abs(Date.parse(ends) - Date.now() - 60_000) < 10_000);
  const answers = await Promise.all(Array.from({ length: 10 }, () => upgrade(app, `${path}/live?ticket=${ticket}`)));
  for (const { socket } of answers) socket?.destroy();
  assert.deepEqual(answers.map(({ status }) => status).sort(), [101, ...Array.from({ length: 9 }, () => 401)]);
  assert.equal((await upgrade(app, `${path}/live`)).body.code, 'unauthenticated');
  const stranger = await app.person(owner, 'Sam Stranger');
  assert.equal((await upgrade(app, `${path}/live`, { authorization: `Bearer ${stranger.key}` })).body.code, 'not_found');
  const other = (await stranger.post('/v1/live_tickets', {})).expect(201).body;
  assert.equal((await upgrade(app, `${path}/live?ticket=${other.ticket}`)).status, 404);
  (await bob.get(`${path}/live`)).refused(426, 'upgrade_required');
});

test('an_inbox_stays_open_until_its_person_is_deactivated', async () => {
  const guest = await app.person(owner, 'Ina Inbox');
  const inbox = await Socket.open(app, '/v1/me/live', { key: guest.key, silent: true });
  inbox.send('ping');
  await until(() => inbox.heard.some(({ text }) => text === 'pong'), 'a ping is answered');
  (await owner.patch(`/v1/users/${guest.id}`, { active: false })).expect(200);
  assert.equal(await inbox.end(), 4401);
});

test('after_a_kill_whoever_comes_back_hears_what_they_missed', async () => {
  const { path, join } = await room('Killed');
  const before = await join(bob);
  for (let index = 3; index <= 10; index += 1) (await ann.patch(path, { title: `Title ${index}` })).expect(200);
  await before.reaches(10);
  await app.worker.kill9();
  await before.end();
  await app.worker.restart();
  for (let index = 11; index <= 13; index += 1) (await ann.patch(path, { title: `Title ${index}` })).expect(200);
  const back = await join(bob, `?since=${before.events.at(-1).seq}`);
  await back.reaches(13);
  (await ann.patch(path, { title: 'Live again' })).expect(200);
  await back.reaches(14);
  assert.deepEqual([...before.events, ...back.events].map(({ seq }) => seq), range(3, 14));
  assert.deepEqual(back.last('hello').viewers, [bob.brief], 'those whom the crash left behind are not there');
  back.close();
});
