import { blankSite, GRAPHQL, type Site, USERS } from './blank-site';
import { type DatabaseKind, type SiteDatabase, siteDatabase } from './database';
import { packageOf, type PluginId, PLUGINS } from './packed';
import * as people from './people';
import { type Caller, type RunningSite, startSite } from './running-site';

const STRAPI = [GRAPHQL, USERS];
const SUITE = PLUGINS.map(packageOf);
const REMOVED = { staff: 'plugin::billing.invoice.void', member: 'plugin::sales.actions.cancelOrder' };
const ADDED = { role: 'sanya-technician', action: 'plugin::sales.order.confirm' };

const enabled = (on: (id: PluginId) => boolean) =>
  Object.fromEntries(PLUGINS.map((id) => [id, { enabled: on(id) }])) as Record<string, { enabled: boolean }>;

/** The life of a site that installs the whole suite, turns it off and on again; each step is a start of the site. */
export function wholeSuite(kind: DatabaseKind): void {
  let site: Site;
  let database: SiteDatabase;
  let running: RunningSite | undefined;
  let order: { documentId: string; number: string; invoice: { documentId: string; number: string } };
  let rights: Record<string, string[]>;
  let guards: string[];
  let tables: Record<string, unknown[]>;

  const start = async (): Promise<RunningSite> => (running = await startSite(site, database.env));
  const stop = async (): Promise<void> => {
    await running?.stop();
    running = undefined;
  };
  beforeAll(async () => {
    site = blankSite(PLUGINS);
    database = await siteDatabase(kind, site);
  });
  afterEach(stop);
  afterAll(async () => {
    await stop();
    await database?.drop();
    site?.remove();
  });

  const allRights = async (admin: Caller): Promise<Record<string, string[]>> => ({
    owner: await people.staffRights(admin, 'sanya-owner'),
    billing: await people.staffRights(admin, 'sanya-billing'),
    technician: await people.staffRights(admin, ADDED.role),
    visitors: await people.memberRights(admin, 'public'),
    members: await people.memberRights(admin, 'authenticated'),
  });
  const SAMPLE = ['crm_customers', 'billing_invoices', 'billing_invoice_lines', 'sales_orders', 'sales_order_lines'];
  const rowsOf = async (): Promise<Record<string, unknown[]>> =>
    Object.fromEntries(
      await Promise.all(
        [...SAMPLE, 'sales_prices', 'crm_contacts', 'platform_events'].map(async (table) => [
          table,
          await database.query(`select * from ${table} order by id`),
        ]),
      ),
    );
  const buy = async (member: Caller, product: string) => {
    const placed = await member.post('/api/sales/orders', { lines: [{ product, quantity: '1' }] });
    expect([placed.status, placed.body.error]).toEqual([201, undefined]);
    return placed.body.data;
  };
  const theProduct = async (site_: Caller): Promise<string> =>
    (await site_.get('/api/sales/products')).body.data[0].documentId;

  test('before: a site with members of its own, two log-ins with one mail among them', async () => {
    site.list(STRAPI);
    const blank = await start();
    await people.firstAdministrator(blank);
    await people.register(blank, 'earlier@example.com');
    await people.register(blank, 'other@example.com');
    // As it is where one mail may have an account with each provider.
    await database.query(`update up_users set email = 'Earlier@Example.com' where email = 'other@example.com'`);
  });

  test('installed: tables, roles and doors are there, and an order becomes an invoice', async () => {
    site.list([...SUITE, ...STRAPI].sort());
    const fresh = await start();
    const admin = await people.administrator(fresh);
    const roles = (await people.rolesOf(admin)).map(({ code }) => code).filter((code) => code.startsWith('sanya-'));
    expect(roles).toHaveLength(12);
    const types = (await admin.get('/content-manager/content-types')).body.data as { uid: string }[];
    for (const uid of ['platform.setting', 'crm.customer', 'billing.invoice', 'sales.order']) {
      expect(types.map((type) => type.uid)).toContain(`plugin::${uid}`);
    }
    const owner = await people.invite(fresh, admin, 'sanya-owner');
    const manager = '/content-manager/collection-types';
    const product = await admin.post(`${manager}/plugin::sales.product`, {
      name: 'Care of a website',
      kind: 'service',
      unit: 'month',
      taxCategory: 'standard',
      state: 'active',
      quantityStep: '1000',
    });
    expect([product.status, product.body.error]).toEqual([201, undefined]);
    const price = await admin.post(`${manager}/plugin::sales.price`, {
      product: { connect: [{ documentId: product.body.data.documentId }] },
      unitPrice: '100000',
      currency: 'THB',
      per: 'one_time',
    });
    expect([price.status, price.body.error]).toEqual([201, undefined]);

    const seen = await fresh.get('/api/sales/products');
    expect([seen.status, seen.body.data.length]).toEqual([200, 1]);
    expect((await fresh.get('/api/sales/orders')).status).toBe(403);
    const graph = await fresh.post('/graphql', { query: '{ salesProducts { name } }' });
    expect(graph.body.data.salesProducts).toEqual([{ name: 'Care of a website' }]);

    // A refusal must be told by the error classes of the site's own Strapi: a copy of them would be a defect to it.
    const refused = await fresh.post('/graphql', {
      query: 'query ($input: PriceOrderInput!) { priceOrder(input: $input) { total } }',
      variables: { input: { lines: [{ product: 'nothing', quantity: '1' }] } },
    });
    expect(JSON.stringify(refused.body)).toContain('"code":"order.product_unknown"');

    const member = await people.register(fresh, 'member@example.com', { name: 'สมใจ ดีงาม' });
    order = await buy(member, product.body.data.documentId);
    const document = `billing/invoices/${order.invoice.documentId}/document`;
    for (const door of [await member.get(`/api/${document}?lang=th`), await owner.get(`/${document}?lang=en`)]) {
      expect([door.status, door.bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    }
    expect((await member.get('/api/sales/orders')).body.data).toHaveLength(1);
    // Who was a member before is a customer from the first use on; an account with the same mail is another.
    const earlier = await people.memberLogin(fresh, 'earlier@example.com');
    expect((await earlier.get('/api/sales/orders')).body.data).toEqual([]);
    expect((await earlier.get('/api/crm/me')).status).toBe(200);
    expect((await owner.get('/platform/proof')).body.data).toEqual([]);
    expect(fresh.output()).not.toMatch(/\berror\b/i);
  });

  test('started again with the plugins in another order: nothing is doubled, and what the owner changed stays', async () => {
    site.list([
      packageOf('sales'),
      USERS,
      packageOf('reports'),
      packageOf('crm'),
      GRAPHQL,
      packageOf('contracts'),
      packageOf('billing'),
      packageOf('platform'),
    ]);
    const counts = async () =>
      database.query(`select (select count(*) from admin_roles) as roles, (select count(*) from admin_permissions) as
        permissions, (select count(*) from up_permissions) as rights, (select count(*) from platform_templates) as
        templates, (select count(*) from platform_settings) as settings`);
    const before = await counts();
    const again = await start();
    expect(await counts()).toEqual(before);
    const admin = await people.administrator(again);
    await people.changeStaffRights(admin, 'sanya-billing', (all) => all.filter((one) => one.action !== REMOVED.staff));
    await people.changeStaffRights(admin, ADDED.role, (all) => [
      ...all,
      { action: ADDED.action, subject: null, properties: {}, conditions: [] },
    ]);
    await people.takeMemberRight(admin, 'authenticated', REMOVED.member);
    rights = await allRights(admin);
    expect(rights.billing).not.toContain(`${REMOVED.staff} `);
    expect(rights.technician).toContain(`${ADDED.action} `);
    expect(rights.members).not.toContain(REMOVED.member);
    await stop();
    tables = await rowsOf();
    guards = await database.guards();
    expect(guards.length).toBeGreaterThan(100);
  });

  test('disabled: the site runs without the suite, and all that is its own stays, guarded', async () => {
    site.configure(enabled(() => false));
    const without = await start();
    expect((await without.get('/api/sales/products')).status).toBe(404);
    await people.memberLogin(without, 'member@example.com');
    await stop();
    expect(await database.guards()).toEqual(guards);
    expect(await rowsOf()).toEqual(tables);
    await expect(database.query("update billing_invoices set number = 'X'")).rejects.toMatchObject({
      message: expect.stringContaining('sanya-frozen'),
    });
    await expect(database.query('delete from crm_customers')).rejects.toMatchObject({
      message: expect.stringContaining('sanya-restrict'),
    });
  });

  test('enabled again without sales and contracts: invoices are there, and what sales guards is guarded still', async () => {
    site.configure(enabled((id) => id !== 'sales' && id !== 'contracts'));
    const back = await start();
    const member = await people.memberLogin(back, 'member@example.com');
    const invoices = await member.get('/api/billing/invoices');
    expect(invoices.body.data).toMatchObject([{ number: order.invoice.number, state: 'open', total: '107000' }]);
    expect((await member.get('/api/sales/orders')).status).toBe(404);
    await stop();
    expect(await database.guards()).toEqual(guards);
    await expect(database.query("update sales_order_lines set description = 'X'")).rejects.toMatchObject({
      message: expect.stringContaining('sanya-frozen'),
    });
  });

  test('enabled whole: rights are as the owner had left them, and business goes on', async () => {
    site.configure({});
    const whole = await start();
    const admin = await people.administrator(whole);
    expect(await allRights(admin)).toEqual(rights);
    const member = await people.memberLogin(whole, 'member@example.com');
    const [mine] = (await member.get('/api/sales/orders?populate=invoice')).body.data;
    expect(mine).toMatchObject({ number: order.number, invoice: { number: order.invoice.number } });
    const next = await buy(member, await theProduct(whole));
    expect(next.invoice.number).toBe(order.invoice.number.replace('000001', '000002'));
    const owner = await people.staffLogin(whole, 'sanya-owner@example.com');
    expect((await owner.get('/platform/proof')).body.data).toEqual([]);
  });
}
