import { type App, bootApp, type Member, type Staff } from '../../support/app';
import { textOf } from '../../support/pdf';
import { companyMember, customerOf, issue, line } from './support';

/** What staff write for the foot of their papers: each paper keeps the words of the day it was issued. */
let app: App;
let owner: Staff;
let member: Member;
let customer: { id: number };

beforeAll(async () => {
  app = await bootApp();
  owner = await app.staff('owner');
  member = await companyMember(app);
  customer = await customerOf(app, member);
});
afterAll(() => app?.close());

type Texts = Partial<Record<'subjectTh' | 'bodyTh' | 'subjectEn' | 'bodyEn', string>>;

const templateOf = async (code: string): Promise<{ id: string; version: number }> =>
  ((await owner.get('/platform/templates')).body.data as { id: string; code: string; version: number }[]).find(
    (one) => one.code === code,
  ) ?? { id: '', version: 0 };
async function write(code: string, texts: Texts) {
  const { id, version } = await templateOf(code);
  return owner.put(`/platform/templates/${id}`, { version, ...texts });
}
const paperOf = async ({ documentId }: { documentId: string }, lang: 'th' | 'en'): Promise<string> =>
  textOf((await member.get(`/api/billing/invoices/${documentId}/document?lang=${lang}`).responseType('blob')).body);
const pass = async (): Promise<void> => void (await owner.post('/platform/clock', { advance: 'PT1M' }));
const usesOf = async (code: string): Promise<[number, number][]> =>
  (await owner.get(`/platform/templates/${(await templateOf(code)).id}/versions`)).body.data.map(
    ({ version, used }: { version: number; used: number }) => [version, used],
  );

test('an invoice keeps the words that stood at its foot when it was issued, in both languages; a new one has the new', async () => {
  const first = await issue(app, customer.id, [line()]);
  expect(await paperOf(first, 'en')).toMatch(/Please name INV-\S+ when you pay/);
  await pass();
  const saved = await write('paper-invoice', {
    ...{ subjectEn: 'Terms', subjectTh: 'ขอตกลง' },
    bodyEn: '<p>{{ customer }} pays {{ number }} by {{ dueDate }}.</p>',
    bodyTh: '<p>ชำระก่อน {{ dueDate }}</p>',
  });
  expect(saved.body.error).toBeUndefined();
  const second = await issue(app, customer.id, [line()]);
  const paper = await paperOf(second, 'en');
  expect(paper).toContain('Terms');
  expect(paper).toMatch(/pays INV-\S+ by \d/);
  expect(await paperOf(second, 'th')).toContain('ขอตกลง');
  expect(await paperOf(first, 'en')).toMatch(/Please name INV-\S+ when you pay/);
  expect(await paperOf(first, 'en')).not.toContain('Terms');
  expect(await usesOf('paper-invoice')).toEqual([
    [2, 1],
    [1, 1],
  ]);
});

test('a foot may say nothing; a variable that no such paper has is refused, and nothing is saved', async () => {
  const unknown = await write('paper-invoice', { bodyEn: '<p>{{ dueDat }}</p>' });
  expect([unknown.status, unknown.body.error.details.code]).toEqual([400, 'template.variable_unknown']);
  const third = await issue(app, customer.id, [line()]);
  expect(await paperOf(third, 'en')).toContain('Terms');
  await pass();
  const emptied = await write('paper-invoice', { subjectEn: '', bodyEn: '', subjectTh: '', bodyTh: '' });
  expect(emptied.status).toBe(200);
  const silent = await issue(app, customer.id, [line()]);
  expect(await paperOf(silent, 'en')).not.toMatch(/Terms|Please name/);
  expect(await paperOf(third, 'en')).toContain('Terms');
});

test('whoever edits the words sees them with a real paper', async () => {
  const invoice = await issue(app, customer.id, [line()]);
  const { id } = await templateOf('paper-invoice');
  const preview = await owner.post(`/platform/templates/${id}/preview`, {
    ...{ language: 'en', row: invoice.documentId },
    body: '<p>Quote {{ number }} by {{ dueDate }}</p>',
  });
  expect(preview.body.data.html).toMatch(/Quote INV-\S+ by/);
  // It stands in a document: nothing of a mail is around it.
  expect(preview.body.data.html).not.toContain('sent automatically');
  const opened = (await owner.get(`/platform/templates/${id}`)).body.data;
  expect(opened).toMatchObject({ paper: true, type: 'plugin::billing.invoice' });
});

test.each([
  ['receipt', 'paper-receipt', '/receipts'],
  ['tax invoice', 'paper-tax-invoice', '/tax-invoices'],
])('the words stand on a %s too', async (_, code, path) => {
  expect((await write(code, { bodyEn: `<p>Words of ${code}</p>` })).status).toBe(200);
  await pass();
  const invoice = await issue(app, customer.id, [line()]);
  const clerk = await app.staff('billing');
  const { amountDue } = (await member.get(`/api/billing/invoices/${invoice.documentId}`)).body.data;
  const paid = await clerk.post('/billing/payments', {
    ...{ customer: (await member.get('/api/crm/me')).body.data.customer.documentId, method: 'cash', amount: amountDue },
    ...{ currency: 'THB', receivedOn: app.platform.clock.today() },
    allocations: [{ invoice: invoice.documentId, amount: amountDue }],
  });
  expect(paid.body.error).toBeUndefined();
  const [made] = (await member.get(`/api/billing${path}?sort=id:desc`)).body.data;
  const paper = await member.get(`/api/billing${path}/${made.documentId}/document?lang=en`).responseType('blob');
  expect(await textOf(paper.body)).toContain(`Words of paper-${code.replace('paper-', '')}`);
});
