import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser, picture, signIn } from './browser';
import type { RoleCode } from '@sanya/strapi-plugin-platform/kit';
import { type Office, signInOffice } from './office';
import { type ServerProcess, startServer } from './server-process';
import { until } from './until';

declare global {
  /** Called by the environment with the error of a test that fails, before anything is taken down. */
  var onTestFailure: ((error: unknown) => Promise<void>) | undefined;
}

export const DESK = { width: 1440, height: 900 };

export interface Begun {
  server: ServerProcess;
  page: Page;
  office: Office;
}

/** The pages of the panel as one person works them. */
export interface Desk {
  /** A page by what follows the root. */
  open(path?: string): Promise<void>;
  button(name: string): Locator;
  field(name: string): Locator;
  said(text: string | RegExp): Promise<void>;
  choose(label: string, option: string | RegExp): Promise<void>;
  /** What was found by typing into that field. */
  pick(field: string, text: string, option: RegExp): Promise<void>;
  /** Sends the dialog that is open, whether it asks for something or only whether to. */
  send(name: string): Promise<void>;
  /** A row of a list that is marked. */
  mark(row: RegExp): Promise<void>;
  /** Narrows the list that is shown to what is typed into its search box. */
  search(text: string): Promise<void>;
  /** The language of all pages from the next one on. */
  speak(language: 'en' | 'th'): Promise<void>;
}

export interface Panel extends Desk {
  /** Starts the site with that environment and signs the owner in; for `beforeAll`. */
  begin(env?: Record<string, string>): Promise<Begun>;
  /** The desk of a colleague with that role, in a window of its own. */
  colleague(role: RoleCode): Promise<Desk & { page: Page }>;
  /** The whole page on a desk and on a small screen; `look` is told each width. */
  pictures(name: string, look?: (width: number) => Promise<void>): Promise<void>;
}

const deskOf = (page: () => Page, home: () => string): Desk => ({
  async open(path = '') {
    await page().goto(`${home()}${path}`);
  },
  button: (name) => page().getByRole('button', { name, exact: true }),
  field: (name) => page().locator(`[name="${name}"]`),
  said: (text) => page().getByText(text).first().waitFor(),
  async choose(label, option) {
    await page().getByRole('combobox', { name: label }).first().click();
    await page().getByRole('option', { name: option, exact: true }).click();
  },
  async pick(field, text, option) {
    const [input, choice] = [page().locator(`[name="${field}"]`), page().getByRole('option', { name: option })];
    // What is typed while a page is still being filled is lost.
    await until(`${text} can be chosen`, async () => {
      await input.fill('');
      await input.fill(text);
      return choice.waitFor({ timeout: 5_000 }).then(
        () => true,
        () => false,
      );
    });
    await choice.click();
  },
  async search(text) {
    await page().getByRole('searchbox').or(page().locator('input[name=q]')).first().fill(text);
    await page().keyboard.press('Enter');
  },
  async send(name) {
    const open = page().getByRole('dialog').or(page().getByRole('alertdialog'));
    await open.getByRole('button', { name, exact: true }).click();
  },
  async mark(row) {
    await page().getByRole('checkbox', { name: row }).check();
  },
  async speak(language) {
    await page().addInitScript((lang) => {
      // A sandboxed frame may not even ask for its storage; the frame of a PDF viewer has none.
      if (window.origin === 'null') return;
      (window.localStorage as Storage | null)?.setItem('strapi-admin-language', lang);
    }, language);
  },
});

/**
 * The admin panel of a site of its own, as people of the office work it, for the tests of one file: after each no page
 * has thrown, after all the site is gone.
 */
export function panelAt(root: string): Panel {
  let browser: Browser | undefined;
  let server: ServerProcess | undefined;
  let page: Page;
  let office: Office;
  const problems: string[] = [];
  const pages: Page[] = [];
  const home = (): string => `${server?.url}/admin${root}`;
  const watch = (one: Page): void => {
    pages.push(one);
    one.on('pageerror', (error) => problems.push(String(error)));
  };
  // What the pages showed says more than what a test waited for in vain.
  globalThis.onTestFailure = async (error) => {
    for (const one of pages) {
      if (one.isClosed() || !(error instanceof Error)) continue;
      const shown = await one
        .locator('body')
        .ariaSnapshot({ timeout: 5_000 })
        .catch((reason: unknown) => String(reason));
      error.stack += `\n\n${one.url()} showed:\n${shown.slice(-6_000)}`;
    }
  };

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  afterEach(() => expect(problems.splice(0)).toEqual([]));

  return {
    ...deskOf(() => page, home),
    async begin(env) {
      server = await startServer(env);
      browser = await launchBrowser();
      page = await browser.newPage({ viewport: DESK });
      watch(page);
      await signIn(page, server.url);
      office = await signInOffice(server);
      return { server, page, office };
    },
    async colleague(role) {
      if (!server || !browser) throw new Error('begin comes first');
      const own = await browser.newPage({ viewport: DESK });
      watch(own);
      await signIn(own, server.url, 'en', await office.colleague(role));
      return { ...deskOf(() => own, home), page: own };
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
