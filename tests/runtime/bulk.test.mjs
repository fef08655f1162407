// A thousand leads change hands in one job while the runtime is killed: each once, and everybody is told once of all. Whoever made it
// hears how far it is, and takes it back.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { UNKNOWN, startApp, until } from './support.mjs';
import { Socket } from './sockets.mjs';

const LEADS = 1000;
/** Some of them: what a page shows. */
const SOME = 200;

let app, owner, ann, bob;
before(async () => {
  app = await startApp();
  owner = await app.organization('Handed over');
  ann = await app.person(owner, 'Ann Able');
  bob = await app.person(owner, 'Bob Best');
});
after(() => app?.stop());

/** The job as it is now; its counts add up. */
async function job(who, id) {
  const found = (await who.get(`/v1/jobs/${id}`)).expect(200).body;
  assert.equal(found.done, Object.values(found.outcomes).reduce((sum, number) => sum + number, 0));
  return found;
}

/** Waits until the job is so far, without asking the Worker, which has enough to do. */
async function reaches(id, how, milliseconds = 60_000) {
  await until(async () => {
    await delay(100);
    return (await app.sql(`SELECT ${how} AS fine FROM job WHERE id = ?`, id))[0].fine === 1;
  }, `a job: ${how}`, milliseconds);
}

/** Waits for a job's end, and until everybody was told of it. */
async function ended(who, id) {
  await reaches(id, 'told_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM event WHERE bulk = job.id AND dispatched_at IS NULL)');
  return await job(who, id);
}

/** What somebody was told since it was last asked. */
async function news(who) {
  const told = (await who.all('/v1/notifications?unread=true')).map(({ type, count, summary }) => [type, count, summary]);
  (await who.post('/v1/notifications/read', { all: true })).expect(200);
  return told;
}

test('a_thousand_leads_are_assigned_once_each_though_the_runtime_is_killed', async () => {
  await app.seedLeads(ann, '01900001', LEADS);
  const filter = { select: { filter: { owner: ann.id, status: 'new' } }, action: { type: 'assign', owner_id: bob.id, keep_previous_owner: 'none' } };
  const started = (await owner.post('/v1/leads/bulk', filter)).expect(202);
  const { id } = started.body;
  assert.equal(started.headers.get('location'), `/v1/jobs/${id}`);
  assert.equal(started.body.total, LEADS);
  await reaches(id, `done >= ${LEADS / 4}`);
  await app.worker.kill9();
  await app.worker.restart();
  const between = await job(owner, id);
  assert.ok(between.done < LEADS, `it was killed too late: ${JSON.stringify(between)}`);
  // The sweep takes what has waited for a minute: here the minute passes in the database.
  await app.withDatabase((database) => database.exec('UPDATE job SET due_at = 1 WHERE told_at IS NULL'));
  await app.worker.scheduled();
  const { status, outcomes } = await ended(owner, id);
  assert.deepEqual([status, outcomes.changed], ['done', LEADS]);
  const wrong = await app.sql(
    `SELECT r.id FROM record r WHERE r.org_id = ? AND (r.owner_id <> ? OR r.version <> 2 OR (SELECT group_concat(type) FROM (SELECT type FROM event e WHERE e.record_id = r.id ORDER BY seq)) <> 'created,assigned')`,
    owner.org, bob.id,
  );
  assert.deepEqual(wrong, []);
  assert.deepEqual(await news(bob), [['bulk_summary', LEADS, `Handed over Owner assigned ${LEADS} leads to you`]]);
  assert.deepEqual(await news(ann), [['bulk_summary', LEADS, `Handed over Owner handed ${LEADS} leads over`]]);
  assert.deepEqual(await news(owner), [['job_finished', 1, `Your job is done: ${LEADS} of ${LEADS} leads changed`]]);
});

test('whoever_made_a_job_hears_how_far_it_is_and_takes_it_back', async () => {
  const ids = (await bob.get('/v1/leads?owner=me&limit=200&sort=created_at')).expect(200).body.data.map(({ id }) => id);
  assert.equal(ids.length, SOME);
  const socket = await Socket.open(app, '/v1/me/live', { key: owner.key, silent: true });
  await until(async () => (await app.sql('SELECT count(*) AS n FROM inbox_seat WHERE user_id = ?', owner.id))[0].n === 1, 'the inbox is open');
  const { id } = (await owner.post('/v1/leads/bulk', { select: { ids }, action: { type: 'assign', owner_id: ann.id } })).expect(202).body;
  const done = await ended(owner, id);
  assert.deepEqual([done.outcomes.changed, done.undone_by], [SOME, null]);
  await until(() => socket.last('job')?.job.status === 'done', 'the end is heard');
  const heard = socket.heard.filter(({ type }) => type === 'job').map(({ job: one }) => one.done);
  assert.ok(heard.length >= 5 && heard.every((number, index) => index === 0 || number >= heard[index - 1]), JSON.stringify(heard));
  assert.deepEqual(socket.last('job').job, done);
  await until(() => socket.heard.some(({ notification }) => notification?.type === 'job_finished'), 'the notification is heard');
  socket.close();
  assert.deepEqual((await news(ann)).map(([type, count]) => [type, count]), [['bulk_summary', SOME]]);

  const undo = (await owner.post(`/v1/jobs/${id}/undo`)).expect(202).body;
  assert.deepEqual([undo.undoes, undo.total], [id, SOME]);
  assert.equal((await ended(owner, undo.id)).outcomes.changed, SOME);
  assert.equal((await bob.get('/v1/leads/count?owner=me')).expect(200).body.count, LEADS);
  assert.equal((await ann.get('/v1/leads/count')).expect(200).body.count, 0);
  (await owner.post(`/v1/jobs/${id}/undo`)).refused(409, 'already_undone');
});

test('a_job_is_found_read_and_stopped', async () => {
  const lead = await ann.lead('One');
  const body = { select: { ids: [lead.id, UNKNOWN] }, action: { type: 'add_tags', tags: ['vip'] } };
  for (const kind of ['contacts', 'deals']) (await ann.post(`/v1/${kind}/bulk`, { ...body, dry_run: true })).expect(202);
  const { id } = (await ann.post('/v1/leads/bulk', body)).expect(202).body;
  const done = await ended(ann, id);
  assert.deepEqual([done.outcomes.changed, done.outcomes.not_found], [1, 1]);
  const results = await ann.all(`/v1/jobs/${id}/results?limit=1`);
  assert.deepEqual(results, [{ record_id: lead.id, outcome: 'changed' }, { record_id: UNKNOWN, outcome: 'not_found', code: 'not_found' }]);
  assert.equal((await ann.ids('/v1/jobs?limit=1')).length, 3);
  (await bob.get(`/v1/jobs/${id}`)).refused(404);
  (await ann.post(`/v1/jobs/${id}/cancel`)).refused(409, 'job_finished');
  (await ann.post(`/v1/jobs/${id}/undo`)).refused(409, 'not_undoable');
  const all = (await owner.post('/v1/leads/bulk', { select: { filter: {} }, action: { type: 'set_status', status: 'working' }, notify: 'none' })).expect(202).body;
  const canceled = (await owner.post(`/v1/jobs/${all.id}/cancel`)).expect(200).body;
  assert.equal(canceled.status, 'canceled');
  assert.ok(canceled.done < all.total);
  assert.equal((await ended(owner, all.id)).done, canceled.done);
  const [{ n }] = await app.sql("SELECT count(*) AS n FROM record WHERE org_id = ? AND status = 'working'", owner.org);
  assert.equal(n, canceled.done);
});
