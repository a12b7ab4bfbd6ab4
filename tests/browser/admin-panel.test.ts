import type { Browser, Page } from 'playwright-core';
import { launchBrowser, picture, signIn } from '../support/browser';
import { type ServerProcess, startServer } from '../support/server-process';

describe('the admin panel', () => {
  let server: ServerProcess;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    server = await startServer();
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: { width: 1360, height: 900 } });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  test('the owner signs in and sees the home page, without an error in the console', async () => {
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(String(error)));
    await signIn(page, server.url);
    await page.getByRole('navigation').first().waitFor();
    await picture(page, 'home');
    expect(problems).toEqual([]);
  });
});
