import { blankSite, type Site, USERS } from './support/blank-site';
import { type SiteDatabase, siteDatabase } from './support/database';
import { packageOf, type PluginId } from './support/packed';
import * as people from './support/people';
import { type RunningSite, startInVain, startSite } from './support/running-site';

/** Without sales and GraphQL, where the clock of the machine is the office's, listed the other way round. */
const INVOICING: PluginId[] = ['platform', 'crm', 'billing'];
let site: Site;
let database: SiteDatabase;
let running: RunningSite | undefined;

beforeAll(async () => {
  site = blankSite(INVOICING);
  database = await siteDatabase('sqlite', site);
});
afterEach(async () => {
  await running?.stop();
  running = undefined;
});
afterAll(() => site?.remove());

test('platform, crm and billing alone, in Asia/Bangkok: an invoice is drafted, issued, printed and paid', async () => {
  site.list([packageOf('billing'), packageOf('crm'), packageOf('platform'), USERS]);
  running = await startSite(site, { ...database.env, TZ: 'Asia/Bangkok' });
  const admin = await people.firstAdministrator(running);
  const clerk = await people.invite(running, admin, 'sanya-billing');
  const lead = await people.invite(running, admin, 'sanya-sales-lead');

  const company = await admin.put('/content-manager/single-types/plugin::platform.setting', {
    companyName: 'บริษัท ล้านนาบริการ จำกัด',
    taxId: '0105536000313',
    address: '99/9 ถนนคันคลองชลประทาน เชียงใหม่ 50100',
  });
  expect([company.status, company.body.error]).toEqual([200, undefined]);

  const customer = await lead.post('/crm/customers', { kind: 'person', name: 'สมใจ ดีงาม' });
  expect([customer.status, customer.body.error]).toEqual([201, undefined]);
  const draft = await clerk.post('/billing/invoices', {
    customer: customer.body.data.documentId,
    currency: 'THB',
    lines: [{ description: 'Care', kind: 'service', quantity: '1', unit: 'month', unitPrice: '100000' }],
  });
  expect([draft.status, draft.body.error]).toEqual([201, undefined]);
  const issued = await clerk.post(`/billing/invoices/${draft.body.data.documentId}/issue`);
  expect([issued.status, issued.body.data?.total]).toEqual([200, '107000']);
  const pdf = await clerk.get(`/billing/invoices/${draft.body.data.documentId}/document?lang=th`);
  expect([pdf.status, pdf.bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);

  // The day in Bangkok, whatever the zone of machine and database.
  const today = (at: Date): string => at.toLocaleDateString('sv-SE', { timeZone: 'Asia/Bangkok' });
  const [stored] = await database.query('select issued_on, issued_at from billing_invoices');
  const [invoice] = (await clerk.get('/billing/invoices')).body.data;
  expect(invoice.issuedOn).toBe(today(new Date()));
  expect(today(new Date(invoice.issuedAt))).toBe(invoice.issuedOn);
  expect(Math.abs(new Date(invoice.issuedAt).getTime() - Date.now())).toBeLessThan(600_000);
  expect(stored).toBeDefined();

  const paid = await clerk.post('/billing/payments', {
    customer: customer.body.data.documentId,
    method: 'bank_transfer',
    amount: '107000',
    currency: 'THB',
    receivedOn: invoice.issuedOn,
    allocations: [{ invoice: draft.body.data.documentId, amount: '107000' }],
  });
  expect([paid.status, paid.body.error]).toEqual([201, undefined]);
  const member = await people.register(running, 'member@example.com');
  expect((await member.get('/api/billing/invoices')).body.data).toEqual([]);
  expect((await running.get('/api/sales/products')).status).toBe(404);
  expect((await running.post('/graphql', { query: '{ __typename }' })).status).toBe(405);
});

test('a plugin without one that it needs says which, and the site does not start', async () => {
  site.list([packageOf('billing'), packageOf('platform'), USERS]);
  const withoutCrm = await startInVain(site, database.env);
  expect(withoutCrm.output).toContain('The plugin "billing" needs crm: install and build these first.');
  site.list([packageOf('billing'), packageOf('crm'), USERS]);
  const withoutPlatform = await startInVain(site, database.env);
  expect(withoutPlatform.output).toContain('The plugin "billing" needs platform: install and build these first.');
  site.list([...INVOICING.map(packageOf)]);
  const withoutMembers = await startInVain(site, database.env);
  expect(withoutMembers.output).toContain('The plugin "crm" needs users-permissions');
});
