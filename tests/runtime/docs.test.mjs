// The pages that show the API's document, in a real browser: everything is there, from here, on every screen.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startBrowser } from './browser.mjs';
import { document } from './contract.mjs';
import { startApp } from './support.mjs';

let app, browser;
before(async () => {
  browser = await startBrowser();
  app = await startApp();
});
after(async () => {
  await browser?.close();
  await app?.stop();
});

/** A page as a reader has it, once it shows the document; nothing went wrong on it, and nothing came from elsewhere. */
async function read(target, { width = 1280, scheme = 'light' } = {}) {
  const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme: scheme });
  const wrong = [];
  page.on('pageerror', (error) => wrong.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  page.on('request', (request) => new URL(request.url()).origin === app.url || wrong.push(`asked ${request.url()}`));
  await page.goto(app.url + target);
  await page.locator('#content .wait').waitFor({ state: 'detached' });
  await page.locator('#content article').first().waitFor();
  assert.deepEqual(wrong, [], target);
  return page;
}

const operations = Object.entries(document.paths).flatMap(([path, item]) => Object.values(item).map((operation) => ({ path, ...operation })));

test('the_page_shows_every_route_and_object_and_finds_one_by_a_word', async () => {
  const page = await read('/docs');
  const ids = new Set(await page.locator('#content [id]').evaluateAll((all) => all.map((one) => one.id)));
  // Contacts and deals are told of with leads.
  const own = operations.filter(({ path }) => !/^\/v1\/(contacts|deals)/.test(path));
  assert.deepEqual(own.map(({ operationId }) => operationId).filter((id) => !ids.has(id)), []);
  assert.deepEqual(Object.keys(document.components.schemas).filter((name) => !ids.has(`object-${name}`)), []);
  await page.keyboard.press('/');
  await page.keyboard.type('unsubscribe');
  assert.match(await page.locator('#found').innerText(), /^\d+ found$/);
  await page.keyboard.press('Enter');
  await page.waitForURL(/#/);
  assert.match(await page.locator('#contents [aria-current]').innerText(), /mail/i);
  await page.close();
});

test('what_can_be_one_of_several_objects_shows_the_members_of_each', async () => {
  const page = await read('/docs');
  assert.doesNotMatch(await page.locator('#content').innerText(), /object or object|or or null/);
  const actions = document.components.schemas.BulkAction.properties.action.oneOf.map(({ properties }) => `"${properties.type.const}"`);
  assert.ok(actions.length > 2);
  const shown = await page.locator('#object-BulkAction .variants > li > .members > li:first-child .kind').allInnerTexts();
  assert.deepEqual(shown.slice(0, actions.length), actions);
  await page.close();
});

test('the_page_opens_at_what_its_address_names', async () => {
  const { operationId } = operations.at(-1);
  const page = await read(`/docs#${operationId}`);
  assert.ok(await page.locator(`[id="${operationId}"]`).evaluate((one) => Math.abs(one.getBoundingClientRect().top) < innerHeight));
  assert.equal(await page.locator('#contents [aria-current]').count(), 1);
  await page.close();
});

test('every_code_of_a_problem_has_its_place', async () => {
  const page = await read('/docs/problems');
  const ids = new Set(await page.locator('#content article').evaluateAll((all) => all.map((one) => one.id)));
  assert.deepEqual(Object.keys(document.components.examples).filter((code) => !ids.has(code)), []);
  await page.close();
});

test('the_pages_fit_a_telephone_by_day_and_by_night', async () => {
  for (const target of ['/docs', '/docs/problems']) {
    for (const scheme of ['light', 'dark']) {
      const page = await read(target, { width: 360, scheme });
      const [inner, outer, ground] = await page.evaluate(() => [globalThis.document.documentElement.scrollWidth, globalThis.document.documentElement.clientWidth, getComputedStyle(globalThis.document.body).backgroundColor]);
      assert.ok(inner <= outer, `${target}: ${inner} pixels wide on a screen of ${outer}`);
      const bright = ground.match(/\d+/g).slice(0, 3).every((part) => Number(part) > 127);
      assert.equal(bright, scheme === 'light', `${target} on ${ground}`);
      await page.close();
    }
  }
});
