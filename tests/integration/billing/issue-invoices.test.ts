import { formatDate } from '@sanya/strapi-plugin-platform/kernel';
import { type App, bootApp, type Member } from '../../support/app';
import { codeOn, said, textOf } from '../../support/pdf';
import { asSystem, companyMember, customerOf, goods, invoicing, issue, line, proofOf, SETTING } from './support';

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

test('the document is not another customer’s to read', async () => {
  const invoice = await issue(app, customer.id, [line()]);
  const other = await app.member();
  expect((await other.get(`/api/billing/invoices/${invoice.documentId}/document`)).status).toBe(404);
  expect((await other.get(`/api/billing/invoices/${invoice.documentId}`)).status).toBe(404);
  expect((await other.get('/api/billing/invoices')).body.data).toEqual([]);
});

describe('what the document says', () => {
  const BANK = { bank: 'KBANK', branch: 'ท่าแพ', number: '1234567890', name: 'Sanya' };
  let invoice: Awaited<ReturnType<typeof issue>>;
  let unset: Record<string, unknown> & { id: number };

  beforeAll(async () => {
    const { rows, settings } = app.platform;
    unset = await settings.read<Record<string, unknown> & { id: number }>(SETTING);
    await rows.update(SETTING, [{ id: unset.id, promptPayTarget: '0812345678', bankAccounts: [BANK] }]);
    invoice = await issue(app, customer.id, [
      goods({ description: 'กล้องวงจรปิด', quantity: 2000n, unitPrice: 125_000n, unit: 'ตัว' }),
      line({ description: 'ดูแลเว็บไซต์', quantity: 1500n, unitPrice: 500_000n, unit: 'เดือน' }),
    ]);
  });
  afterAll(async () => {
    const { id, promptPayTarget, bankAccounts } = unset;
    await app.platform.rows.update(SETTING, [{ id, promptPayTarget, bankAccounts }]);
  });

  const paper = async (lang: 'th' | 'en') => {
    const answer = await member.get(`/api/billing/invoices/${invoice.documentId}/document?lang=${lang}`).buffer();
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/pdf']);
    const pdf = answer.body as Buffer;
    return { pdf, text: (await textOf(pdf)).replace(/\s+/g, ' ') };
  };
  /** The same in both languages. */
  const figures = () => [
    invoice.number,
    // What the seller and the buyer are known by.
    ...['0105500000011', '50100', '50200'],
    // Each line, the VAT apart, the sum.
    ...['1,250.00', '2,500.00', '1.5', '5,000.00', '7,500.00', '10,000.00', '700.00', '10,700.00'],
    BANK.number,
    // To be withheld from the service alone, and what is then transferred.
    ...['225.00', '10,475.00'],
  ];

  test('in Thai', async () => {
    const { text } = await paper('th');
    const words = [
      ...['ใบแจ้งหนี้', 'กล้องวงจรปิด', '2 ตัว', 'ดูแลเว็บไซต์', '1.5 เดือน'],
      ...['มูลค่าก่อนภาษี', 'ภาษีมูลค่าเพิ่ม 7 %', 'รวมทั้งสิ้น', 'หนึ่งหมื่นเจ็ดร้อยบาทถ้วน'],
      ...['บริษัท ตัวอย่าง จำกัด', 'ถนนท่าแพ', 'บริษัท เชียงใหม่การค้า จำกัด', 'ถนนนิมมานเหมินท์', 'สำนักงานใหญ่'],
      ...['โอนเงินเข้าบัญชี KBANK', 'กรณีหักภาษี ณ ที่จ่าย', 'พร้อมเพย์ 10,700.00'],
      `วันที่ ${formatDate(invoice.issuedOn, 'th')}`,
      `ครบกำหนด ${formatDate(invoice.dueDate, 'th')}`,
    ];
    for (const word of [...figures(), ...words]) expect(text).toContain(said(word));
    expect(formatDate(invoice.dueDate, 'th')).toContain(String(Number(invoice.dueDate.slice(0, 4)) + 543));
    expect(text).not.toContain(said('ใบกำกับภาษี'));
  });

  test('in English', async () => {
    const { text } = await paper('en');
    const words = [
      ...['Invoice', 'Value before VAT', 'VAT 7 %', 'Total', 'Ten thousand seven hundred baht only'],
      ...['Head office', 'Transfer to KBANK', 'If tax is withheld', 'PromptPay 10,700.00'],
      `Due date ${formatDate(invoice.dueDate, 'en')}`,
    ];
    for (const word of [...figures(), ...words]) expect(text).toContain(word);
    expect(text).not.toMatch(/tax invoice/i);
    expect(text).not.toContain(said('ใบกำกับภาษี'));
  });

  test('the code on it is the one that the payment options give', async () => {
    const options = (await member.get(`/api/billing/invoices/${invoice.documentId}/payment-options`)).body.data;
    const { payload } = options.find((one: { method: string }) => one.method === 'promptpay');
    expect(payload).toContain('540810700.00');
    expect(await codeOn((await paper('th')).pdf)).toBe(payload);
  });
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
    [{ lines: Array.from({ length: 1001 }, () => line()) }, 'invoice.too_many_lines'],
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
