// The TypeScript client, and the files that are served beside the API.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { startApp } from './support.mjs';

const ROOT = path.join(import.meta.dirname, '..', '..');

let app, owner;
before(async () => {
  app = await startApp();
  owner = await app.organization('Typed');
});
after(() => app?.stop());

test('the_example_of_the_typescript_client_runs_as_it_is', async () => {
  const example = path.join(ROOT, 'clients', 'typescript', 'example', 'share.ts');
  const child = spawn(process.execPath, ['--no-warnings', example], { env: { ...process.env, LEADROOM_URL: app.url, LEADROOM_KEY: owner.key } });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (printed += text));
  const code = await new Promise((resolve) => child.on('close', resolve));
  assert.equal(code, 0, printed);
  assert.deepEqual(printed.trimEnd().split('\n'), [
    'I am Typed Owner, owner of Typed.',
    'Bob meets 404 not_found.',
    'Bob may read and update.',
    'Merged: +49 30 1234567, Müller.',
    'Conflict over phone.',
    'It went: created, shared, updated, updated.',
  ]);
});

test('the_document_is_served_whole_to_everybody_and_cached', async () => {
  const response = await fetch(`${app.url}/openapi.json`);
  assert.equal(response.status, 200);
  assert.match(response.headers.get('content-type'), /^application\/json/);
  assert.equal(response.headers.get('access-control-allow-origin'), '*');
  assert.equal(response.headers.get('cache-control'), 'public, max-age=300');
  assert.deepEqual(await response.json(), JSON.parse(readFileSync(path.join(ROOT, 'public', 'openapi.json'), 'utf8')));
  const again = await fetch(`${app.url}/openapi.json`, { headers: { 'if-none-match': response.headers.get('etag') } });
  assert.equal(again.status, 304);
});

test('the_pages_run_nothing_that_is_not_theirs', async () => {
  for (const page of ['/docs', '/docs/problems']) {
    const response = await fetch(app.url + page, { redirect: 'manual' });
    assert.equal(response.status, 200, page);
    assert.match(response.headers.get('content-type'), /^text\/html/);
    assert.match(response.headers.get('content-security-policy'), /default-src 'none'; script-src 'self'; style-src 'self'/);
    const html = await response.text();
    assert.doesNotMatch(html, /<script(?![^>]*\ssrc=)[^>]*>|\son\w+=|style=|https?:/i, page);
    for (const [, file] of html.matchAll(/(?:src|href)="(\/[^"#]+)"/g)) {
      const found = await fetch(app.url + file);
      assert.equal(found.status, 200, file);
      await found.arrayBuffer();
    }
  }
});
