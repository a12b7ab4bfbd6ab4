import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { SMTPServer } from 'smtp-server';
import { overflowOf } from '../support/browser';
import type { Office } from '../support/office';
import { panelAt } from '../support/panel';
import { until } from '../support/until';

/** Staff change what a mail says, see it with a real order before, and find and retry what did not leave. */
let page: Page;
let office: Office;
const panel = panelAt('/plugins/platform/');
const { open, field, said, pick, speak } = panel;
const button = (name: string) => panel.button(name).first();
const pictures = (name: string) =>
  panel.pictures(name, async (width) => expect([name, width, await overflowOf(page)]).toEqual([name, width, 0]));

const CUSTOMER = 'Chiang Mai Trading Co., Ltd.';
const NO_MAILBOX = new Set<string>();
const got: { to: string; raw: string }[] = [];
let smtp: SMTPServer;
let product: string;
let order: string;

const arrived = (to: string, subject: string) =>
  until(`a mail to ${to}: ${subject}`, () =>
    got.some((mail) => mail.to === to && mail.raw.includes(`Subject: ${subject}`)),
  );

async function placeOrder(email: string): Promise<string> {
  const customer = await office.post('/crm/customers', { kind: 'organisation', name: CUSTOMER, email, language: 'en' });
  const placed = await office.post<{ number: string }>('/sales/orders', {
    customer: customer.documentId,
    lines: [{ product, quantity: '1' }],
  });
  return placed.number;
}

interface Template {
  id: string;
  code: string;
  version: number;
}
const template = async (): Promise<Template> => {
  const found = (await office.get<Template[]>('/platform/templates')).find(({ code }) => code === 'order-confirmation');
  if (!found) throw new Error('There is no such template.');
  return found;
};
const inMail = (language: string) => page.frameLocator(`iframe[title="The text in ${language}"]`);

beforeAll(async () => {
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo: ({ address }, _session, done) =>
      done(NO_MAILBOX.has(address) ? Object.assign(new Error('no such mailbox'), { responseCode: 550 }) : undefined),
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('latin1');
        got.push(...session.envelope.rcptTo.map(({ address }) => ({ to: address, raw })));
        done();
      });
    },
  });
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  const { port } = smtp.server.address() as AddressInfo;
  ({ page, office } = await panel.begin({ SANYA_PORTS: '', SMTP_URL: `smtp://127.0.0.1:${port}` }));
  product = await office.product('Website care', 1_000_000);
  order = await placeOrder('buyer@example.com');
  await arrived('buyer@example.com', `We have your order ${order}`);
}, 300_000);
afterAll(() => new Promise<void>((resolve) => smtp.close(() => resolve())));

test('a text is changed with a real order beside it; what is wrong is told at its place', async () => {
  await open('templates');
  await said('Order confirmation');
  await pictures('templates-en');
  await page.getByText('Order confirmation').first().click();
  await said('What this text may say');
  await said('With example data');
  await inMail('English').getByText('SO-2569-000123').first().waitFor();
  await pick('row', order.slice(-4), new RegExp(order));
  await inMail('English').getByText(`Dear ${CUSTOMER}`).waitFor();
  await inMail('Thai').getByText(order).first().waitFor();

  await field('subjectEn').fill('Thanks for {{ order.numbr }}');
  await said('Nothing here is called “order.numbr”: it stays empty.');
  await field('bodyEn').fill('<p>Dear {{ customer.name }},</p>\n<p>{{ order.total | mony }}</p>');
  await said(/Line 2, column 4: there is no filter “mony”/);
  await page.locator('mark').first().waitFor();
  await pictures('template-wrong-en');
  await button('Save').click();
  await said(/Line 1, column 15: nothing here is called/);
  await field('bodyEn').fill('<p>Dear {{ customer.name }},</p>\n<p>Total {{ order.total }}</p>');
  await field('subjectEn').fill('Thanks for ');
  await page.getByRole('button', { name: /^order\.number/ }).click();
  expect(await field('subjectEn').inputValue()).toBe('Thanks for {{ order.number }}');
  await inMail('English').getByText('Total 10,700.00').waitFor();
  await page
    .getByTestId('subject-en')
    .filter({ hasText: `Thanks for ${order}` })
    .waitFor();

  await button('Send to me (English)').click();
  await said('A test is on its way to owner@example.com.');
  await arrived('owner@example.com', `Thanks for ${order}`);
  await page.getByRole('link', { name: 'Templates' }).last().click();
  await said('Not saved');
  await button('Stay here').click();
  await pictures('template-changed-en');
  await button('Save').click();
  await said('Saved as version 2.');
});

test('who was overtaken is told, keeps the text, and saves it after the other', async () => {
  const { id } = await template();
  await office.put(`/platform/templates/${id}`, { version: 2, subjectEn: 'Overtaken {{ order.number }}' });
  await field('subjectEn').fill('Your order {{ order.number }}');
  await button('Save').click();
  await said(/saved version 3 while you were editing/);
  expect(await field('subjectEn').inputValue()).toBe('Your order {{ order.number }}');
  await pictures('template-overtaken-en');
  await button('Save mine after version 3').click();
  await said('Saved as version 4.');
});

test('the next mail says the new text; an earlier one is compared and used again', async () => {
  const next = await placeOrder('second@example.com');
  await arrived('second@example.com', `Your order ${next}`);
  await open(`templates/${(await template()).id}`);
  await said('4 (now)');
  const rows = page.locator('#versions tbody tr');
  expect(await rows.count()).toBe(4);
  await rows.nth(3).getByRole('button', { name: 'Compare' }).click();
  await page.getByRole('dialog').locator('del').first().waitFor();
  await pictures('template-compare-en');
  await page.keyboard.press('Escape');
  await rows.nth(3).getByRole('button', { name: 'Use again' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Use again' }).click();
  await said('5 (now)');
  await said('taken up from 1');
  expect(await field('subjectEn').inputValue()).toBe('We have your order {{ order.number }}');
  await rows.nth(1).getByRole('link', { name: '1 mail' }).click();
  await said(`Your order ${next}`);
  await said('version 4');
});

test('what was given up is found, read, and tried again, one or several', async () => {
  const strangers = ['one@gone.example', 'two@gone.example', 'three@gone.example'];
  for (const email of strangers) {
    NO_MAILBOX.add(email);
    await placeOrder(email);
  }
  const dead = () => office.get<unknown[]>('/platform/deliveries?filters[state][$eq]=dead');
  await until('three mails were given up', async () => (await dead()).length === 3, { everyMs: 200 });
  await open('deliveries?state=dead');
  await said('Given up');
  await said(/no such mailbox/);
  await pictures('mails-dead-en');
  NO_MAILBOX.clear();
  await page.getByText('three@gone.example').click();
  await said('As it will be sent');
  await page.frameLocator('iframe').first().getByText(`Dear ${CUSTOMER}`).waitFor();
  await pictures('mail-dead-en');
  await button('Try again').click();
  await said('The mail is tried again.');
  await arrived('three@gone.example', 'We have your order');
  await open('deliveries?state=dead');
  await button('Choose all that failed here').click();
  await button('Try again (2)').click();
  await said('2 mails are tried again.');
  for (const email of strangers) await arrived(email, 'We have your order');
  const waiting = () => office.get<unknown[]>('/platform/deliveries?filters[state][$ne]=sent');
  await until('all mails have left', async () => (await waiting()).length === 0, { everyMs: 200 });
  await open('deliveries?q=gone.example');
  await page.getByText('Sent', { exact: true }).nth(2).waitFor();
  await page.getByText('one@gone.example').click();
  await said('As it was sent');
  await page.getByRole('button', { name: /^INV-.*\.pdf$/ }).click();
  await page.locator('iframe[title$=".pdf"]').waitFor();
  await pictures('mail-sent-en');
});

test('the same in Thai', async () => {
  await speak('th');
  await open('templates');
  await said('แม่แบบข้อความ');
  await pictures('templates-th');
  await open(`templates/${(await template()).id}`);
  await said('ข้อมูลที่ใช้ในข้อความนี้ได้');
  await field('subjectTh').fill('{{ x');
  await said(/ยังไม่ปิด/);
  await pictures('template-th');
  await open('deliveries');
  await said('ส่งแล้ว');
  await pictures('mails-th');
  await open('deliveries?q=nobody');
  await said('ไม่มีอีเมลตามที่ค้นหา');
  await pictures('mails-empty-th');
});
