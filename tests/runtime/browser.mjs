// A real browser for tests: the Chromium that the machine has.

import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const PLACES = [
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const HELP = 'a test needs Chromium: install the package `chromium` (Debian, Fedora, Homebrew) or Google Chrome, or name one in CHROME_BIN';

/** Where the browser is. A machine without one is told what to install: no test is passed over. */
export function findChromium(environment = process.env, exists = existsSync) {
  if (environment.CHROME_BIN) {
    if (!exists(environment.CHROME_BIN)) throw new Error(`CHROME_BIN names ${environment.CHROME_BIN}, which is not there: ${HELP}`);
    return environment.CHROME_BIN;
  }
  const folders = (environment.PATH ?? '').split(path.delimiter).filter(Boolean).concat('/usr/bin', '/usr/local/bin', '/opt/google/chrome');
  const all = folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name))).concat(PLACES);
  const found = all.find((file) => exists(file));
  if (!found) throw new Error(HELP);
  return found;
}

/** Starts it, without a window; it reaches this machine only. */
export async function startBrowser() {
  // Root has no sandbox of its own to give away.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return await chromium.launch({ executablePath: findChromium(), args: [...args, '--disable-dev-shm-usage'] });
}
