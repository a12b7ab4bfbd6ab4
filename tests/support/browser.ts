import fs from 'node:fs';
import path from 'node:path';
import { execSync } from 'node:child_process';
import { type Browser, chromium, type Page } from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const output = path.resolve(__dirname, '../browser/output');

/** A real Chromium: CHROMIUM_PATH, else the one on the PATH. */
export function launchBrowser(): Promise<Browser> {
  const executablePath =
    process.env.CHROMIUM_PATH ?? execSync('command -v chromium || command -v google-chrome').toString().trim();
  return chromium.launch({ executablePath, args: FLAGS });
}

/** Keeps a picture to look at. */
export async function picture(page: Page, name: string): Promise<void> {
  fs.mkdirSync(output, { recursive: true });
  await page.screenshot({ path: path.join(output, `${name}.png`), fullPage: true });
}

export const OWNER = { email: 'owner@example.com', password: 'Secret-pass1' };

/** Makes the first administrator of a fresh site and signs the page in, in the language asked for. */
export async function signIn(page: Page, url: string, language: 'en' | 'th' = 'en', who = OWNER): Promise<void> {
  await fetch(`${url}/admin/register-admin`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...OWNER, firstname: 'Owner', lastname: 'Example' }),
  });
  await page.addInitScript((lang) => {
    // A sandboxed frame may not even ask for its storage; the frame of a PDF viewer has none.
    if (window.origin === 'null') return;
    const storage = window.localStorage as Storage | null;
    storage?.setItem('strapi-admin-language', lang);
    storage?.setItem('GUIDED_TOUR_SKIPPED', 'true');
    storage?.setItem('STRAPI_GUIDED_TOUR', JSON.stringify({ enabled: false, tours: {}, hidden: true }));
  }, language);
  await page.goto(`${url}/admin/auth/login`);
  await page.locator('input[name=email]').fill(who.email);
  await page.locator('input[name=password]').fill(who.password);
  await page.locator('button[type=submit]').click();
  await page.waitForURL((address) => !address.pathname.includes('/auth/'));
}

/** A page that is wider than its window makes the reader push it about. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll('html, body, main, #main-content')).reduce(
      (most, { scrollWidth, clientWidth }) => Math.max(most, scrollWidth - clientWidth),
      0,
    ),
  );
