import { loadInvoices } from '../../../plugins/billing/server/src/stores/invoice-facts';
import { standingTaxInvoices } from '../../../plugins/billing/server/src/stores/payment-documents';
import { endTaxInvoices, writeTaxInvoices } from '../../../plugins/billing/server/src/stores/tax-invoices';
import { type App, bootApp, type Member, type Staff } from '../../support/app';
import { said, textOf } from '../../support/pdf';
import { asSystem, companyMember, customerOf, goods, invoicing, issue, line, proofOf, SETTING } from './support';

let app: App;
let clerk: Staff;

beforeAll(async () => {
  app = await bootApp();
  clerk = await app.staff('billing');
});
afterAll(() => app.close());
afterEach(async () => expect(await proofOf(app)).toEqual([]));

interface Company {
  member: Member;
  customer: { id: number; documentId: string };
}

async function company(): Promise<Company> {
  const member = await companyMember(app);
  return { member, customer: await customerOf(app, member) };
}

const today = () => app.platform.clock.today();
const pay = async (customer: string, amount: bigint, allocations?: object[]) => {
  const answer = await clerk.post('/billing/payments', {
    customer,
    method: 'cash',
    amount: String(amount),
    receivedOn: today(),
    ...(allocations ? { allocations } : {}),
  });
  expect([answer.status, answer.body.error]).toEqual([201, undefined]);
  return answer.body.data;
};
const read = async (who: Member, path: string) => {
  const answer = await who.get(`/api/billing${path}`);
  expect(answer.status).toBe(200);
  return answer.body.data;
};
const linesOf = async (member: Member, invoice: string): Promise<string[]> =>
  (await read(member, `/invoice-lines?filters[invoice][documentId][$eq]=${invoice}&sort=position`)).map(
    (one: { documentId: string }) => one.documentId,
  );
const credit = (invoice: { documentId: string }, body: Record<string, unknown>) =>
  clerk.post(`/billing/invoices/${invoice.documentId}/credit-notes`, { reason: 'ตามที่ตกลง', ...body });
const debit = (invoice: { documentId: string }, body: Record<string, unknown>) =>
  clerk.post(`/billing/invoices/${invoice.documentId}/debit-notes`, { reason: 'คิดราคาผิด', ...body });
const creditable = async (invoice: { documentId: string }) =>
  (await clerk.get(`/billing/invoices/${invoice.documentId}/creditable`)).body.data;
const hand = (invoice: { id: number }, sourceLine: string, quantity: bigint) =>
  asSystem(app, () =>
    invoicing(app).handOver([{ invoice: invoice.id, on: today(), lines: [{ sourceLine, quantity }] }]),
  );
const pdf = async (who: Member, url: string): Promise<string> => {
  const answer = await who.get(url).buffer();
  expect(answer.status).toBe(200);
  return textOf(answer.body as Buffer);
};

describe('credit by lines', () => {
  test('3 of 5 pieces, then 3 more: refused, 2 are left; with these the pieces add up to the tax invoice', async () => {
    const { member, customer } = await company();
    const invoice = await issue(app, customer.id, [
      goods({ sourceLine: 'g', quantity: 5000n, unitPrice: 3_333n }),
      line({ unitPrice: 10_001n }),
    ]);
    expect([invoice.net, invoice.tax]).toEqual([26_666n, 1_867n]);
    const [piece, service] = await linesOf(member, invoice.documentId);
    await hand(invoice, 'g', 5000n);
    await pay(customer.documentId, invoice.total);
    const [onDelivery, onPayment] = await read(member, '/tax-invoices?sort=id');

    const first = await credit(invoice, { cause: 'goods_returned', lines: [{ line: piece, quantity: '3' }] });
    expect([first.status, first.body.error]).toEqual([201, undefined]);
    expect(first.body.data).toMatchObject({ net: '9999', tax: '700', total: '10699', offset: '0', credit: '10699' });
    expect(first.body.data.originals).toMatchObject([
      { number: onDelivery.number, issued: '16665', value: '16665', right: '6666', difference: '9999', tax: '700' },
    ]);
    expect((await creditable(invoice)).lines[0]).toMatchObject({ leftQuantity: '2', left: '7133', taxed: '7133' });

    const more = () => credit(invoice, { lines: [{ line: piece, quantity: '3' }] });
    const refused = await more().set('Accept-Language', 'en');
    expect([refused.status, refused.body.error.details]).toMatchObject([
      409,
      { code: 'credit_note.quantity_left', field: 'lines.0.quantity' },
    ]);
    expect(refused.body.error.message).toBe('Of Camera only 2 piece are left to credit.');
    expect((await more().set('Accept-Language', 'th')).body.error.message).toBe('Camera ลดหนี้ได้อีกเพียง 2 piece');
    const above = await credit(invoice, { lines: [{ line: piece, amount: '7134' }] }).set('Accept-Language', 'en');
    expect([above.status, above.body.error.details.code]).toEqual([409, 'credit_note.amount_left']);
    expect(above.body.error.message).toContain('71.33 THB');

    const second = await credit(invoice, {
      cause: 'goods_returned',
      lines: [
        { line: piece, quantity: '1' },
        { line: service, amount: '1070' },
      ],
    });
    expect(second.body.data.originals).toMatchObject([
      { number: onDelivery.number, issued: '16665', value: '6666', right: '3333', difference: '3333', tax: '234' },
      { number: onPayment.number, value: '10001', difference: '1000', tax: '70' },
    ]);
    const rest = await credit(invoice, {});
    expect(rest.status).toBe(201);
    const again = await credit(invoice, {});
    expect([again.status, again.body.error.details.code]).toEqual([409, 'credit_note.nothing_left']);

    const notes = await read(member, '/credit-notes?sort=id&populate=lines');
    const total = (key: 'net' | 'tax' | 'total' | 'taxedNet' | 'taxedTax') =>
      notes.reduce((sum: bigint, note: Record<typeof key, string>) => sum + BigInt(note[key]), 0n);
    expect([total('net'), total('tax'), total('total')]).toEqual([invoice.net, invoice.tax, invoice.total]);
    expect([total('taxedNet'), total('taxedTax')]).toEqual([invoice.net, invoice.tax]);
    expect(notes[0].lines[0]).toMatchObject({ quantity: '3', net: '9999', tax: '700', ratePpm: 70000 });
    expect(await read(member, '/account')).toMatchObject({ credit: String(invoice.total), due: '0' });
  });

  test('an unpaid service is adjusted outside the VAT report; the payment then taxes what is still charged', async () => {
    const { member, customer } = await company();
    const invoice = await issue(app, customer.id, [line({ unitPrice: 100_000n })]);
    const [service] = await linesOf(member, invoice.documentId);
    const note = await credit(invoice, { cause: 'service_short', lines: [{ line: service, amount: '32100' }] });
    expect(note.body.data).toMatchObject({ net: '30000', tax: '2100', originals: [], offset: '32100', credit: '0' });
    expect(await read(member, `/invoices/${invoice.documentId}`)).toMatchObject({ state: 'open', amountDue: '74900' });
    const [stored] = await read(member, '/credit-notes');
    expect(stored).toMatchObject({ taxedNet: '0', taxedTax: '0', settle: [{ how: 'offset', amount: '32100' }] });

    await pay(customer.documentId, 74_900n);
    expect(await read(member, `/invoices/${invoice.documentId}`)).toMatchObject({ state: 'paid', amountDue: '0' });
    const [taxInvoice] = await read(member, '/tax-invoices');
    expect(taxInvoice).toMatchObject({ net: '70000', tax: '4900', total: '74900' });
    // What is credited now was taxed: it names the tax invoice.
    const later = await credit(invoice, { cause: 'service_not_rendered' });
    expect(later.body.data).toMatchObject({ total: '74900', originals: [{ number: taxInvoice.number, right: '0' }] });
  });

  test('credit kept while the invoice is open: the payment is taxed for what is charged only', async () => {
    const { member, customer } = await company();
    const invoice = await issue(app, customer.id, [line({ unitPrice: 100_000n })]);
    const [service] = await linesOf(member, invoice.documentId);
    const note = await credit(invoice, { lines: [{ line: service, amount: '10700' }], settle: [{ how: 'credit' }] });
    expect(note.body.data).toMatchObject({ offset: '0', credit: '10700' });
    const voided = await clerk.post(`/billing/invoices/${invoice.documentId}/void`, { reason: 'x' });
    expect([voided.status, voided.body.error.details.code]).toEqual([409, 'invoice.void_settled']);
    await pay(customer.documentId, 107_000n);
    const [taxInvoice] = await read(member, '/tax-invoices');
    expect(taxInvoice).toMatchObject({ total: '96300', tax: '6300' });
    expect((await read(member, '/receipts?sort=id')).map((one: { amount: string }) => one.amount)).toEqual([
      '96300',
      '10700',
    ]);
    expect(await read(member, '/account')).toMatchObject({ credit: '10700', balance: '-10700' });
  });

  test('goods that come back name their tax invoice, what is still to be delivered is taxed at hand-over', async () => {
    const { member, customer } = await company();
    const invoice = await issue(app, customer.id, [goods({ sourceLine: 'g', quantity: 5000n, unitPrice: 10_000n })]);
    const [piece] = await linesOf(member, invoice.documentId);
    await hand(invoice, 'g', 3000n);
    const back = await credit(invoice, { cause: 'goods_returned', lines: [{ line: piece, quantity: '2' }] });
    expect(back.body.data).toMatchObject({ total: '21400', offset: '21400', originals: [{ difference: '20000' }] });
    const [delivered] = await hand(invoice, 'g', 2000n);
    expect(delivered?.total).toBe(21_400n);

    const other = await issue(app, customer.id, [goods({ sourceLine: 'h', quantity: 5000n, unitPrice: 10_000n })]);
    const [otherPiece] = await linesOf(member, other.documentId);
    await hand(other, 'h', 3000n);
    const cancelled = await credit(other, { cause: 'price_wrong', lines: [{ line: otherPiece, quantity: '2' }] });
    expect(cancelled.body.data).toMatchObject({ total: '21400', originals: [] });
    expect(await hand(other, 'h', 2000n)).toEqual([]);
  });

  test('a part of the credit is taken off another invoice, and taxes its service; what no part takes is customer credit', async () => {
    const { member, customer } = await company();
    const invoice = await issue(app, customer.id, [line({ unitPrice: 100_000n })]);
    await pay(customer.documentId, invoice.total);
    const open = await issue(app, customer.id, [line({ unitPrice: 50_000n })]);
    const [service] = await linesOf(member, invoice.documentId);
    const settle = (parts: object[]) =>
      credit(invoice, { cause: 'contract_ended', lines: [{ line: service, amount: '64200' }], settle: parts });

    const foreign = await issue(app, (await company()).customer.id, [line()]);
    const code = async (parts: object[]) => {
      const answer = await settle(parts);
      return [answer.status, answer.body.error?.details.code, answer.body.error?.details.field];
    };
    expect(await code([{ how: 'refund', amount: '64201' }])).toEqual([
      400,
      'credit_note.settle_too_much',
      'settle.0.amount',
    ]);
    expect(await code([{ how: 'offset', invoice: foreign.documentId }])).toEqual([
      404,
      'allocation.invoice_unknown',
      'settle.0.invoice',
    ]);
    expect(await code([{ how: 'offset', amount: '1' }])).toEqual([
      409,
      'credit_note.offset_too_much',
      'settle.0.amount',
    ]);
    expect(await code([{ how: 'credit', amount: '64201' }])).toEqual([
      400,
      'credit_note.settle_too_much',
      'settle.0.amount',
    ]);
    expect(
      await code([
        { how: 'offset', invoice: open.documentId, amount: '1' },
        { how: 'offset', invoice: open.documentId, amount: '1' },
      ]),
    ).toEqual([400, 'allocation.twice', 'settle.1.invoice']);
    expect(await read(member, '/credit-notes')).toEqual([]);

    const note = await settle([{ how: 'offset', invoice: open.documentId }]);
    expect(note.body.data).toMatchObject({ total: '64200', offset: '0', credit: '10700' });
    expect(note.body.data.settle).toMatchObject([
      { how: 'offset', amount: '53500', invoice: { documentId: open.documentId, number: open.number } },
      { how: 'credit', amount: '10700' },
    ]);
    expect(await read(member, `/invoices/${open.documentId}`)).toMatchObject({ state: 'paid', amountDue: '0' });
    const taxed = await read(member, '/tax-invoices?sort=id');
    expect(taxed.at(-1)).toMatchObject({ cause: 'credit', kind: 'tax_invoice', total: '53500', tax: '3500' });
    expect(await read(member, '/account')).toMatchObject({ credit: '10700', due: '0' });
  });

  test('credit of one line goes on to the open amount of another, and that is its tax point', async () => {
    const { member, customer } = await company();
    const invoice = await issue(app, customer.id, [
      goods({ sourceLine: 'g', unitPrice: 10_000n }),
      line({ unitPrice: 10_000n }),
    ]);
    const [piece] = await linesOf(member, invoice.documentId);
    await hand(invoice, 'g', 1000n);
    await pay(customer.documentId, 10_700n);
    const note = await credit(invoice, { cause: 'goods_returned', lines: [{ line: piece }] });
    expect(note.body.data).toMatchObject({ total: '10700', offset: '10700', credit: '0' });
    expect(await read(member, `/invoices/${invoice.documentId}`)).toMatchObject({ state: 'paid', amountDue: '0' });
    const taxed = await read(member, '/tax-invoices?sort=id');
    // The goods at delivery, half of the service by the money, the other half by the credit.
    expect(taxed.map((one: { total: string; tax: string }) => [one.total, one.tax])).toEqual([
      ['10700', '700'],
      ['5350', '350'],
      ['5350', '350'],
    ]);
  });

  test('five at once: only as many pieces as there are', async () => {
    const { member, customer } = await company();
    const invoice = await issue(app, customer.id, [goods({ sourceLine: 'g', quantity: 5000n, unitPrice: 10_000n })]);
    const [piece] = await linesOf(member, invoice.documentId);
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => credit(invoice, { lines: [{ line: piece, quantity: '2' }] })),
    );
    expect(answers.map((one) => one.status).sort()).toEqual([201, 201, 409, 409, 409]);
    expect((await creditable(invoice)).lines[0]).toMatchObject({ leftQuantity: '1', left: '10700' });
    expect(await read(member, `/invoices/${invoice.documentId}`)).toMatchObject({ amountDue: '10700' });
  });

  test('what is wrong in a line is said at its field, and nothing is written', async () => {
    const { member, customer } = await company();
    const invoice = await issue(app, customer.id, [line()]);
    const other = await issue(app, customer.id, [line()]);
    const [own] = await linesOf(member, invoice.documentId);
    const [others] = await linesOf(member, other.documentId);
    const code = async (lines: unknown) => {
      const answer = await credit(invoice, { lines });
      return [answer.status, answer.body.error.details.code, answer.body.error.details.field];
    };
    expect(await code([{ line: others }])).toEqual([404, 'credit_note.line_unknown', 'lines.0.line']);
    expect(await code([{ line: own }, { line: own }])).toEqual([400, 'credit_note.line_twice', 'lines.1.line']);
    expect(await code([{ line: own, quantity: '0' }])).toEqual([
      400,
      'credit_note.quantity_not_positive',
      'lines.0.quantity',
    ]);
    expect(await code([{ line: own, amount: '0' }])).toEqual([
      400,
      'credit_note.amount_not_positive',
      'lines.0.amount',
    ]);
    expect((await code([]))[0]).toBe(400);
    expect((await code([{ line: own, quantity: '-1' }]))[0]).toBe(400);
    expect((await credit(invoice, { cause: 'because' })).status).toBe(400);
    expect(await read(member, '/credit-notes')).toEqual([]);
    const sales = await app.staff('sales-lead');
    expect((await sales.post(`/billing/invoices/${invoice.documentId}/credit-notes`, { reason: 'x' })).status).toBe(
      403,
    );
    expect((await sales.get(`/billing/invoices/${invoice.documentId}/creditable`)).status).toBe(403);
  });

  test('a tax invoice that was replaced hands on what was credited of it', async () => {
    const { platform } = app;
    const { member, customer } = await company();
    const invoice = await issue(app, customer.id, [line({ unitPrice: 100_000n })]);
    const paid = await pay(customer.documentId, invoice.total);
    const [service] = await linesOf(member, invoice.documentId);
    await credit(invoice, { cause: 'price_wrong', lines: [{ line: service, amount: '32100' }] });
    await asSystem(app, () =>
      platform.transaction(async () => {
        const [old] = await standingTaxInvoices(platform, 'invoice', [invoice.id]);
        const facts = (await loadInvoices(platform, [invoice.id])).get(invoice.id);
        if (!old || !facts) throw new Error('nothing to replace');
        const lines = old.lines.map(({ invoiceLine, ratePpm, net, tax, total }) => ({
          line: invoiceLine,
          ratePpm,
          net,
          tax,
          total,
        }));
        const plan = { ...old, kind: 'tax_invoice', cause: 'replacement', invoice: facts, replaces: old.id } as const;
        await endTaxInvoices(platform, [{ id: old.id, state: 'replaced', reason: 'wrong name' }]);
        const numbers = await platform.numbers.take([{ series: 'tax-invoice', branch: null, date: old.taxDate }]);
        await writeTaxInvoices(platform, [{ ...plan, lines, reason: 'wrong name' }], numbers);
      }),
    );
    const successor = (await read(member, '/tax-invoices?sort=id')).at(-1);
    expect((await creditable(invoice)).lines[0]).toMatchObject({ left: '74900', taxed: '74900' });
    const rest = await credit(invoice, { cause: 'contract_ended' });
    expect(rest.body.data).toMatchObject({ total: '74900', tax: '4900' });
    expect(rest.body.data.originals).toMatchObject([
      { number: successor.number, issued: '100000', value: '70000', right: '0', difference: '70000' },
    ]);

    // All of it was credited: without the money nothing is asked for, and what the notes name stays taxed.
    const reversed = await clerk.post(`/billing/payments/${paid.documentId}/reverse`, { reason: 'no cover' });
    expect([reversed.status, reversed.body.error]).toEqual([200, undefined]);
    expect(await read(member, `/invoices/${invoice.documentId}`)).toMatchObject({ state: 'paid', amountDue: '0' });
    expect(await read(member, '/account')).toMatchObject({ credit: '0', due: '0' });
    const papers = await read(member, '/tax-invoices?sort=id');
    expect(papers.map((one: Record<string, string>) => [one.state, one.total]).slice(-1)).toEqual([
      ['issued', '107000'],
    ]);
    expect(await proofOf(app)).toEqual([]);
  });

  test('a payment is reversed though a note names its tax invoice: what was credited stays taxed, and is not asked for', async () => {
    const { member, customer } = await company();
    const invoice = await issue(app, customer.id, [line({ unitPrice: 100_000n }), line({ unitPrice: 50_000n })]);
    const [service] = await linesOf(member, invoice.documentId);
    await credit(invoice, { lines: [{ line: service, amount: '32100' }] });
    const paid = await pay(customer.documentId, 128_400n);
    const reverse = (payment: { documentId: string }) =>
      clerk.post(`/billing/payments/${payment.documentId}/reverse`, { reason: 'no cover' });
    expect((await reverse(paid)).status).toBe(200);
    const state = () => read(member, `/invoices/${invoice.documentId}`);
    expect(await state()).toMatchObject({ state: 'open', amountDue: '128400' });

    const again = await pay(customer.documentId, 128_400n);
    await credit(invoice, { lines: [{ line: service, amount: '10700' }] });
    expect(await read(member, '/account')).toMatchObject({ credit: '10700', due: '0' });
    const reversed = await reverse(again);
    expect([reversed.status, reversed.body.error]).toEqual([200, undefined]);
    expect(await state()).toMatchObject({ state: 'open', amountDue: '117700' });
    expect(await read(member, '/account')).toMatchObject({ credit: '0', due: '117700' });
    const standing = async () =>
      (await read(member, '/tax-invoices?sort=id')).filter((one: { state: string }) => one.state === 'issued');
    expect(await standing()).toMatchObject([{ net: '10000', tax: '700', total: '10700' }]);
    expect(await proofOf(app)).toEqual([]);

    // Paid at last: taxed is what was paid, and what was credited of what had been taxed.
    await pay(customer.documentId, 117_700n);
    expect(await state()).toMatchObject({ state: 'paid', amountDue: '0' });
    expect((await standing()).map((one: { total: string }) => one.total)).toEqual(['10700', '117700']);
    expect(await proofOf(app)).toEqual([]);
  });

  test('what of a credit was used elsewhere is owed again', async () => {
    const { member, customer } = await company();
    const invoice = await issue(app, customer.id, [line({ unitPrice: 100_000n })]);
    const paid = await pay(customer.documentId, invoice.total);
    const [service] = await linesOf(member, invoice.documentId);
    await credit(invoice, { lines: [{ line: service, amount: '53500' }] });
    const other = await issue(app, customer.id, [line({ unitPrice: 20_000n })]);
    await clerk.post(`/billing/customers/${customer.documentId}/use-credit`, {}).expect(200);
    expect(await read(member, `/invoices/${other.documentId}`)).toMatchObject({ state: 'paid' });
    const reversed = await clerk.post(`/billing/payments/${paid.documentId}/reverse`, { reason: 'no cover' });
    expect([reversed.status, reversed.body.error]).toEqual([200, undefined]);
    expect(await read(member, `/invoices/${invoice.documentId}`)).toMatchObject({ state: 'open', amountDue: '74900' });
    expect(await proofOf(app)).toEqual([]);
  });
});

test('the paper of a credit note says all that the law asks for', async () => {
  const { member, customer } = await company();
  const invoice = await issue(app, customer.id, [line({ unitPrice: 100_000n })]);
  await pay(customer.documentId, invoice.total);
  const [taxInvoice] = await read(member, '/tax-invoices');
  const [service] = await linesOf(member, invoice.documentId);
  const note = await credit(invoice, {
    ...{ reason: 'ช่างไม่มาสองครั้ง', cause: 'service_short' },
    lines: [{ line: service, amount: '32100' }],
  });
  const { documentId, number } = note.body.data;
  const { seller, buyer } = (await read(member, `/credit-notes/${documentId}`)) as {
    seller: Record<string, string>;
    buyer: Record<string, string>;
  };
  const thai = await pdf(member, `/api/billing/credit-notes/${documentId}/document?lang=th`);
  for (const words of [
    ...['ใบลดหนี้', number, taxInvoice.number, invoice.number],
    ...[seller.name, seller.taxId, buyer.name, buyer.taxId, 'สำนักงานใหญ่'],
    // Its value, the right value, the difference, and the VAT on it.
    ...['1,000.00', '700.00', '300.00', '21.00', '321.00'],
    ...['ให้บริการขาดหรือบกพร่องจากที่ตกลง', 'ช่างไม่มาสองครั้ง'],
  ]) {
    expect(thai).toContain(said(String(words)));
  }
  expect(thai).not.toContain(said('วันที่เกิดเหตุ'));
  const english = await pdf(member, `/api/billing/credit-notes/${documentId}/document?lang=en`);
  for (const words of ['Credit note', taxInvoice.number, '1,000.00', '700.00', '300.00', '21.00']) {
    expect(english).toContain(words);
  }
});

describe('debit notes', () => {
  test('too little was charged: the debit note names the tax invoice, the difference is owed on its own invoice', async () => {
    const { member, customer } = await company();
    const invoice = await issue(app, customer.id, [line({ unitPrice: 100_000n })]);
    await pay(customer.documentId, invoice.total);
    const [taxInvoice] = await read(member, '/tax-invoices');
    const [service] = await linesOf(member, invoice.documentId);
    const note = await debit(invoice, { lines: [{ line: service, amount: '21400' }] });
    expect([note.status, note.body.error]).toEqual([201, undefined]);
    expect(note.body.data).toMatchObject({ net: '20000', tax: '1400', total: '21400', state: 'issued' });
    expect(note.body.data.number).toMatch(/^DN-25\d\d-000001$/);
    expect(note.body.data.originals).toMatchObject([
      { number: taxInvoice.number, value: '100000', right: '120000', difference: '20000', tax: '1400' },
    ]);
    const owed = note.body.data.invoice;
    expect(owed).toMatchObject({ total: '21400', amountDue: '21400' });
    expect(await read(member, `/invoices/${owed.documentId}`)).toMatchObject({
      state: 'open',
      net: '20000',
      tax: '1400',
      sourceNumber: note.body.data.number,
    });
    expect(await read(member, '/account')).toMatchObject({ due: '21400' });
    const [stored] = await read(member, '/debit-notes?populate=lines');
    expect(stored).toMatchObject({ cause: 'price_too_low', taxedNet: '20000', taxedTax: '1400' });
    expect(stored.lines[0]).toMatchObject({ total: '21400', ratePpm: 70000 });

    // The debit note has taxed it: the payment gets a plain receipt.
    const paid = await pay(customer.documentId, 21_400n);
    expect(paid.taxInvoices).toEqual([]);
    expect(paid.receipts).toHaveLength(1);
    expect(await read(member, '/tax-invoices')).toHaveLength(1);

    const thai = await pdf(member, `/api/billing/debit-notes/${note.body.data.documentId}/document?lang=th`);
    for (const words of ['ใบเพิ่มหนี้', taxInvoice.number, '1,000.00', '1,200.00', '200.00', '14.00', owed.number]) {
      expect(thai).toContain(said(words));
    }
    const english = await pdf(member, `/api/billing/debit-notes/${note.body.data.documentId}/document?lang=en`);
    expect(english).toContain('Debit note');
    const stranger = (await company()).member;
    expect((await stranger.get(`/api/billing/debit-notes/${note.body.data.documentId}/document`)).status).toBe(404);
    expect(await read(stranger, '/debit-notes')).toEqual([]);
    expect(await read(stranger, '/debit-note-lines')).toEqual([]);

    // Credited afterwards, each by what it says: the original as it stands, the difference by its debit note.
    const less = await credit(invoice, { cause: 'price_wrong', lines: [{ line: service, amount: '10700' }] });
    expect(less.body.data.originals).toMatchObject([
      { number: taxInvoice.number, issued: '100000', value: '120000', right: '110000', difference: '10000' },
    ]);
    const back = await credit(owed, { cause: 'price_wrong' });
    expect(back.body.data.originals).toMatchObject([
      { kind: 'debit_note', number: note.body.data.number, value: '20000', right: '0', tax: '1400' },
    ]);
    const credited = await pdf(member, `/api/billing/credit-notes/${back.body.data.documentId}/document?lang=th`);
    expect(credited).toContain(note.body.data.number);
  });

  test('what no tax invoice names yet: a service is taxed when it is paid, goods are refused', async () => {
    const { member, customer } = await company();
    const invoice = await issue(app, customer.id, [line({ unitPrice: 100_000n }), goods({ sourceLine: 'g' })]);
    const [service, piece] = await linesOf(member, invoice.documentId);
    const refused = await debit(invoice, { lines: [{ line: piece, amount: '107' }] });
    expect([refused.status, refused.body.error.details.code]).toEqual([409, 'debit_note.goods_not_taxed']);
    const note = await debit(invoice, { cause: 'service_more', lines: [{ line: service, amount: '10700' }] });
    expect(note.body.data).toMatchObject({ total: '10700', originals: [] });
    const owed = note.body.data.invoice;
    const text = await pdf(member, `/api/billing/debit-notes/${note.body.data.documentId}/document?lang=th`);
    expect(text).toContain(said('จึงไม่กระทบภาษีขาย'));

    const twice = await debit(owed, { lines: [{ line: (await linesOf(member, owed.documentId))[0], amount: '1' }] });
    expect([twice.status, twice.body.error.details.code]).toEqual([409, 'debit_note.of_debit_note']);
    const voided = await clerk.post(`/billing/invoices/${owed.documentId}/void`, { reason: 'ยกเลิก' });
    expect(voided.status).toBe(200);
    expect((await read(member, '/debit-notes'))[0]).toMatchObject({ state: 'cancelled' });

    const again = await debit(invoice, { lines: [{ line: service, amount: '10700' }] });
    await pay(customer.documentId, 10_700n, [
      { invoice: again.body.data.invoice.documentId as string, amount: '10700' },
    ]);
    expect((await read(member, '/tax-invoices'))[0]).toMatchObject({ total: '10700', tax: '700' });
  });

  test('bad input and rights', async () => {
    const { member, customer } = await company();
    const invoice = await issue(app, customer.id, [line()]);
    const [own] = await linesOf(member, invoice.documentId);
    const code = async (body: Record<string, unknown>) => {
      const answer = await debit(invoice, body);
      return [answer.status, answer.body.error.details.code, answer.body.error.details.field];
    };
    expect((await code({}))[0]).toBe(400);
    expect((await code({ lines: [] }))[0]).toBe(400);
    expect(await code({ lines: [{ line: own, amount: '0' }] })).toEqual([
      400,
      'debit_note.amount_not_positive',
      'lines.0.amount',
    ]);
    const twice = [
      { line: own, amount: '1' },
      { line: own, amount: '1' },
    ];
    expect(await code({ lines: twice })).toEqual([400, 'debit_note.line_twice', 'lines.1.line']);
    expect(await code({ lines: [{ line: 'nosuchline', amount: '1' }] })).toEqual([
      404,
      'debit_note.line_unknown',
      'lines.0.line',
    ]);
    const sales = await app.staff('sales-lead');
    expect((await sales.post(`/billing/invoices/${invoice.documentId}/debit-notes`, {})).status).toBe(403);
    expect((await member.post(`/api/billing/invoices/${invoice.documentId}/debit-notes`, {})).status).toBe(405);
    expect(await read(member, '/debit-notes')).toEqual([]);
  });

  test('a debit note on a tax invoice holds its payment', async () => {
    const { member, customer } = await company();
    const debited = await issue(app, customer.id, [line({ unitPrice: 100_000n })]);
    const held = await pay(customer.documentId, debited.total, [
      { invoice: debited.documentId, amount: String(debited.total) },
    ]);
    const [first] = await linesOf(member, debited.documentId);
    expect((await debit(debited, { lines: [{ line: first, amount: '21400' }] })).status).toBe(201);
    const refused = await clerk.post(`/billing/payments/${held.documentId}/reverse`, { reason: 'x' });
    expect([refused.status, refused.body.error.details.code]).toEqual([409, 'payment.invoice_credited']);
  });
});

describe('lawful causes', () => {
  const code = (answer: { status: number; body: { error?: { details: Record<string, unknown> } } }) => [
    answer.status,
    answer.body.error?.details.code,
    answer.body.error?.details.field,
  ];

  test('a cause of goods is refused on services that were taxed, a cause of services on goods; both may be on both', async () => {
    const { member, customer } = await company();
    const invoice = await issue(app, customer.id, [line({ unitPrice: 100_000n }), goods({ sourceLine: 'g' })]);
    const [service, piece] = await linesOf(member, invoice.documentId);
    await pay(customer.documentId, invoice.total);
    const less = (cause: string, ...lines: unknown[]) =>
      credit(invoice, { cause, lines: lines.map((one) => ({ line: one, amount: '107' })) });
    for (const cause of ['goods_returned', 'goods_faulty', 'goods_short']) {
      expect(code(await less(cause, service))).toEqual([422, 'note.cause_of_goods', 'cause']);
    }
    for (const cause of ['service_short', 'service_not_rendered']) {
      expect(code(await less(cause, piece))).toEqual([422, 'note.cause_of_service', 'cause']);
    }
    expect((await less('goods_returned', service)).body.error.message).toContain(
      'price_wrong, service_short, service_not_rendered, contract_ended, advance_returned, other',
    );
    for (const cause of ['goods_short', 'service_short', 'price_wrong']) {
      expect(code(await less(cause, service, piece))).toEqual([201, undefined, undefined]);
    }
    expect(code(await less('service_short', service))[0]).toBe(201);
    expect(code(await less('goods_returned', piece))[0]).toBe(201);

    const more = (cause: string, one: unknown) => debit(invoice, { cause, lines: [{ line: one, amount: '107' }] });
    expect(code(await more('service_more', piece))).toEqual([422, 'note.cause_of_service', 'cause']);
    expect(code(await more('service_more', service))[0]).toBe(201);
  });

  test('what was not taxed is a plain adjustment; without a cause the reason says it', async () => {
    const { member, customer } = await company();
    const invoice = await issue(app, customer.id, [line({ unitPrice: 100_000n })]);
    const [service] = await linesOf(member, invoice.documentId);
    expect(code(await credit(invoice, { cause: 'goods_short', lines: [{ line: service, amount: '107' }] }))[0]).toBe(
      201,
    );
    await pay(customer.documentId, invoice.total - 107n);
    const note = await credit(invoice, { lines: [{ line: service, amount: '107' }] });
    const [stored] = await read(member, `/credit-notes?filters[documentId][$eq]=${note.body.data.documentId}`);
    expect(stored).toMatchObject({ cause: 'other', reason: 'ตามที่ตกลง' });
  });
});

test('the books proof names what does not add up', async () => {
  const { member, customer } = await company();
  const invoice = await issue(app, customer.id, [line()]);
  await pay(customer.documentId, invoice.total);
  const note = await credit(invoice, { lines: [{ line: (await linesOf(member, invoice.documentId))[0] }] });
  const { rows, messages } = app.platform;
  const [stored] = await rows.find<Record<string, unknown> & { creditNote: number }>(
    'plugin::billing.credit-note-line',
    (query, column) => void query.where(column('creditNote'), note.body.data.id),
  );
  if (!stored) throw new Error('no line');
  const { creditNote, invoiceLine, taxInvoice, description, taxCategory, ratePpm, net, tax, total } = stored;
  const copy = { creditNote, invoiceLine, taxInvoice, description, taxCategory, ratePpm, net, tax, total, position: 2 };
  const rollback = new Error('rollback');
  await app.platform
    .transaction(async () => {
      await rows.insert('plugin::billing.credit-note-line', [copy]);
      const found = await proofOf(app);
      expect([...new Set(found.map((one) => one.check))].sort()).toEqual([
        'billing.line_overcredited',
        'billing.note_unlike_lines',
        'billing.tax_invoice_overcredited',
      ]);
      for (const one of found) {
        for (const language of ['th', 'en'] as const) {
          expect(messages.say(language, `proof.${one.check}`, one.params)).not.toMatch(/[{}]/);
        }
      }
      throw rollback;
    })
    .catch((error: unknown) => {
      if (error !== rollback) throw error;
    });
});

test('a note keeps the rate of what it corrects, whatever the rate is by then', async () => {
  const { rows, settings } = app.platform;
  const setting = await settings.read<{ id: number; taxCategories: unknown }>(SETTING);
  const { member, customer } = await company();
  const invoice = await issue(app, customer.id, [line({ unitPrice: 100_000n })]);
  await pay(customer.documentId, invoice.total);
  const [service] = await linesOf(member, invoice.documentId);
  const rates = [
    { from: '1992-01-01', ppm: 70_000 },
    { from: '2031-10-01', ppm: 100_000 },
  ];
  const categories = [{ code: 'standard', name: { th: 'ปกติ', en: 'Standard' }, treatment: 'rated', rates }];
  await rows.update(SETTING, [{ id: setting.id, taxCategories: categories }]);
  try {
    const owner = await app.staff('owner');
    expect((await owner.post('/platform/clock', { now: '2031-10-05T03:00:00Z' })).status).toBe(200);
    const less = await credit(invoice, { lines: [{ line: service, amount: '10700' }] });
    expect(less.body.data).toMatchObject({ net: '10000', tax: '700' });
    const more = await debit(invoice, { lines: [{ line: service, amount: '10700' }] });
    expect(more.body.data).toMatchObject({ net: '10000', tax: '700' });
  } finally {
    await rows.update(SETTING, [{ id: setting.id, taxCategories: setting.taxCategories }]);
  }
});
