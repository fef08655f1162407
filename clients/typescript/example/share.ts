/**
 * A walk through the API: a lead is made, shared, edited by two people at once, and its timeline is read.
 *
 *     LEADROOM_URL=http://localhost:8787 LEADROOM_KEY=lr_… node clients/typescript/example/share.ts
 *
 * The key must be an owner's.
 */

import { Refused, type Schemas, entries, leadroom, need } from '../src/index.ts';

declare const process: { env: Record<string, string | undefined>; exit(code: number): never };

const { LEADROOM_URL: url, LEADROOM_KEY: key } = process.env;
if (!url || !key) {
  console.error('set LEADROOM_URL and LEADROOM_KEY');
  process.exit(1);
}

const olga = leadroom({ url, key });
const me = await need(olga.GET('/v1/me'));
console.log(`I am ${me.user.name}, ${me.role} of ${me.organization.name}.`);

// A colleague, with a key of their own.
const email = `bob.${Date.now()}@example.com`;
const bob = await need(olga.POST('/v1/users', { body: { name: 'Bob Best', email, role: 'agent' } }));
const path = { id: bob.id };
const { secret } = await need(olga.POST('/v1/users/{id}/api_keys', { params: { path }, body: { name: 'example' } }));
const asBob = leadroom({ url, key: secret });

const lead = await need(olga.POST('/v1/leads', { body: { name: 'Müller GmbH', amount: 1_250_000, currency: 'EUR' } }));
const at = { params: { path: { id: lead.id } } };

// Bob cannot see it yet: for him it might as well not exist.
const { error } = await asBob.GET('/v1/leads/{id}', at);
console.log(`Bob meets ${error?.status} ${error?.code}.`);

const share = await need(
  olga.POST('/v1/leads/{id}/shares', { ...at, body: { with: { type: 'user', id: bob.id }, permissions: ['read', 'update'] } }),
);
console.log(`Bob may ${share.effective.join(' and ')}.`);

// Both edit what they saw. Different fields merge; the same field is a conflict, and nothing is lost.
const seen = { ...at, headers: { 'If-Match': `"${lead.version}"` } };
await need(olga.PATCH('/v1/leads/{id}', { ...seen, body: { phone: '+49 30 1234567' } }));
const merged = await need(asBob.PATCH('/v1/leads/{id}', { ...seen, body: { company: 'Müller' } }));
console.log(`Merged: ${merged.phone}, ${merged.company}.`);
try {
  await need(asBob.PATCH('/v1/leads/{id}', { ...seen, body: { phone: '+49 30 7654321' } }));
} catch (refused) {
  if (!(refused instanceof Refused) || refused.problem.code !== 'edit_conflict') throw refused;
  console.log(`Conflict over ${refused.problem.conflicts?.join(', ')}.`);
}

const types: Schemas['TimelineEntry']['type'][] = [];
const page = (cursor?: string) => olga.GET('/v1/leads/{id}/timeline', { params: { ...at.params, query: { limit: 2, ...(cursor && { cursor }) } } });
for await (const entry of entries(page)) types.unshift(entry.type);
console.log(`It went: ${types.join(', ')}.`);
