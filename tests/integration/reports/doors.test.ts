import { type App, bootApp, type Staff } from '../../support/app';
import { expireOrders } from '../../../plugins/sales/server/src/use-cases/expire-orders';
import { companyMember, customerOf, issue, line } from '../billing/support';
import { openShop, placeOrder } from '../sales/shop';
import { cells, reportOf, turnTo } from './support';

let app: App;
let keeper: Staff;
let owner: Staff;
let books: Staff;
let customer: { id: number; documentId: string };
const JANUARY = { from: '2027-01-01', to: '2027-01-31' };

beforeAll(async () => {
  app = await bootApp();
  keeper = await app.staff();
  owner = await app.staff('owner');
  books = await app.staff('accountant');
  await turnTo(app, keeper, '2026-12-31T16:30:00Z');
  const member = await companyMember(app);
  customer = await customerOf(app, member);
  const shop = await openShop(app);
  await placeOrder(member, [{ product: shop.camera, quantity: '3' }]);
  // Half an hour later it is New Year in Bangkok, and not yet in Greenwich.
  await turnTo(app, keeper, '2026-12-31T17:00:00Z');
  await placeOrder(member, [
    { product: shop.camera, quantity: '2' },
    { product: shop.cable, quantity: '1.5' },
  ]);
  const cancelled = await placeOrder(member, [{ product: shop.camera, quantity: '1' }]);
  await member.post(`/api/sales/orders/${cancelled.documentId}/cancel`);
  const unpaid = await placeOrder(member, [{ product: shop.camera, quantity: '4' }]);
  await app.platform.as({ kind: 'system', key: 'system:test' }, () =>
    expireOrders({ strapi: app.strapi, platform: app.platform }, { orders: [unpaid.id], busy: 'wait' }),
  );
}, 120_000);
afterAll(() => app?.close());

const codesFor = async (who: Staff): Promise<string[]> =>
  (await who.get('/reports/reports')).body.data.map((report: { code: string }) => report.code);

describe('orders', () => {
  test('by state, by channel and by customer, on the days of the office', async () => {
    const report = await reportOf(books, 'orders', JANUARY);
    // What was never paid stands apart.
    expect(cells(report, 'state', 'orders', 'net', 'total', 'expired', 'expired_total')).toEqual([
      ['Cancelled', 1, '20000', '21400', 0, '0'],
      ['Expired', 0, '0', '0', 1, '85600'],
      ['Placed', 1, '45000', '48150', 0, '0'],
    ]);
    expect(report.totals).toEqual({
      ...{ orders: 2, discount: '0', net: '65000', tax: '4550', total: '69550' },
      ...{ expired: 1, expired_total: '85600' },
    });
    for (const by of ['source', 'customer']) {
      expect((await reportOf(books, 'orders', { ...JANUARY, by })).totals).toEqual(report.totals);
    }
    expect((await reportOf(books, 'orders', { from: '2026-12-31', to: '2026-12-31' })).totals.orders).toBe(1);
  });

  test('products sold, by product and by group: what was cancelled was not sold', async () => {
    const report = await reportOf(books, 'products-sold', JANUARY);
    expect(cells(report, 'product', 'quantity', 'unit', 'orders', 'net')).toEqual([
      ['กล้องวงจรปิด', '2', 'ตัว', 1, '40000'],
      ['สายสัญญาณ', '1.5', 'เมตร', 1, '5000'],
    ]);
    expect(report.totals).toEqual({ discount: '0', net: '45000', tax: '3150', total: '48150' });
    expect((await reportOf(books, 'products-sold', { ...JANUARY, by: 'group' })).totals).toEqual(report.totals);
  });
});

describe('who may', () => {
  const MONEY = [
    'sales',
    'money-in',
    'receivables',
    'retentions',
    'statement',
    'suspense',
    'journal',
    'output-vat',
    'withheld',
  ];

  test('owner, billing and accountant see all; a sales lead what was sold and is owed; others not even the page', async () => {
    const all = [...MONEY, 'orders', 'products-sold', 'quotes', 'expiring-contracts', 'non-renewals'];
    for (const who of [owner, books, await app.staff('billing'), keeper]) expect(await codesFor(who)).toEqual(all);
    const lead = await app.staff('sales-lead');
    expect(await codesFor(lead)).toEqual([
      ...['sales', 'receivables', 'statement', 'orders', 'products-sold', 'quotes'],
      ...['expiring-contracts', 'non-renewals'],
    ]);
    for (const code of ['money-in', 'retentions', 'suspense', 'journal', 'output-vat', 'withheld']) {
      const refused = await lead.get(`/reports/reports/${code}`);
      expect([code, refused.status, refused.body.error.details.code]).toEqual([code, 403, 'access.not_allowed']);
      expect((await lead.get(`/reports/reports/${code}/file?format=csv`)).status).toBe(403);
    }
    for (const role of ['sales', 'technician', 'storekeeper', 'marketing'] as const) {
      const who = await app.staff(role);
      expect((await who.get('/reports/reports')).status).toBe(403);
      for (const code of MONEY) expect((await who.get(`/reports/reports/${code}`)).status).toBe(403);
    }
    expect((await app.http.get('/reports/reports')).status).toBe(401);
  });

  test('who is granted one report sees that one, if they may read all that it counts', async () => {
    const seller = await app.staff('sales');
    const [role] = (await app.strapi.db.query('admin::role').findMany({ where: { code: 'sanya-sales' } })) as {
      id: number;
    }[];
    await app.strapi.service('admin::permission').createMany(
      ['plugin::reports.report.read', 'plugin::billing.report.receivables'].map((action) => ({
        action,
        subject: null,
        properties: {},
        conditions: [],
        role: role?.id,
      })),
    );
    // Sales see the documents of their own customers: a report of everybody's would tell them the rest.
    expect(await codesFor(seller)).toEqual([]);
    for (const query of ['', '/file?format=csv', `?customer=${customer.documentId}`]) {
      const refused = await seller.get(`/reports/reports/receivables${query}`);
      expect([query, refused.status, refused.body.error.details.code]).toEqual([query, 403, 'report.rows_limited']);
    }
    const settings = app.strapi.db.query('plugin::crm.setting');
    const [{ id } = { id: 0 }] = await settings.findMany({});
    await settings.update({ where: { id }, data: { salesSee: 'all' } });
    expect(await codesFor(seller)).toEqual(['receivables']);
    expect((await seller.get('/reports/reports/receivables')).status).toBe(200);
    expect((await seller.get('/reports/reports/sales')).body.error.details.code).toBe('access.not_allowed');
    await settings.update({ where: { id }, data: { salesSee: 'own' } });
  });
});

describe('what is asked for', () => {
  test('is told what is wrong with it', async () => {
    const wrong: [url: string, status: number, code: string, field: string][] = [
      ['nothing', 404, 'report.unknown', 'code'],
      ['sales?from=2027-02-01&to=2027-01-01', 400, 'report.dates_reversed', 'to'],
      ['sales?from=2027-02-30', 400, 'input.not_a_date', 'from'],
      ['sales?from=0001-01-01', 400, 'input.not_a_date', 'from'],
      ['sales?from=soon', 400, 'input.not_a_date', 'from'],
      ['sales?by=weather', 400, 'input.not_one_of', 'by'],
      ['sales?compare=never', 400, 'input.not_one_of', 'compare'],
      ['sales?currency=baht', 400, 'input.invalid', 'currency'],
      ['sales?branch=nosuchbranch', 404, 'report.branch_unknown', 'branch'],
      ['sales?customer=nosuchcustomer', 404, 'report.customer_unknown', 'customer'],
      ['orders?customer=nosuchcustomer', 404, 'report.customer_unknown', 'customer'],
      ['orders?branch=head-office', 400, 'report.filter_not_taken', 'branch'],
      ['output-vat?customer=nosuchcustomer', 400, 'report.filter_not_taken', 'customer'],
      ['statement', 400, 'report.customer_required', 'customer'],
      ['sales/file?format=pdf', 400, 'input.not_one_of', 'format'],
      ['sales?pagination[page]=0', 400, 'input.too_small', 'pagination.page'],
      ['sales?weather=fair', 400, 'input.unknown_field', ''],
    ];
    for (const [url, status, code, field] of wrong) {
      const answer = await books.get(`/reports/reports/${url}`).set('Accept-Language', 'en');
      const { details, message } = answer.body.error ?? {};
      expect([url, answer.status, details?.code, details?.field ?? '']).toEqual([url, status, code, field]);
      expect(message).not.toContain('{');
    }
  });

  test('a Buddhist year is converted, and the answer shows it', async () => {
    const report = await reportOf(books, 'orders', { from: '2570-01-01', to: '31/1/2570' });
    expect(report.period).toEqual(JANUARY);
    expect(report.totals.orders).toBe(2);
  });

  test('without a period it is this month, of a report as of a day today', async () => {
    expect((await reportOf(books, 'sales')).period).toEqual(JANUARY);
    expect((await reportOf(books, 'receivables')).period).toEqual({ from: '2027-01-01', to: '2027-01-01' });
    expect((await reportOf(books, 'sales', { to: '2027-02-10' })).period).toEqual({
      from: '2027-02-01',
      to: '2027-02-10',
    });
  });

  test('titles, headings and words are in the language of the reader', async () => {
    const thai = await books.get('/reports/reports/orders').query(JANUARY).set('Accept-Language', 'th');
    expect(thai.body.data.title).toBe('คำสั่งซื้อ');
    expect(thai.body.data.columns[0]).toEqual({ key: 'state', title: 'สถานะ', type: 'word' });
    expect(thai.body.data.rows[0].state).toBe('ยกเลิก');
  });

  test('every report says everything in both languages, however it is grouped', async () => {
    const list = (await owner.get('/reports/reports')).body.data as { code: string; by: { code: string }[] }[];
    for (const language of ['th', 'en']) {
      const said: unknown[] = [(await owner.get('/reports/reports').set('Accept-Language', language)).body.data];
      for (const { code, by } of list) {
        for (const one of by) {
          const query = { ...JANUARY, by: one.code, ...(code === 'statement' && { customer: customer.documentId }) };
          const answer = await owner.get(`/reports/reports/${code}`).query(query).set('Accept-Language', language);
          expect([code, one.code, answer.status]).toEqual([code, one.code, 200]);
          said.push(answer.body.data.title, answer.body.data.columns, answer.body.data.plot);
        }
      }
      expect(JSON.stringify(said)).not.toMatch(/"title":"report\./);
    }
  });

  test('pages come one after the other, totals stay', async () => {
    const page = (n: number) =>
      reportOf(books, 'products-sold', { ...JANUARY, 'pagination[page]': String(n), 'pagination[pageSize]': '1' });
    const [first, second, third] = [await page(1), await page(2), await page(3)];
    expect([first.rows, second.rows, third.rows].map((rows) => rows.map((row) => row.product))).toEqual([
      ['กล้องวงจรปิด'],
      ['สายสัญญาณ'],
      [],
    ]);
    expect(first.pagination).toEqual({ page: 1, pageSize: 1, total: 2 });
    expect(third.totals).toEqual(first.totals);
  });

  test('a branch has its own figures, the head office the rest', async () => {
    const made = await keeper.post('/content-manager/collection-types/plugin::platform.branch', {
      code: '00001',
      name: 'ลำพูน',
    });
    expect(made.status).toBe(201);
    const [branch] = await app.platform.rows.byDocumentIds('plugin::platform.branch', [made.body.data.documentId]);
    await issue(app, customer.id, [line()], { branch: branch?.id } as never);
    const of = async (asked: string) => (await reportOf(books, 'sales', { ...JANUARY, branch: asked })).totals.total;
    const rest = await of('head-office');
    expect(await of(made.body.data.documentId)).toBe('1070000');
    expect((await reportOf(books, 'sales', JANUARY)).totals.total).toBe(String(1_070_000n + BigInt(rest ?? 0)));
    const names = (await books.get('/reports/branches').set('Accept-Language', 'en')).body.data;
    expect(names.map(({ code, name }: { code: string; name: string }) => [code, name])).toEqual([
      ['00000', 'Head office'],
      ['00001', 'ลำพูน'],
    ]);
  });
});

describe('saved reports', () => {
  const wish = { name: 'VAT ม.ค.', report: 'output-vat', filters: { ...JANUARY, by: 'month' } };

  test('are kept for whoever saved them, and for nobody else', async () => {
    const saved = await books.post('/reports/saved-reports', wish);
    expect([saved.status, saved.body.data]).toEqual([201, { ...wish, documentId: expect.any(String) }]);
    expect((await books.get('/reports/saved-reports')).body.data).toEqual([saved.body.data]);
    expect((await owner.get('/reports/saved-reports')).body.data).toEqual([]);
    const foreign = await owner.delete(`/reports/saved-reports/${saved.body.data.documentId}`);
    expect([foreign.status, foreign.body.error.details.code]).toEqual([404, 'saved_report.not_found']);

    const twice = await books.post('/reports/saved-reports', wish);
    expect([twice.status, twice.body.error.details.code]).toEqual([409, 'saved_report.name_taken']);
    expect((await owner.post('/reports/saved-reports', wish)).status).toBe(201);

    expect((await books.delete(`/reports/saved-reports/${saved.body.data.documentId}`)).status).toBe(200);
    expect((await books.get('/reports/saved-reports')).body.data).toEqual([]);
  });

  test('of what one may not see, or of nothing, are refused', async () => {
    const lead = await app.staff('sales-lead');
    expect((await lead.post('/reports/saved-reports', wish)).status).toBe(403);
    expect((await lead.get('/reports/saved-reports')).body.data).toEqual([]);
    const unknown = await books.post('/reports/saved-reports', { ...wish, report: 'nothing' });
    expect([unknown.status, unknown.body.error.details.field]).toEqual([404, 'report']);
    const nameless = await books.post('/reports/saved-reports', { ...wish, name: ' ' });
    expect([nameless.status, nameless.body.error.details.code]).toEqual([400, 'input.too_short']);
    const crooked = await books.post('/reports/saved-reports', { ...wish, filters: { weather: 'fair' } });
    expect([crooked.status, crooked.body.error.details.code]).toEqual([400, 'input.unknown_field']);
    expect((await (await app.staff('sales')).post('/reports/saved-reports', wish)).status).toBe(403);
  });
});
