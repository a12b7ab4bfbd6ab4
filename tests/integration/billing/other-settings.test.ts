import { PNG } from 'pngjs';
import { type App, bootApp, type Member, type Staff } from '../../support/app';
import { codeIn, codeOn, said, textOf } from '../../support/pdf';
import { asSystem, companyMember, customerOf, goods, invoicing, issue, line, proofOf, SETTING } from './support';

/** Settings that an accountant may confirm otherwise than they come: set in the panel, seen at the doors. */
let app: App;
let clerk: Staff;

beforeAll(async () => {
  app = await bootApp();
  clerk = await app.staff('billing');
});
afterAll(() => app?.close());
afterEach(async () => expect(await proofOf(app)).toEqual([]));

async function set(data: object): Promise<void> {
  const answer = await clerk.put(`/content-manager/single-types/${SETTING}`, data);
  expect([answer.status, answer.body.error]).toEqual([200, undefined]);
}

async function company() {
  const member = await companyMember(app);
  return { member, customer: await customerOf(app, member) };
}

async function pay(customer: string, amount: string, invoice: string) {
  const answer = await clerk.post('/billing/payments', {
    ...{ customer, method: 'cash', amount, receivedOn: app.platform.clock.today() },
    allocations: [{ invoice, amount }],
  });
  expect([answer.status, answer.body.error]).toEqual([201, undefined]);
}
const taxOf = async (member: Member) =>
  (await member.get('/api/billing/tax-invoices?sort=id:asc')).body.data as Record<string, string>[];
const amountsOf = async (member: Member) => (await taxOf(member)).map(({ net, tax, total }) => [net, tax, total]);

test('part payments go to goods first: the service has what is left of them, and VAT of that alone', async () => {
  await set({ goodsFirst: true });
  const { member, customer } = await company();
  const mixed = await issue(app, customer.id, [goods({ sourceLine: 'camera' }), line()]);
  await asSystem(app, () =>
    invoicing(app).handOver([
      { invoice: mixed.id, on: app.platform.clock.today(), lines: [{ sourceLine: 'camera', quantity: 1000n }] },
    ]),
  );
  expect(await amountsOf(member)).toEqual([['1000000', '70000', '1070000']]);

  // Less than the goods: nothing of the service is paid yet, and nothing of it is taxed.
  await pay(customer.documentId, '800000', mixed.documentId);
  expect(await amountsOf(member)).toHaveLength(1);
  await pay(customer.documentId, '700000', mixed.documentId);
  const [, part] = await taxOf(member);
  expect(part).toMatchObject({ net: '401869', tax: '28131', total: '430000' });
  const paper = await member.get(`/api/billing/tax-invoices/${part?.documentId}/document?lang=en`).buffer();
  const text = await textOf(paper.body as Buffer);
  for (const word of ['Website care', '4,018.69', '281.31', '4,300.00']) expect(text).toContain(said(word));
  expect(text).not.toContain('Camera');
  const receipts = (await member.get('/api/billing/receipts?sort=id:asc')).body.data;
  expect(receipts.map(({ kind, amount }: Record<string, string>) => [kind, amount])).toEqual([
    ['receipt', '800000'],
    ['receipt_tax_invoice', '430000'],
    ['receipt', '270000'],
  ]);

  await pay(customer.documentId, '640000', mixed.documentId);
  expect((await amountsOf(member)).slice(1)).toEqual([
    ['401869', '28131', '430000'],
    ['598131', '41869', '640000'],
  ]);
  await set({ goodsFirst: false });
});

test('a security with VAT is taxed when it comes; kept as income with VAT, the VAT stays as it was', async () => {
  await set({ securityTaxCategory: 'standard', forfeitTaxCategory: 'standard' });
  const { member, customer } = await company();
  const made = await clerk.post('/billing/deposits', {
    ...{ customer: customer.documentId, kind: 'security', description: 'เช่าเครื่อง', amount: '500000' },
  });
  expect(made.status).toBe(201);
  const { documentId, invoice } = made.body.data;
  await pay(customer.documentId, '535000', invoice.documentId);
  expect(await amountsOf(member)).toEqual([['500000', '35000', '535000']]);

  const kept = await clerk.post(`/billing/deposits/${documentId}/forfeit`, { reason: 'เครื่องเสียหาย' });
  expect([kept.status, kept.body.data]).toMatchObject([200, { state: 'forfeited', held: '0' }]);
  expect(await amountsOf(member)).toEqual([
    ['500000', '35000', '535000'],
    ['500000', '35000', '535000'],
  ]);
  const notes = (await member.get('/api/billing/credit-notes')).body.data;
  expect(notes.map(({ net, tax, total }: Record<string, string>) => [net, tax, total])).toEqual([
    ['500000', '35000', '535000'],
  ]);
  const today = app.platform.clock.today();
  const vat = await clerk.get(`/reports/reports/output-vat?from=${today}&to=${today}`);
  const theirs = vat.body.data.rows.filter((row: { vat: string }) => row.vat === '35000' || row.vat === '-35000');
  expect(theirs.map((row: { vat: string }) => row.vat).sort()).toEqual(['-35000', '35000', '35000']);
  expect((await member.get('/api/billing/account')).body.data).toMatchObject({ due: '0', deposits: '0', credit: '0' });
  await set({ securityTaxCategory: 'outside', forfeitTaxCategory: 'outside' });
});

test('a security outside VAT that is kept becomes income with VAT inside, where the settings say so', async () => {
  await set({ forfeitTaxCategory: 'standard' });
  const { member, customer } = await company();
  const made = await clerk.post('/billing/deposits', {
    ...{ customer: customer.documentId, kind: 'security', description: 'เช่าเครื่อง', amount: '535000' },
  });
  await pay(customer.documentId, '535000', made.body.data.invoice.documentId);
  expect(await taxOf(member)).toEqual([]);
  const kept = await clerk.post(`/billing/deposits/${made.body.data.documentId}/forfeit`, { reason: 'เครื่องเสียหาย' });
  expect(kept.status).toBe(200);
  expect(await amountsOf(member)).toEqual([['500000', '35000', '535000']]);
  await set({ forfeitTaxCategory: 'outside' });
});

test('with a biller id the code is Bill Payment: it carries the number of the invoice, on the page and on paper', async () => {
  const refused = await clerk
    .put(`/content-manager/single-types/${SETTING}`, { promptPayBillerId: '0105500000011' })
    .set('Accept-Language', 'en');
  expect([refused.status, refused.body.error.details]).toMatchObject([
    400,
    { code: 'billing_setting.biller_id', field: 'promptPayBillerId' },
  ]);
  await set({ promptPayBillerId: '010550000001101', promptPayTarget: '0812345678' });
  const { member, customer } = await company();
  const invoice = await issue(app, customer.id, [line()]);
  const options = (await member.get(`/api/billing/invoices/${invoice.documentId}/payment-options`)).body.data;
  const { payload, qr } = options.find((one: { method: string }) => one.method === 'promptpay');

  const reference = String(invoice.number).replaceAll('-', '');
  const field = (tag: string, value: string): string => `${tag}${String(value.length).padStart(2, '0')}${value}`;
  const account = field('00', 'A000000677010112') + field('01', '010550000001101') + field('02', reference);
  expect(payload).toContain(field('30', account));
  expect(payload).toContain('540810700.00');
  // One account only: no transfer to a phone beside it.
  expect(payload).not.toContain('A000000677010111');

  const [, picture = ''] = /^data:image\/png;base64,(.+)$/.exec(qr) ?? [];
  expect(await codeIn(PNG.sync.read(Buffer.from(picture, 'base64')))).toBe(payload);
  const paper = await member.get(`/api/billing/invoices/${invoice.documentId}/document?lang=th`).buffer();
  expect(await codeOn(paper.body as Buffer)).toBe(payload);
});
