// The form in examples/ in a real browser: a page of another site posts to a source and lands on its thank-you page.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { serve } from '../../examples/form/serve.mjs';
import { findChromium, startBrowser } from './browser.mjs';
import { startApp } from './support.mjs';

let app, owner, source, site, browser;
before(async () => {
  browser = await startBrowser();
  app = await startApp();
  owner = await app.organization('Example');
  source = (await owner.post('/v1/sources', { name: 'Website' })).expect(201).body;
  site = await serve(source.capture_url);
  (await owner.patch(`/v1/sources/${source.id}`, { allowed_origins: [site.origin] })).expect(200);
});
after(async () => {
  await browser?.close();
  site?.server.closeAllConnections();
  site?.server.close();
  await app?.stop();
});

/** A new visitor's page, with what went wrong on it. */
async function visit() {
  const page = await browser.newPage();
  const wrong = [];
  page.on('pageerror', (error) => wrong.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  await page.goto(`${site.origin}/index.html`);
  return { page, wrong };
}

test('a_visitor_fills_the_form_and_lands_on_the_thank_you_page', async () => {
  assert.notEqual(new URL(site.origin).hostname, new URL(source.capture_url).hostname, 'the form stands on another site');
  const { page, wrong } = await visit();
  await page.getByLabel('Your name').fill('Zoë Müller');
  await page.getByLabel('Company').fill('Müller & Söhne');
  await page.getByLabel('E-mail').fill('zoe@example.com');
  await page.getByLabel('Solar').check();
  await page.getByLabel('Charging').check();
  await page.getByLabel('Message').fill('Two lines:\nGrüße aus Zürich 🏔');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.waitForURL(`${site.origin}/thanks.html`);
  assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), 'Thank you.');
  assert.deepEqual(wrong, []);
  const [lead, ...others] = await owner.all('/v1/leads');
  assert.deepEqual(others, []);
  assert.deepEqual([lead.name, lead.company, lead.email, lead.source], ['Zoë Müller', 'Müller & Söhne', 'zoe@example.com', 'Website']);
  assert.deepEqual(lead.fields.topics, ['Solar', 'Charging']);
  assert.equal(lead.fields.message.replaceAll('\r\n', '\n'), 'Two lines:\nGrüße aus Zürich 🏔');
  assert.equal(new URL(lead.fields.attribution.page_url).origin, site.origin, 'it is known which site it came from');
  await page.close();
});

test('a_program_that_fills_every_field_lands_there_too_and_makes_no_lead', async () => {
  const before = await owner.ids('/v1/leads');
  const { page } = await visit();
  await page.getByLabel('Your name').fill('Bot');
  await page.getByLabel('E-mail').fill('bot@example.com');
  await page.locator('[name=_gotcha]').evaluate((input) => { input.value = 'filled'; });
  await page.getByRole('button', { name: 'Send' }).click();
  await page.waitForURL(`${site.origin}/thanks.html`);
  assert.deepEqual(await owner.ids('/v1/leads'), before);
  await page.close();
});

test('the_form_fits_a_telephone', async () => {
  const { page } = await visit();
  await page.setViewportSize({ width: 320, height: 640 });
  const [inner, outer] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  assert.ok(inner <= outer, `${inner} pixels wide on a screen of ${outer}`);
  await page.close();
});

test('a_machine_without_a_browser_is_told_what_to_install', () => {
  assert.throws(() => findChromium({ PATH: '/nowhere' }, () => false), /install the package `chromium`.*CHROME_BIN/);
  assert.throws(() => findChromium({ CHROME_BIN: '/nowhere/chrome' }, () => false), /CHROME_BIN names \/nowhere\/chrome/);
  assert.equal(findChromium({ CHROME_BIN: '/my/chrome' }, () => true), '/my/chrome');
  assert.equal(findChromium({ PATH: '/a:/b' }, (file) => file === '/b/chromium'), '/b/chromium');
});
