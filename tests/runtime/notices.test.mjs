// People are told, on the real runtime: through the queue into the feed, and to whoever is connected. And what the queue gives
// up is recorded, and done when somebody says so.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { UNKNOWN, startApp, until } from './support.mjs';
import { Socket } from './sockets.mjs';

const PREFERENCES = '/v1/me/notification_preferences';

let app, owner, ann, bob;
before(async () => {
  // A message that fails is tried once more.
  app = await startApp({ maxRetries: 1 });
  owner = await app.organization('Told');
  ann = await app.person(owner, 'Ann Able');
  bob = await app.person(owner, 'Bob Best');
});
after(() => app?.stop());

/** A lead of Ann's on which Bob collaborates, which he has read of; and its path. */
async function shared(name) {
  const lead = await ann.lead(name);
  const path = `/v1/leads/${lead.id}`;
  (await ann.put(`${path}/collaborators/${bob.id}`)).expect(201);
  await news(bob, 'collaborator_added');
  return { lead, path };
}

/** Waits until the last that somebody was told is of this type; answers it, and marks everything as read. */
async function news(who, type) {
  let page;
  await until(async () => {
    page = (await who.get('/v1/notifications?unread=true&limit=1')).expect(200).body;
    return page.data[0]?.type === type;
  }, `${who.name} is told: ${type}`, 30_000);
  assert.deepEqual((await who.post('/v1/notifications/read', { all: true })).expect(200).body, { unread: 0 });
  return page.data[0];
}

test('an_edit_is_in_the_feed_of_those_who_work_on_it_once_and_read_when_they_say_so', async () => {
  const { lead, path } = await shared('Müller GmbH');
  (await ann.patch(path, { title: 'CEO' })).expect(200);
  const told = await news(bob, 'lead_updated');
  assert.deepEqual({ ...told, id: undefined, created_at: undefined }, {
    id: undefined, created_at: undefined, type: 'lead_updated', lead: { id: lead.id, kind: 'lead', name: 'Müller GmbH' },
    actor: { ...ann.brief, type: 'user' }, summary: 'Ann Able changed title of Müller GmbH', count: 1, read_at: null,
  });
  const read = (await bob.get('/v1/notifications?unread=false')).expect(200).body;
  assert.equal(read.data[0].id, told.id);
  assert.notEqual(read.data[0].read_at, null);
  assert.equal(read.unread, 0);
  assert.deepEqual((await ann.get('/v1/notifications')).expect(200).body, { data: [], next_cursor: null, unread: 0 });
  (await bob.post('/v1/notifications/read', { ids: [told.id, UNKNOWN] })).expect(200);
  (await bob.post('/v1/notifications/read', {})).invalid('ids');
  (await bob.get('/v1/notifications?cursor=nonsense')).refused(400, 'invalid_cursor');
  (await ann.delete(`${path}/collaborators/${bob.id}`)).expect(204);
  const gone = await news(bob, 'collaborator_removed');
  assert.equal(gone.lead, null);
  assert.equal(gone.summary, 'Ann Able removed you from a lead');
  assert.doesNotMatch((await bob.get('/v1/notifications')).text, /Müller/);
});

test('requests_run_out_by_the_alarm_of_their_room_and_whoever_asked_is_told_once', async () => {
  const [first, second] = [await app.person(owner, 'First Asker'), await app.person(owner, 'Second Asker')];
  const lead = await ann.lead('Asked for');
  const path = `/v1/leads/${lead.id}`;
  const ask = async (who) => (await who.post(`${path}/collaboration_requests`, { reason: 'mine' })).expect(201).body;
  const late = await ask(first);
  // Days pass from outside: the one has a moment left, the other, which sets the alarm, none from the beginning.
  const ends = Date.now() + 2000;
  const days = (count) => `UPDATE organization SET settings = json_set(settings, '$.request_ttl_days', ${count}) WHERE id = '${owner.org}'`;
  await app.withDatabase((database) => {
    database.prepare('UPDATE request SET expires_at = ? WHERE id = ?').run(ends, late.id);
    database.exec(days(0));
  });
  const soon = await ask(second);
  await app.withDatabase((database) => database.exec(days(14)));
  const status = async (id) => (await app.sql('SELECT status FROM request WHERE id = ?', id))[0].status;
  for (const { id } of [soon, late]) await until(async () => (await status(id)) === 'expired', 'the alarm has gone off');
  assert.ok(Date.now() >= ends, 'none before its time');
  const entries = (await ann.timeline(path)).filter(({ type }) => type === 'request_expired');
  assert.deepEqual(entries.map(({ actor, data }) => [actor.type, data.request_id, data.requester]), [['system', soon.id, second.brief], ['system', late.id, first.brief]]);
  assert.ok(Date.parse(entries[1].at) >= ends);
  await news(first, 'request_decided');
  await news(second, 'request_decided');
  await app.worker.scheduled(); // The sweep finds nothing more to do.
  for (const who of [first, second]) assert.deepEqual((await who.all('/v1/notifications')).map(({ type, count }) => [type, count]), [['request_decided', 1]]);
  assert.equal((await ann.get(path)).expect(200).body.version, 5);
  assert.equal((await first.get(`/v1/collaboration_requests/${late.id}`)).expect(200).body.status, 'expired');
  (await ann.post(`/v1/collaboration_requests/${late.id}/approve`, {})).refused(409, 'request_resolved');
  await ask(first); // Running out is no denial: it may be asked again.
});

test('preferences_watching_and_muting_decide_who_hears_of_what', async () => {
  const { path } = await shared('Quiet');
  const usual = (await bob.get(PREFERENCES)).expect(200).body;
  assert.equal(Object.keys(usual).length, 18);
  const wished = { ...usual.lead_updated, in_app: false };
  assert.deepEqual((await bob.put(PREFERENCES, { lead_updated: { in_app: false } })).expect(200).body, { ...usual, lead_updated: wished });
  (await bob.put(PREFERENCES, { lead_updated: { email: 'hourly' }, shoes: {} })).invalid('lead_updated.email', 'shoes');
  (await ann.patch(path, { title: 'Unheard' })).expect(200);
  (await ann.post(`${path}/notes`, { body: 'x' })).expect(201);
  await news(bob, 'note_added');
  assert.deepEqual((await bob.put(PREFERENCES, { lead_updated: null })).expect(200).body, usual);
  (await bob.put(`${path}/mute`)).expect(204);
  (await owner.put(`${path}/watch`)).expect(204);
  (await ann.post(`${path}/notes`, { body: 'y' })).expect(201);
  await news(owner, 'note_added');
  (await ann.post(`${path}/notes`, { body: 'z', mentions: [bob.id] })).expect(201);
  await news(bob, 'mentioned');
  const notes = (await bob.get('/v1/notifications')).body.data.filter(({ type }) => type === 'note_added');
  assert.equal(notes.length, 1, 'the muted one is not among them');
  (await bob.delete(`${path}/mute`)).expect(204);
  (await owner.delete(`${path}/watch`)).expect(204);
  for (const what of ['watch', 'mute']) (await bob.put(`/v1/leads/${UNKNOWN}/${what}`)).refused(404);
});

test('whoever_is_connected_is_pushed_what_is_new_and_how_much_is_unread', async () => {
  const { path } = await shared('Pushed');
  const [here, there] = await Promise.all([0, 1].map(() => Socket.open(app, '/v1/me/live', { key: bob.key, silent: true })));
  await until(async () => (await app.sql('SELECT count(*) AS n FROM inbox_seat'))[0].n === 1, 'Bob is known to be there');
  (await ann.patch(path, { status: 'working' })).expect(200);
  for (const socket of [here, there]) await until(() => socket.last('unread'), 'Bob hears of it');
  const { data: [first], unread } = (await bob.get('/v1/notifications')).expect(200).body;
  assert.equal(first.type, 'status_changed');
  for (const socket of [here, there]) {
    assert.deepEqual(socket.last('notification').notification, first);
    assert.deepEqual(socket.last('unread').count, unread);
  }
  (await bob.post('/v1/notifications/read', { ids: [first.id] })).expect(200);
  for (const socket of [here, there]) await until(() => socket.last('unread').count === unread - 1, 'the number goes down everywhere');
  here.close();
  there.close();
  await until(async () => (await app.sql('SELECT count(*) AS n FROM inbox_seat'))[0].n === 0, 'nobody is there any more');
});

test('what_the_queue_gives_up_is_recorded_and_done_when_somebody_says_so', async () => {
  const { lead, path } = await shared('Poisoned');
  await app.withDatabase((database) => database.exec(`CREATE TRIGGER poison BEFORE INSERT ON notification WHEN NEW.record_id = '${lead.id}' BEGIN SELECT RAISE(ABORT, 'poison'); END`));
  (await ann.patch(path, { title: 'Lost?' })).expect(200);
  let letter;
  await until(async () => {
    [letter] = (await owner.get('/v1/dead_letters')).expect(200).body.data;
    return letter !== undefined && letter.code !== 'crashed';
  }, 'the message is recorded as dead', 60_000);
  assert.equal(letter.job, 'events');
  assert.equal(letter.subject_id, lead.id);
  assert.equal((await app.sql('SELECT count(*) AS n FROM event WHERE dispatched_at IS NULL'))[0].n, 0, 'it waits no more');
  (await ann.get('/v1/dead_letters')).refused(403, 'forbidden');
  assert.deepEqual((await owner.get(`/v1/dead_letters/${letter.id}`)).expect(200).body, letter);
  await app.withDatabase((database) => database.exec('DROP TRIGGER poison'));
  (await owner.post(`/v1/dead_letters/${letter.id}/replay`)).expect(204);
  assert.equal((await news(bob, 'lead_updated')).lead.id, lead.id);
  assert.deepEqual((await owner.get('/v1/dead_letters')).body.data, []);
  (await owner.delete(`/v1/dead_letters/${letter.id}`)).refused(404);
});
