import { type App, bootApp, type Member, type Staff } from '../../support/app';
import { said, textOf } from '../../support/pdf';
import { cells, reportOf, turnTo } from '../reports/support';
import { companyMember, customerOf, issue, line, proofOf } from './support';

let app: App;
let clerk: Staff;
let keeper: Staff;
let member: Member;
let taxed: { documentId: string; line: string; taxInvoice: string };
let untaxed: { documentId: string; line: string };

const done = async (asked: PromiseLike<{ status: number; body: { data: never; error?: unknown } }>) => {
  const { status, body } = await asked;
  expect([status < 300, body.error]).toEqual([true, undefined]);
  return body.data as Record<string, never>;
};
const read = async (path: string) => (await member.get(`/api/billing${path}`)).body.data;
const lineOf = async (invoice: string): Promise<string> =>
  (await read(`/invoice-lines?filters[invoice][documentId][$eq]=${invoice}`))[0].documentId as string;

/** Of January: an invoice that its payment taxed, and one that nobody has paid. */
beforeAll(async () => {
  app = await bootApp();
  clerk = await app.staff('billing');
  keeper = await app.staff();
  member = await companyMember(app);
  const customer = await customerOf(app, member);
  await turnTo(app, keeper, '2028-01-10T03:00:00Z');
  const paid = await issue(app, customer.id, [line()]);
  const open = await issue(app, customer.id, [line()]);
  await done(
    clerk.post('/billing/payments', {
      ...{ customer: customer.documentId, method: 'cash', amount: String(paid.total), receivedOn: '2028-01-10' },
      allocations: [{ invoice: paid.documentId, amount: String(paid.total) }],
    }),
  );
  const [{ number }] = await read('/tax-invoices');
  taxed = { documentId: paid.documentId, line: await lineOf(paid.documentId), taxInvoice: number as string };
  untaxed = { documentId: open.documentId, line: await lineOf(open.documentId) };
  await turnTo(app, keeper, '2028-03-05T03:00:00Z');
}, 120_000);
afterAll(() => app?.close());
afterEach(async () => expect(await proofOf(app)).toEqual([]));

const KINDS = [
  { kind: 'credit', title: 'ใบลดหนี้', remark: 'credits', cause: 'price_wrong' },
  { kind: 'debit', title: 'ใบเพิ่มหนี้', remark: 'debits', cause: 'price_too_low' },
] as const;

describe.each(KINDS)('$kind notes', ({ kind, title, remark, cause }) => {
  const note = (invoice: { documentId: string; line: string }, more: object, language = 'en') =>
    clerk
      .post(`/billing/invoices/${invoice.documentId}/${kind}-notes`, {
        ...{ reason: 'คิดราคาผิด', cause, lines: [{ line: invoice.line, amount: '10700' }] },
        ...more,
      })
      .set('Accept-Language', language);
  const refusal = async (happenedOn: string) => {
    const { status, body } = await note(taxed, { happenedOn });
    return [status, body.error?.details.code, body.error?.details.field];
  };

  test('the cause lies between the tax invoice and today', async () => {
    expect(await refusal('2028-03-06')).toEqual([400, 'note.happened_in_future', 'happenedOn']);
    expect(await refusal('2028-01-09')).toEqual([400, 'note.happened_before', 'happenedOn']);
    expect((await refusal('2028-02-30'))[0]).toBe(400);
  });

  test('later than the month after is refused, with the last month in which it could have been issued', async () => {
    expect(await refusal('2028-01-10')).toEqual([422, 'note.late', 'happenedOn']);
    expect((await note(taxed, { happenedOn: '2028-01-31' })).body.error.message).toContain('2028-02');
    expect((await note(taxed, { happenedOn: '2028-01-31' }, 'th')).body.error.message).toContain('ภายในเดือน 2028-02');
  });

  test('in the month after it is issued; a Buddhist year is converted; the paper says the day', async () => {
    const data = await done(note(taxed, { happenedOn: '2571-02-01' }));
    expect(data).toMatchObject({ happenedOn: '2028-02-01', late: false });
    expect(await read(`/${kind}-notes/${data.documentId}`)).toMatchObject({
      ...{ issuedOn: '2028-03-05', happenedOn: '2028-02-01', late: false },
    });
    const paper = await member.get(`/api/billing/${kind}-notes/${data.documentId}/document?lang=th`).buffer();
    const text = await textOf(paper.body as Buffer);
    for (const words of [title, 'วันที่เกิดเหตุ', '1 ก.พ. 2571']) expect(text).toContain(said(words));
  });

  test('late it is issued by whoever says so; the note and the report keep that', async () => {
    const data = await done(note(taxed, { happenedOn: '2028-01-31', late: true }));
    expect(data).toMatchObject({ happenedOn: '2028-01-31', late: true });
    const books = await app.staff('accountant');
    const report = await reportOf(books, 'output-vat', { from: '2028-03-01', to: '2028-03-31' });
    const [late] = cells(report, 'number', 'on', 'remark', 'reference').filter(([number]) => number === data.number);
    expect(late).toEqual([data.number, '2028-03-05', `Issued late, ${remark}`, taxed.taxInvoice]);
    await expect(
      app.platform.rows.update(`plugin::billing.${kind}-note`, [{ id: Number(data.id), late: false }]),
    ).rejects.toThrow();
    await expect(
      app.platform.rows.update(`plugin::billing.${kind}-note`, [{ id: Number(data.id), happenedOn: '2028-03-01' }]),
    ).rejects.toThrow();
  });

  test('a plain adjustment is never late; where nothing is said it happened today', async () => {
    const old = await done(note(untaxed, { happenedOn: '2028-01-10' }));
    expect(old).toMatchObject({ happenedOn: '2028-01-10', late: false, originals: [] });
    expect(await done(note(taxed, {}))).toMatchObject({ happenedOn: '2028-03-05', late: false });
  });
});
