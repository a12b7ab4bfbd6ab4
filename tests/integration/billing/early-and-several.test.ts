import type { PlatformCore } from '../../../plugins/platform/server/src/core/core';
import type { MailMessage } from '../../../plugins/platform/server/src/ports/mail';
import { type App, bootApp, type Member, type Staff } from '../../support/app';
import { companyMember, customerOf, goods, issue, line } from './support';

let app: App;
let clerk: Staff;
let member: Member;
let customer: { id: number; documentId: string };

beforeAll(async () => {
  app = await bootApp({ SANYA_JOBS: 'off' });
  clerk = await app.staff('billing');
  member = await companyMember(app);
  customer = await customerOf(app, member);
});
afterAll(() => app?.close());

const leftToTax = async (invoice: { documentId: string }, who = clerk) =>
  (await who.get(`/billing/invoices/${invoice.documentId}/left-to-tax`)).body.data;

interface Told {
  name: string;
  title: string;
  currency: string | null;
  actorName: string | null;
  after: Record<string, unknown> | null;
}

test('what a tax invoice issued early would say is what it says; afterwards nothing is left to tax', async () => {
  const invoice = await issue(app, customer.id, [line(), goods({ unitPrice: 33_333n, quantity: 3000n })]);
  const left = await leftToTax(invoice);
  expect(left).toMatchObject({ currency: 'THB', net: '1099999', tax: '77000', total: '1176999' });
  expect(left.lines.map((one: Record<string, string>) => [one.description, one.net, one.tax, one.total])).toEqual([
    ['Website care', '1000000', '70000', '1070000'],
    ['Camera', '99999', '7000', '106999'],
  ]);

  const half = { method: 'cash', amount: '535000', currency: 'THB', receivedOn: app.platform.clock.today() };
  const paid = await clerk.post('/billing/payments', {
    ...{ customer: customer.documentId, ...half },
    allocations: [{ invoice: invoice.documentId, amount: '535000' }],
  });
  expect(paid.status).toBe(201);
  const rest = await leftToTax(invoice);
  expect(BigInt(rest.total) + 535_000n).toBe(1_176_999n);

  const early = await clerk.post('/billing/tax-invoices', { invoice: invoice.documentId, reason: 'ลูกค้าขอก่อน' });
  expect(early.status).toBe(201);
  const [issued] = (await clerk.get(`/billing/tax-invoices?filters[number][$eq]=${early.body.data.number}`)).body.data;
  expect([issued.net, issued.tax, issued.total]).toEqual([rest.net, rest.tax, rest.total]);
  expect(issued.taxDate).toBe(rest.taxDate);

  expect(await leftToTax(invoice)).toMatchObject({ total: '0', lines: [] });
  const again = await clerk.post('/billing/tax-invoices', { invoice: invoice.documentId });
  expect([again.status, again.body.error.details.code]).toEqual([409, 'tax_invoice.nothing_left']);
});

test('nothing is left to tax of a draft, nor of what is void; only who may issue early asks', async () => {
  const draft = await clerk.post('/billing/invoices', {
    customer: customer.documentId,
    lines: [{ description: 'งาน', quantity: '1', unitPrice: '100000' }],
  });
  expect((await leftToTax(draft.body.data)).lines).toEqual([]);
  const invoice = await issue(app, customer.id, [line()]);
  await clerk.post(`/billing/invoices/${invoice.documentId}/void`, { reason: 'ซ้ำ' }).expect(200);
  expect((await leftToTax(invoice)).lines).toEqual([]);
  for (const role of ['accountant', 'sales-lead', 'service-manager'] as const) {
    const asked = await (await app.staff(role)).get(`/billing/invoices/${invoice.documentId}/left-to-tax`);
    expect([role, asked.status]).toEqual([role, 403]);
  }
});

test('several invoices are sent at once; what cannot be sent is told with its reason, and does not stop the others', async () => {
  const sentBefore = await mailsTo(member.email);
  const first = await issue(app, customer.id, [line()]);
  const second = await issue(app, customer.id, [line({ unitPrice: 5_000n })]);
  const nobody = await clerk.post('/crm/customers', { kind: 'person', name: 'Nobody' });
  const owner = await app.staff('owner');
  const silent =
    nobody.status === 201 ? nobody : await owner.post('/crm/customers', { kind: 'person', name: 'Silent' });
  const draft = await clerk.post('/billing/invoices', {
    customer: silent.body.data.documentId,
    lines: [{ description: 'งาน', quantity: '1', unitPrice: '100000' }],
  });
  const mute = await clerk.post('/billing/invoices', {
    customer: silent.body.data.documentId,
    lines: [{ description: 'งาน', quantity: '1', unitPrice: '100000' }],
  });
  await clerk.post(`/billing/invoices/${mute.body.data.documentId}/issue`).expect(200);
  const ids = [first.documentId, draft.body.data.documentId, second.documentId, mute.body.data.documentId];

  const { status, body } = await clerk.post('/billing/invoices/send', { invoices: [...ids, first.documentId] });
  expect(status).toBe(200);
  expect(body.data.sent.map((one: { number: string }) => one.number).sort()).toEqual([first.number, second.number]);
  expect(body.data.sent[0].to).toBe(member.email);
  expect(body.data.left.map((one: { code: string }) => one.code).sort()).toEqual([
    'invoice.no_address',
    'invoice.not_to_send',
  ]);
  for (const one of body.data.left) expect(one.message).not.toContain('invoice.');
  const mails = (await mailsTo(member.email)).slice(sentBefore.length).map((mail) => mail.attachments[0]?.filename);
  // Once when it was issued, once more now.
  expect(mails.sort()).toEqual([first, first, second, second].map(({ number }) => `${number}.pdf`).sort());

  const accountant = await app.staff('accountant');
  expect((await accountant.post('/billing/invoices/send', { invoices: [first.documentId] })).status).toBe(403);
  const wrong = await clerk.post('/billing/invoices/send', { invoices: [first.documentId, 'nosuchrow'] });
  expect([wrong.status, wrong.body.error.details]).toMatchObject([
    404,
    { code: 'invoice.unknown', field: 'invoices.1' },
  ]);
  expect((await clerk.post('/billing/invoices/send', { invoices: [] })).status).toBe(400);
});

test('the timeline of an invoice tells its reader what happened, page by page, in the reader’s language', async () => {
  const invoice = await issue(app, customer.id, [line()]);
  await clerk.post(`/billing/invoices/${invoice.documentId}/send`).expect(200);
  await clerk.post(`/billing/invoices/${invoice.documentId}/void`, { reason: 'ออกผิดราย' }).expect(200);
  const about = `/platform/timeline?type=plugin::billing.invoice&subject=${invoice.documentId}`;
  const told = async (query = '', language = 'th'): Promise<(Told & { id: number })[]> =>
    (await clerk.get(`${about}${query}`).set('Accept-Language', language)).body.data;

  const all = await told();
  expect(all.map((one) => one.title)).toEqual(['ยกเลิกใบแจ้งหนี้', 'ส่งใบแจ้งหนี้', 'ออกใบแจ้งหนี้']);
  expect((await told('', 'en')).map((one) => one.title)).toEqual(['Invoice voided', 'Invoice sent', 'Invoice issued']);
  expect(all[0]).toMatchObject({ currency: 'THB', after: { reason: 'ออกผิดราย', state: 'void' } });
  expect(all[0]?.actorName).toBeTruthy();
  expect(all[2]?.actorName).toBeNull();
  const [latest] = await told('&limit=1');
  expect((await told(`&before=${latest?.id}`)).map((one) => one.name)).toEqual(['invoice.sent', 'invoice.issued']);

  for (const wrong of [
    '/platform/timeline?type=plugin::billing.invoice&subject=nosuchrow',
    `/platform/timeline?type=plugin::no.such&subject=${invoice.documentId}`,
    `/platform/timeline?type=plugin::billing.payment&subject=${invoice.documentId}`,
  ]) {
    const { status, body } = await clerk.get(wrong);
    expect([wrong, status, body.error.details.code]).toEqual([wrong, 404, 'row.not_found']);
  }
  expect((await clerk.get('/platform/timeline')).status).toBe(400);
});

async function mailsTo(address: string): Promise<MailMessage[]> {
  const core = app.strapi.plugin('platform').service('core') as PlatformCore;
  await core.jobs.runDue();
  const { sent } = core.ports.mail as unknown as { sent: MailMessage[] };
  return sent.filter((mail) => mail.to === address);
}
