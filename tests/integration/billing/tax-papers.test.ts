import { type App, bootApp, type Member, type Staff } from '../../support/app';
import { said, textOf } from '../../support/pdf';
import { asSystem, companyMember, customerOf, goods, invoicing, issue, line, proofOf, SETTING } from './support';

const COMPANY = 'plugin::platform.setting';
const NOT_THE_ORIGINAL = said('เอกสารนี้ไม่ใช่ต้นฉบับใบกำกับภาษี');
const ORIGINAL = said('ต้นฉบับ');
const COPY = said('สำเนา');

let app: App;
let clerk: Staff;

beforeAll(async () => {
  app = await bootApp();
  clerk = await app.staff('billing');
});
afterAll(() => app.close());
afterEach(async () => expect(await proofOf(app)).toEqual([]));

const today = () => app.platform.clock.today();
const pay = (customer: string, amount: bigint, receivedOn = today()) =>
  clerk.post('/billing/payments', { customer, method: 'cash', amount: String(amount), receivedOn });
const pdf = async (who: Member | Staff, url: string): Promise<string> => {
  const answer = await who.get(url).buffer();
  expect(answer.status).toBe(200);
  return textOf(answer.body as Buffer);
};

/** Changes a single type for a while. */
async function during(uid: string, data: Record<string, unknown>, work: () => Promise<void>): Promise<void> {
  const { rows, settings } = app.platform;
  const row = await settings.read<Record<string, unknown> & { id: number }>(uid);
  await rows.update(uid, [{ id: row.id, ...data }]);
  try {
    await work();
  } finally {
    await rows.update(uid, [{ id: row.id, ...Object.fromEntries(Object.keys(data).map((key) => [key, row[key]])) }]);
  }
}

async function company() {
  const member = await companyMember(app);
  return { member, customer: await customerOf(app, member) };
}

async function paidService() {
  const { member, customer } = await company();
  const invoice = await issue(app, customer.id, [line()]);
  const paid = await pay(customer.documentId, invoice.total);
  expect(paid.status).toBe(201);
  const { documentId, number } = paid.body.data.taxInvoices[0] as { documentId: string; number: string };
  return { member, customer, invoice, paid: paid.body.data.documentId as string, documentId, number };
}

describe('originals and copies', () => {
  test('a file is not the original; paper is the original once, then a copy; each printing is written down', async () => {
    const { member, documentId, number } = await paidService();
    const staffUrl = `/billing/tax-invoices/${documentId}`;
    for (const text of [
      await pdf(member, `/api${staffUrl}/document?lang=th`),
      await pdf(clerk, `${staffUrl}/document?lang=th`),
    ]) {
      expect(text).toContain(NOT_THE_ORIGINAL);
      expect(text).toContain(said('เอกสารออกเป็นชุด'));
      expect(text.replaceAll(NOT_THE_ORIGINAL, '')).not.toContain(ORIGINAL);
    }

    const first = await clerk.post(`${staffUrl}/print`, {}, { 'Idempotency-Key': `print-${number}` });
    expect(first.status).toBe(201);
    expect(first.body.data).toMatchObject({ number, mark: 'original' });
    // A retry of the same request is the same sheet.
    const again = await clerk.post(`${staffUrl}/print`, {}, { 'Idempotency-Key': `print-${number}` });
    expect(again.body.data).toEqual(first.body.data);
    const original = await pdf(clerk, `${first.body.data.document}&lang=th`);
    expect(original).toContain(ORIGINAL);
    expect(original).not.toContain(NOT_THE_ORIGINAL);
    expect(original).not.toContain(COPY);

    const second = await clerk.post(`${staffUrl}/print`);
    expect(second.body.data.mark).toBe('copy');
    const copy = await pdf(clerk, `${second.body.data.document}&lang=th`);
    expect(copy).toContain(COPY);
    expect(copy).not.toContain(ORIGINAL);
    expect(await pdf(clerk, `${second.body.data.document}&lang=en`)).toContain('Copy');
    const twice = await clerk.post(`${staffUrl}/print`, { mark: 'original' });
    expect([twice.status, twice.body.error.details.code]).toEqual([409, 'tax_invoice.original_printed']);
    const events = await app.platform.rows.find<{ after: { mark: string } }>(
      'plugin::platform.event',
      (query, column) =>
        void query.where(column('name'), 'tax_invoice.printed').where(column('subjectDocumentId'), documentId),
    );
    expect(events.map((event) => event.after.mark)).toEqual(['original', 'copy']);
  });

  test('ten who print at once get one original; members and those who only look print nothing', async () => {
    const { member, documentId } = await paidService();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => clerk.post(`/billing/tax-invoices/${documentId}/print`)),
    );
    const marks = answers.map((answer) => answer.body.data.mark as string);
    expect(marks.filter((mark) => mark === 'original')).toHaveLength(1);
    expect(marks.filter((mark) => mark === 'copy')).toHaveLength(9);
    const { document } = answers[0]?.body.data as { document: string };
    expect((await member.get(`/api${document}`)).status).toBe(404);
    expect((await (await app.staff('accountant')).post(`/billing/tax-invoices/${documentId}/print`)).status).toBe(403);
    const other = await paidService();
    const foreign = document.replace(documentId, other.documentId);
    expect((await clerk.get(foreign)).body.error.details.code).toBe('tax_invoice.printing_unknown');
  });

  test('what no longer stands is printed as a copy only', async () => {
    const { documentId, paid } = await paidService();
    await clerk.post(`/billing/payments/${paid}/reverse`, { reason: 'no cover' });
    const refused = await clerk.post(`/billing/tax-invoices/${documentId}/print`, { mark: 'original' });
    expect([refused.status, refused.body.error.details.code]).toEqual([409, 'tax_invoice.not_to_print']);
    expect((await clerk.post(`/billing/tax-invoices/${documentId}/print`)).body.data.mark).toBe('copy');
  });
});

describe('a seller whose data is incomplete', () => {
  const refusalOf = async (answer: Awaited<ReturnType<typeof pay>>) => {
    expect(answer.status).toBe(422);
    return answer.body.error as { message: string; details: { code: string } };
  };

  test('issues no tax invoice at any tax point, is told what to fill in and where, and nothing is written', async () => {
    const { member, customer } = await company();
    const service = await issue(app, customer.id, [line()]);
    const delivered = await issue(app, customer.id, [goods({ sourceLine: 'x1' })]);
    await during(COMPANY, { taxId: null, address: null }, async () => {
      const payment = await refusalOf(await pay(customer.documentId, service.total).set('Accept-Language', 'en'));
      expect(payment.details.code).toBe('tax_invoice.seller_incomplete');
      expect(payment.message).toContain('lacks address, 13-digit tax id');
      expect(payment.message).toContain('Settings → Company');
      const early = await clerk
        .post('/billing/tax-invoices', { invoice: service.documentId })
        .set('Accept-Language', 'th');
      expect((await refusalOf(early)).message).toContain('ที่อยู่, เลขประจำตัวผู้เสียภาษี 13 หลัก');
      await expect(
        asSystem(app, () =>
          invoicing(app).handOver([
            { invoice: delivered.id, on: today(), lines: [{ sourceLine: 'x1', quantity: 1000n }] },
          ]),
        ),
      ).rejects.toMatchObject({ code: 'tax_invoice.seller_incomplete' });
    });
    await during(COMPANY, { taxId: '0105500000012' }, async () => {
      expect((await refusalOf(await pay(customer.documentId, 100n))).details.code).toBe(
        'tax_invoice.seller_incomplete',
      );
    });
    for (const list of ['payments', 'receipts', 'tax-invoices']) {
      expect((await member.get(`/api/billing/${list}`)).body.data).toEqual([]);
    }
    expect((await pay(customer.documentId, service.total)).status).toBe(201);
  });

  test('who is not registered for VAT charges none and gives plain receipts, without a word of tax invoices', async () => {
    const { member, customer } = await company();
    await during(SETTING, { vatRegisteredFrom: null }, async () => {
      await during(COMPANY, { taxId: null, address: null }, async () => {
        const invoice = await issue(app, customer.id, [line()]);
        expect([invoice.tax, invoice.total]).toEqual([0n, 1_000_000n]);
        const early = await clerk.post('/billing/tax-invoices', { invoice: invoice.documentId });
        expect([early.status, early.body.error.details.code]).toEqual([422, 'tax_invoice.not_registered']);
        const paid = await pay(customer.documentId, invoice.total);
        expect(paid.status).toBe(201);
        expect(paid.body.data.taxInvoices).toEqual([]);
        const [receipt] = (await member.get('/api/billing/receipts')).body.data;
        expect(receipt.kind).toBe('receipt');
        const text = await pdf(member, `/api/billing/receipts/${receipt.documentId}/document?lang=th`);
        expect(text).toContain(said('ใบเสร็จรับเงิน'));
        expect(text).not.toContain(said('ใบกำกับภาษี'));
      });
    });
  });
});

describe('abbreviated tax invoices (s.86/6)', () => {
  test('a buyer without address gets one: seller, number, goods, and prices that include VAT', async () => {
    const member = await app.member({ name: 'ลูกค้าหน้าร้าน' });
    const customer = await customerOf(app, member);
    const invoice = await issue(app, customer.id, [goods({ unitPrice: 10_000n, quantity: 2000n })]);
    const paid = await pay(customer.documentId, invoice.total);
    const [document] = (await member.get('/api/billing/tax-invoices?populate=lines')).body.data;
    expect(document).toMatchObject({ abbreviated: true, net: '20000', tax: '1400', total: '21400' });
    // It shares the series of its kind: the receipt that it is in one with.
    expect(document.number).toBe(paid.body.data.receipts[0].number);
    expect(document.number).toMatch(/^RC-/);
    const text = await pdf(member, `/api/billing/tax-invoices/${document.documentId}/document?lang=th`);
    for (const words of [
      // The title takes two lines; the foot says it in one.
      'ใบเสร็จรับเงิน/ใบกำกับภาษีอย่างย่อ RC-',
      'ราคารวมภาษีมูลค่าเพิ่มแล้ว',
      '0105500000011',
      document.number as string,
      'Camera',
      '107.00',
      '214.00',
    ]) {
      expect(text).toContain(said(words));
    }
    // Nothing before VAT stands on it.
    expect(text).not.toContain('200.00');
    expect(text).not.toContain(said('มูลค่าก่อนภาษี'));
  });

  test('where retail is off, a buyer without address is refused with what is missing', async () => {
    const member = await app.member();
    const customer = await customerOf(app, member);
    const invoice = await issue(app, customer.id, [line()]);
    await during(SETTING, { retail: false }, async () => {
      const refused = await pay(customer.documentId, invoice.total).set('Accept-Language', 'en');
      expect([refused.status, refused.body.error.details.code]).toEqual([422, 'tax_invoice.buyer_incomplete']);
      expect(refused.body.error.message).toContain('lacks: address.');
    });
    expect((await member.get('/api/billing/payments')).body.data).toEqual([]);
  });

  test('a buyer whose data is complete gets the full one', async () => {
    const { member, documentId } = await paidService();
    const text = await pdf(member, `/api/billing/tax-invoices/${documentId}/document?lang=th`);
    expect(text).not.toContain(said('อย่างย่อ'));
    expect(text).toContain('10,000.00');
    expect(text).toContain('700.00');
  });
});

describe('a rate that changes between invoice and tax point', () => {
  const NEW_RATE = '2031-10-01';
  const categories = [
    {
      code: 'standard',
      name: { th: 'ปกติ', en: 'Standard' },
      treatment: 'rated',
      rates: [
        { from: '1992-01-01', ppm: 70_000 },
        { from: NEW_RATE, ppm: 100_000 },
      ],
    },
  ];
  const taxOf = async (member: Member) =>
    (await member.get('/api/billing/tax-invoices?sort=id&populate=lines')).body.data as {
      net: string;
      tax: string;
      total: string;
      taxDate: string;
      rates: { ratePpm: number }[];
    }[];

  test('services by the day of the money, goods by the day of delivery, a payment of before at the old rate', async () => {
    await during(SETTING, { taxCategories: categories }, async () => {
      const owner = await app.staff('owner');
      expect((await owner.post('/platform/clock', { now: '2031-09-20T03:00:00Z' })).status).toBe(200);
      const { member, customer } = await company();
      const invoice = await issue(app, customer.id, [
        line({ sourceLine: 's1' }),
        goods({ sourceLine: 'g1', unitPrice: 10_000n }),
      ]);
      expect([invoice.tax, invoice.total]).toEqual([70_700n, 1_080_700n]);
      const goodsOnly = await issue(app, customer.id, [goods({ sourceLine: 'g2', quantity: 2000n })], {
        dueDate: '2099-01-01',
      });
      const handOver = (quantity: bigint) =>
        asSystem(app, () =>
          invoicing(app).handOver([{ invoice: goodsOnly.id, on: today(), lines: [{ sourceLine: 'g2', quantity }] }]),
        );
      await handOver(1000n);
      expect((await owner.post('/platform/clock', { now: '2031-10-05T03:00:00Z' })).status).toBe(200);
      await handOver(1000n);
      // Half of the money comes in October; the other half came in September and is written down only now.
      await pay(customer.documentId, 540_350n);
      await pay(customer.documentId, 540_350n, '2031-09-29');

      const documents = await taxOf(member);
      expect(documents.map((one) => [one.taxDate, one.rates[0]?.ratePpm, one.total, one.tax])).toEqual([
        ['2031-09-20', 70_000, '1070000', '70000'],
        ['2031-10-05', 100_000, '1070000', '97273'],
        ['2031-10-05', 100_000, '540350', '49123'],
        ['2031-09-29', 70_000, '540350', '35350'],
      ]);
      const left = (await member.get(`/api/billing/invoices/${invoice.documentId}`)).body.data;
      expect(left).toMatchObject({ state: 'paid', amountDue: '0', tax: '70700', total: '1080700' });
      expect(await proofOf(app)).toEqual([]);

      // A credit note takes back what each tax invoice said, at its own rate.
      const note = await clerk.post(`/billing/invoices/${invoice.documentId}/credit-notes`, { reason: 'x' });
      expect(note.body.data).toMatchObject({ total: '1080700', tax: String(49_123 + 35_350) });
    });
  });
});
