import { type App, bootApp, type Member } from '../../support/app';
import { asSystem, companyMember, customerOf, invoicing, issue, line, proofOf } from './support';

let app: App;
let member: Member;
let customer: { id: number; documentId: string };

beforeAll(async () => {
  app = await bootApp();
  member = await companyMember(app);
  customer = await customerOf(app, member);
});
afterAll(() => app.close());

const draft = (lines = [line()]) => ({
  customer: customer.id,
  branch: null,
  currency: 'THB',
  pricesIncludeTax: false,
  source: null,
  lines,
});

test('an issued invoice has a number, frozen parties and amounts, and a mail with the PDF waits', async () => {
  const invoice = await issue(app, customer.id, [
    line({ unitPrice: 3333n }),
    line({ unitPrice: 3333n }),
    line({ unitPrice: 3334n }),
  ]);
  expect(invoice.number).toMatch(/^INV-25\d\d-000001$/);
  expect([invoice.net, invoice.tax, invoice.total]).toEqual([10000n, 700n, 10700n]);
  const read = await member.get(`/api/billing/invoices/${invoice.documentId}?populate=lines`);
  expect(read.status).toBe(200);
  expect(read.body.data.lines.map((one: { tax: string }) => one.tax)).toEqual(['233', '233', '234']);
  expect(read.body.data.buyer.name).toBe('บริษัท เชียงใหม่การค้า จำกัด');
  expect(read.body.data.amountDue).toBe('10700');
});

test('the document is a PDF and is not another customer’s to read', async () => {
  const invoice = await issue(app, customer.id, [line()]);
  const pdf = await member.get(`/api/billing/invoices/${invoice.documentId}/document?lang=th`).buffer();
  expect(pdf.status).toBe(200);
  expect(pdf.headers['content-type']).toContain('application/pdf');
  expect(pdf.body.subarray(0, 5).toString()).toBe('%PDF-');
  const other = await app.member();
  expect((await other.get(`/api/billing/invoices/${invoice.documentId}/document`)).status).toBe(404);
  expect((await other.get(`/api/billing/invoices/${invoice.documentId}`)).status).toBe(404);
  expect((await other.get('/api/billing/invoices')).body.data).toEqual([]);
});

test('line 2 says in Thai and in English why it costs 214.00', async () => {
  const invoice = await issue(app, customer.id, [line(), line({ unitPrice: 10_000n, quantity: 2000n, unit: 'ชิ้น' })]);
  const th = await member.get(`/api/billing/invoices/${invoice.documentId}/explanation?lang=th`);
  const en = await member.get(`/api/billing/invoices/${invoice.documentId}/explanation?lang=en`);
  expect(th.body.data[1]).toMatchObject({ total: '21400', agrees: true });
  expect(th.body.data[1].sentences.join(' ')).toContain('2 ชิ้น × 100.00 = 200.00');
  expect(th.body.data[1].sentences.join(' ')).toContain('ภาษีมูลค่าเพิ่ม 7 % ของ 200.00 เป็น 14.00');
  expect(en.body.data[1].sentences.at(-1)).toBe('Together 214.00.');
});

test('what is issued is frozen by the database; lines too', async () => {
  const invoice = await issue(app, customer.id, [line()]);
  const { rows } = app.platform;
  await expect(
    rows.update('plugin::billing.invoice', [{ id: invoice.id, dueDate: '2030-01-01' }]),
  ).rejects.toMatchObject({ message: expect.stringContaining('sanya-frozen') });
  await expect(rows.remove('plugin::billing.invoice', [invoice.id])).rejects.toMatchObject({
    message: expect.stringContaining('sanya-'),
  });
  const lines = await rows.find(
    'plugin::billing.invoice-line',
    (query, column) => void query.where(column('invoice'), invoice.id),
  );
  await expect(
    rows.update('plugin::billing.invoice-line', [{ id: lines[0]?.id ?? 0, unitPrice: 1n }]),
  ).rejects.toMatchObject({ message: expect.stringContaining('sanya-frozen') });
});

test('bad drafts are refused with a code and a field, and write nothing', async () => {
  const before = await app.platform.rows.find('plugin::billing.invoice', () => undefined, { fields: [] });
  const cases: [Partial<ReturnType<typeof draft>>, string][] = [
    [{ customer: 999_999 }, 'invoice.customer_unknown'],
    [{ lines: [] }, 'invoice.no_lines'],
    [{ currency: 'USD' }, 'invoice.currency_foreign'],
    [{ lines: [line({ quantity: -1n })] }, 'invoice.quantity_not_positive'],
    [{ lines: [line({ discount: 2_000_000n })] }, 'invoice.discount_out_of_range'],
    [{ lines: [line({ taxCategory: 'none' })] }, 'invoice.tax_category_unknown'],
    [{ lines: [line({ incomeKind: 'none' })] }, 'invoice.income_kind_unknown'],
  ];
  for (const [over, code] of cases) {
    await expect(asSystem(app, () => invoicing(app).issue([draft(), { ...draft(), ...over }]))).rejects.toMatchObject({
      code,
    });
  }
  const after = await app.platform.rows.find('plugin::billing.invoice', () => undefined, { fields: [] });
  expect(after).toHaveLength(before.length);
});

test('500 invoices, 20 at a time, a tenth failing after the number was taken: 450 numbers without a gap', async () => {
  const [last] = (await app.platform.rows.find<{ counter: bigint }>(
    'plugin::platform.number-series',
    (query, column) => void query.where(column('code'), 'invoice'),
  )) as { counter: bigint }[];
  const start = Number(last?.counter ?? 0n);
  const one = (index: number) =>
    asSystem(app, () =>
      app.platform.transaction(async () => {
        const [invoice] = await invoicing(app).issue([{ ...draft(), send: false } as never]);
        if (index % 10 === 9) throw new Error('after the number');
        return invoice?.number;
      }),
    );
  const numbers: string[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < 500) {
      const index = next++;
      const number = await one(index).catch((error: Error) => {
        if (error.message !== 'after the number') throw error;
        return undefined;
      });
      if (number) numbers.push(number);
    }
  };
  await Promise.all(Array.from({ length: 20 }, worker));
  const counters = numbers.map((number) => Number(number.slice(-6))).sort((a, b) => a - b);
  expect(counters).toEqual(Array.from({ length: 450 }, (_, index) => start + index + 1));
}, 180_000);

test('staff draft, issue, send, void and write off; the service department issues but never voids', async () => {
  const clerk = await app.staff('billing');
  const body = {
    customer: customer.documentId,
    lines: [{ description: 'Visit', quantity: '1.5', unit: 'hour', unitPrice: '100000' }],
  };
  const drafted = await clerk.post('/billing/invoices', body);
  expect(drafted.status).toBe(201);
  expect(drafted.body.data).toMatchObject({ state: 'draft', number: null });
  expect((await member.get(`/api/billing/invoices/${drafted.body.data.documentId}`)).status).toBe(404);
  const issued = await clerk.post(`/billing/invoices/${drafted.body.data.documentId}/issue`);
  expect(issued.body.data).toMatchObject({ state: 'open', total: '160500', amountDue: '160500' });
  expect((await clerk.post(`/billing/invoices/${drafted.body.data.documentId}/issue`)).status).toBe(409);
  expect((await clerk.post(`/billing/invoices/${drafted.body.data.documentId}/send`)).status).toBe(200);

  const manager = await app.staff('service-manager');
  const refused = await manager.post(`/billing/invoices/${drafted.body.data.documentId}/void`, { reason: 'wrong' });
  expect(refused.status).toBe(403);
  const voided = await clerk.post(`/billing/invoices/${drafted.body.data.documentId}/void`, { reason: 'wrong' });
  expect(voided.body.data).toMatchObject({ state: 'void', amountDue: '0', number: issued.body.data.number });

  const open = await issue(app, customer.id, [line()]);
  const gone = await clerk.post(`/billing/invoices/${open.documentId}/write-off`, { reason: 'bankrupt' });
  expect(gone.body.data).toMatchObject({ state: 'uncollectible', amountDue: '1070000' });
});

test('the books proof lists nothing', async () => {
  expect(await proofOf(app)).toEqual([]);
});

test('not even a super admin writes the books by hand, or settings that would break every invoice', async () => {
  const admin = await app.staff();
  const invoice = await issue(app, customer.id, [line()]);
  const update = await admin.put(`/content-manager/collection-types/plugin::billing.invoice/${invoice.documentId}`, {
    state: 'paid',
  });
  expect(update.status).toBe(409);
  const settings = (data: object) => admin.put('/content-manager/single-types/plugin::billing.setting', data);
  expect((await settings({ taxCategories: [{ code: 'standard' }] })).status).toBe(400);
  expect((await settings({ promptPayTarget: '12345' })).status).toBe(400);
  expect((await settings({ promptPayTarget: '0812345678' })).status).toBe(200);
});
