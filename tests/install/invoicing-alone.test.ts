import { blankSite, type Site, USERS } from './support/blank-site';
import { type DatabaseKind, type SiteDatabase, siteDatabase } from './support/database';
import { packageOf, type PluginId } from './support/packed';
import * as people from './support/people';
import { type Caller, type RunningSite, startInVain, startSite } from './support/running-site';

/** Without sales and GraphQL, where the clock of the machine is the office's, listed the other way round. */
const INVOICING: PluginId[] = ['platform', 'crm', 'billing'];
const BANGKOK = { TZ: 'Asia/Bangkok' };
let site: Site;
let running: RunningSite | undefined;

const stop = async (): Promise<void> => {
  await running?.stop();
  running = undefined;
};
beforeEach(() => {
  site = blankSite(INVOICING);
});
afterEach(async () => {
  await stop();
  site.remove();
});

/** All that was written of invoices and payments, but for the times of Strapi itself, which move with the zone. */
async function written(clerk: Caller): Promise<Record<string, unknown>[][]> {
  const lists = await Promise.all(['invoices', 'payments', 'receipts'].map((list) => clerk.get(`/billing/${list}`)));
  return lists.map(({ body }) =>
    body.data.map(
      ({ createdAt: _made, updatedAt: _changed, publishedAt: _out, ...row }: Record<string, unknown>) => row,
    ),
  );
}

describe.each<DatabaseKind>(['sqlite', 'postgres'])('%s', (kind) => {
  let database: SiteDatabase | undefined;
  afterEach(async () => {
    await stop();
    await database?.drop();
  });

  test('platform, crm and billing alone, in Asia/Bangkok: an invoice is drafted, issued, printed and paid', async () => {
    database = await siteDatabase(kind, site);
    site.list([packageOf('billing'), packageOf('crm'), packageOf('platform'), USERS]);
    running = await startSite(site, { ...database.env, ...BANGKOK });
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
    const [invoice] = (await clerk.get('/billing/invoices')).body.data;
    expect(invoice.issuedOn).toBe(today(new Date()));
    expect(today(new Date(invoice.issuedAt))).toBe(invoice.issuedOn);
    expect(Math.abs(new Date(invoice.issuedAt).getTime() - Date.now())).toBeLessThan(600_000);
    // Past Strapi, too, it is that instant.
    const [stored] = await database.query('select issued_at from billing_invoices');
    expect(new Date(stored?.issued_at as Date | number).toISOString()).toBe(new Date(invoice.issuedAt).toISOString());

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

    const before = await written(clerk);
    expect(before.map((rows) => rows.length)).toEqual([1, 1, 1]);
    await stop();
    running = await startSite(site, { ...database.env, TZ: 'UTC' });
    expect(await written(await people.staffLogin(running, 'sanya-billing@example.com'))).toEqual(before);
  });
});

test('a plugin without one that it needs says which, and the site does not start', async () => {
  const database = await siteDatabase('sqlite', site);
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
