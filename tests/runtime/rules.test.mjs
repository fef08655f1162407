// Rules and turns on the real runtime: through the queue and the rooms, many at once.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, test } from 'node:test';
import { eachAtOnce, startApp, until } from './support.mjs';

/** How many come at once, for three people. */
const CROWD = 30;

let app, owner, people, team;
before(async () => {
  app = await startApp();
  owner = await app.organization('Ruled');
  people = [await app.person(owner, 'Ann Able'), await app.person(owner, 'Bob Best'), await app.person(owner, 'Cara Cole')];
  team = await app.team(owner, 'North', people);
});
after(() => app?.stop());

const get = async (id) => (await owner.get(`/v1/leads/${id}`)).expect(200).body;

/** How many of these leads each owner has, by name. */
async function shared(ids) {
  const owners = await eachAtOnce(ids, 6, async (id) => (await get(id)).owner?.name ?? 'nobody');
  const counts = {};
  for (const name of owners.sort()) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

const EVEN = Object.fromEntries(['Ann Able', 'Bob Best', 'Cara Cole'].map((name) => [name, CROWD / 3]));

test('leads_that_come_at_once_go_round_a_team_and_each_has_one_entry_of_the_rule', async (t) => {
  const rule = (await owner.post('/v1/rules', { name: 'Go round', on: 'created', when: { source: 'crowd' }, then: [{ type: 'assign', round_robin_team_id: team.id }, { type: 'add_tags', tags: ['new'] }] })).expect(201).body;
  t.after(async () => (await owner.delete(`/v1/rules/${rule.id}`)).expect(204));
  const leads = await eachAtOnce(Array.from({ length: CROWD }), CROWD, (_, index) => owner.lead(`Lead ${index}`, { source: 'crowd' }));
  await until(async () => {
    const all = await eachAtOnce(leads, 6, ({ id }) => get(id));
    return all.every(({ tags }) => tags.includes('new'));
  }, 'the rule has done its part on every lead');
  assert.deepEqual(await shared(leads.map(({ id }) => id)), EVEN);
  for (const { id } of leads) {
    const timeline = await owner.timeline(`/v1/leads/${id}`);
    assert.deepEqual(timeline.map(({ type }) => type), ['created', 'rule_applied', 'assigned', 'collaborator_added', 'updated']);
    assert.deepEqual(timeline[1].actor, { id: null, name: 'Go round', type: 'rule' });
  }
});

test('forms_that_come_at_once_are_owned_by_turns_and_cost_two_calls_each', async () => {
  const source = (await owner.post('/v1/sources', { name: 'Crowd', owner: { round_robin_team_id: team.id }, collaborators: [people[0].id] })).expect(201).body;
  const at = new URL(source.capture_url).pathname;
  const answers = await eachAtOnce(Array.from({ length: CROWD }), CROWD, (_, index) => app.send('POST', at, { body: { email: `crowd${index}@example.com` } }));
  for (const answer of answers) assert.deepEqual([answer.expect(200).body.status, answer.cost.calls], ['created', 2], String(answer));
  const kept = await eachAtOnce(answers, 6, async ({ body }) => (await owner.get(`/v1/deliveries/${body.delivery_id}`)).expect(200).body.record_id);
  assert.deepEqual(await shared(kept), EVEN);
});

test('a_rule_of_captured_leads_runs_once_after_the_answer', async () => {
  const source = (await owner.post('/v1/sources', { name: 'Shop' })).expect(201).body;
  const then = [{ type: 'add_collaborators', user_ids: [people[1].id] }, { type: 'share', with: { type: 'team', id: team.id }, permissions: ['read'] }];
  (await owner.post('/v1/rules', { name: 'Shop leads', on: 'captured', when: { source_id: source.id }, then })).expect(201);
  const answer = (await app.send('POST', new URL(source.capture_url).pathname, { body: { email: 'shop@example.com' } })).expect(200);
  assert.equal(answer.cost.calls, 2, 'what a rule does, it does in the queue');
  const { record_id: id } = (await owner.get(`/v1/deliveries/${answer.body.delivery_id}`)).expect(200).body;
  await until(async () => (await get(id)).collaborator_count === 1, 'the rule has run');
  const seen = (await people[2].get(`/v1/leads/${id}`)).expect(200).body;
  assert.deepEqual(seen.permissions, ['read']);
  assert.deepEqual((await owner.timeline(`/v1/leads/${id}`)).map(({ type }) => type), ['created', 'captured', 'rule_applied', 'collaborator_added', 'shared']);
});

/** The processor time that the runtime has used so far, in milliseconds. */
function worked() {
  const seconds = (text) => text.split(/[-:]/).reverse().reduce((sum, part, place) => sum + Number(part) * [1, 60, 3600, 86_400][place], 0);
  const lines = execFileSync('ps', ['-A', '-o', 'pgid=,time='], { encoding: 'utf8' }).trim().split('\n').map((line) => line.trim().split(/\s+/));
  const own = lines.filter(([group]) => Number(group) === app.worker.pid);
  assert.ok(own.length > 0, 'the runtime is a group of processes');
  return own.reduce((sum, [, time]) => sum + seconds(time), 0) * 1000;
}

test('a_capture_takes_less_than_fifty_milliseconds_of_work', async () => {
  const source = (await owner.post('/v1/sources', { name: 'Quick', owner: { round_robin_team_id: team.id } })).expect(201).body;
  const at = new URL(source.capture_url).pathname;
  const before = worked();
  // Many, for `ps` counts in whole seconds on some systems; what they take includes the queue's part and the runtime's own.
  const many = Array.from({ length: 200 });
  await eachAtOnce(many, 4, async (_, index) => {
    const body = { email: `quick${index}@example.com`, name: `Quick ${index}`, message: 'x'.repeat(2000) };
    (await app.send('POST', at, { body })).expect(200);
  });
  const each = (worked() - before) / many.length;
  assert.ok(each < 50, `${each.toFixed(1)} ms each`);
});
