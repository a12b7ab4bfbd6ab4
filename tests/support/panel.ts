import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser, picture, signIn } from './browser';
import { type Office, signInOffice } from './office';
import { type ServerProcess, startServer } from './server-process';

export const DESK = { width: 1440, height: 900 };

export interface Begun {
  server: ServerProcess;
  page: Page;
  office: Office;
}

export interface Panel {
  /** Starts the site with that environment and signs the owner in; for `beforeAll`. */
  begin(env?: Record<string, string>): Promise<Begun>;
  /** A page by what follows the root. */
  open(path?: string): Promise<void>;
  button(name: string): Locator;
  field(name: string): Locator;
  said(text: string | RegExp): Promise<void>;
  choose(label: string, option: string | RegExp): Promise<void>;
  /** The language of all pages from the next one on. */
  speak(language: 'en' | 'th'): Promise<void>;
  /** The whole page on a desk and on a small screen; `look` is told each width. */
  pictures(name: string, look?: (width: number) => Promise<void>): Promise<void>;
}

/**
 * The admin panel of a site of its own, as people of the office work it, for the tests of one file: after each no page
 * has thrown, after all the site is gone.
 */
export function panelAt(root: string): Panel {
  let browser: Browser | undefined;
  let server: ServerProcess | undefined;
  let page: Page;
  const problems: string[] = [];

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  afterEach(() => expect(problems.splice(0)).toEqual([]));

  return {
    async begin(env) {
      server = await startServer(env);
      browser = await launchBrowser();
      page = await browser.newPage({ viewport: DESK });
      page.on('pageerror', (error) => problems.push(String(error)));
      await signIn(page, server.url);
      return { server, page, office: await signInOffice(server) };
    },
    async open(path = '') {
      await page.goto(`${server?.url}/admin${root}${path}`);
    },
    button: (name) => page.getByRole('button', { name, exact: true }),
    field: (name) => page.locator(`[name="${name}"]`),
    said: (text) => page.getByText(text).first().waitFor(),
    async choose(label, option) {
      await page.getByRole('combobox', { name: label }).first().click();
      await page.getByRole('option', { name: option, exact: true }).click();
    },
    async speak(language) {
      await page.addInitScript((lang) => {
        // A sandboxed frame may not even ask for its storage; the frame of a PDF viewer has none.
        if (window.origin === 'null') return;
        (window.localStorage as Storage | null)?.setItem('strapi-admin-language', lang);
      }, language);
    },
    async pictures(name, look) {
      for (const [width, suffix] of [
        [DESK.width, ''],
        [900, '-900'],
      ] as const) {
        // The panel scrolls within the window, so the window is made long.
        await page.setViewportSize({ width, height: 1700 });
        await page.waitForTimeout(500);
        await picture(page, `${name}${suffix}`);
        await look?.(width);
      }
      await page.setViewportSize(DESK);
    },
  };
}
