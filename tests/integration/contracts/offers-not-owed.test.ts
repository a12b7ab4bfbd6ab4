import { addDays, addMonths } from '@sanya/strapi-plugin-platform/kernel';
import { type App, bootApp, type Staff } from '../../support/app';
import { said, textOf } from '../../support/pdf';
import { companyMember, customerOf, issue, line, proofOf, sendSlip } from '../billing/support';
import { asked, contractDesk, refused } from './support';

/** Nobody owes an offer of a further term: money goes there that names it, and no sum of what is owed counts it. */
let app: App;
let staff: Staff;
let desk: ReturnType<typeof contractDesk>;

beforeAll(async () => {
  app = await bootApp();
  staff = await app.staff();
  desk = contractDesk(app, staff);
  await desk.turnTo('2029-06-05');
});
afterAll(() => app?.close());
afterEach(async () => expect(await proofOf(app)).toEqual([]));

interface Invoice {
  documentId: string;
  number: string;
  state: string;
  amountDue: string;
}
interface Renewal {
  state: string;
  invoice: Invoice | null;
}

/** Prices of a year that no two contracts here share. */
let price = 500_000;

/** A company that owes 10,700.00, and whose contract ends in a month: the next year of it is offered. */
async function withOffer() {
  const member = await companyMember(app);
  const customer = await customerOf(app, member);
  const owed = await issue(app, customer.id, [line()], { dueDate: '2099-01-01' });
  price += 1_700;
  const care = { description: 'ดูแลระบบ', unitPrice: String(price), cycle: { unit: 'year', count: 1 } };
  const begins = addMonths(desk.today(), -11);
  const contract = await desk.make(customer.documentId, [care], { startsOn: begins, termMonths: 12 });
  await asked(staff.post('/platform/clock', { advance: 'PT1H' }));
  const filters = `filters[contract][documentId][$eq]=${contract.documentId}&populate[invoice]=true`;
  const renewal = async (): Promise<Renewal> => {
    const [one] = await asked<Renewal[]>(staff.get(`/contracts/renewals?${filters}`));
    if (!one) throw new Error('Nothing is to be renewed');
    return one;
  };
  const invoices = `filters[customer][documentId][$eq]=${customer.documentId}&sort=id`;
  // The year that runs is billed by an invoice of its own: it is paid, so that only the other is owed.
  const [, own] = await asked<Invoice[]>(staff.get(`/billing/invoices?${invoices}`));
  if (!own) throw new Error('The year that runs was not billed');
  await paid(customer, own.amountDue, own);
  const [open] = await asked<{ documentId: string }[]>(staff.get(`/contracts/renewals?${filters}`));
  await asked(staff.post(`/contracts/renewals/${open?.documentId}/offer`));
  const { invoice: offer } = await renewal();
  if (!offer) throw new Error('Nothing is offered');
  return { member, customer, owed, contract, offer, renewal };
}

const paid = (customer: { documentId: string }, amount: string, invoice?: { documentId: string }) =>
  asked(
    staff.post('/billing/payments', {
      ...{ customer: customer.documentId, method: 'cash', amount, receivedOn: desk.today() },
      ...(invoice ? { allocations: [{ invoice: invoice.documentId, amount }] } : {}),
    }),
    201,
  );
const accountOf = (customer: { documentId: string }) =>
  asked(staff.get(`/billing/customers/${customer.documentId}/account`));
const read = (invoice: { documentId: string }) => asked<Invoice>(staff.get(`/billing/invoices/${invoice.documentId}`));

test('money that names no invoice, and credit, pass an offer by; what names it pays and renews it', async () => {
  const { customer, owed, contract, offer, renewal } = await withOffer();
  const both = BigInt(owed.amountDue) + BigInt(offer.amountDue);
  await paid(customer, String(both));
  expect((await read(owed)).state).toBe('paid');
  expect(await renewal()).toMatchObject({ state: 'offered', invoice: { state: 'open', amountDue: offer.amountDue } });
  expect(await accountOf(customer)).toMatchObject({ due: '0', credit: offer.amountDue, offered: offer.amountDue });

  const use = `/billing/customers/${customer.documentId}/use-credit`;
  expect(await asked(staff.post(use, {}))).toEqual({ applied: '0', invoices: [] });
  expect((await renewal()).state).toBe('offered');

  expect(await asked(staff.post(use, { invoices: [offer.documentId] }))).toMatchObject({ applied: offer.amountDue });
  expect(await renewal()).toMatchObject({ state: 'renewed', invoice: { state: 'paid' } });
  expect(await desk.read(contract.documentId)).toMatchObject({ state: 'active' });
});

test('a cheque that names no invoice passes an offer by, when it comes and when it is good', async () => {
  const { customer, owed, offer, renewal } = await withOffer();
  const cheque = await asked<{ documentId: string }>(
    staff.post('/billing/cheques', {
      ...{ customer: customer.documentId, bank: 'KBANK', number: '7001', date: desk.today() },
      amount: String(BigInt(owed.amountDue) + BigInt(offer.amountDue)),
    }),
    201,
  );
  await asked(staff.post('/billing/cheques/deposit', { cheques: [cheque.documentId] }));
  await asked(staff.post('/billing/cheques/clear', { cheques: [cheque.documentId] }));
  expect((await read(owed)).state).toBe('paid');
  expect(await renewal()).toMatchObject({ state: 'offered', invoice: { state: 'open' } });
});

test('a bank statement finds an offer by its number alone', async () => {
  const { customer, offer, renewal } = await withOffer();
  const other = await withOffer();
  // The payer is known of the customer from before.
  const { name } = await asked<{ name: string }>(staff.get(`/crm/customers/${customer.documentId}`));
  const baht = (satang: string): string => `${satang.slice(0, -2)}.${satang.slice(-2)}`;
  const [year, month, day] = desk.today().split('-');
  let balance = 0n;
  const row = (amount: string, details: string): string => {
    balance += BigInt(amount);
    const on = `${day}/${month}/${Number(year) + 543}`;
    return `${on},10:00,รับโอนเงิน,,"${baht(amount)}","${baht(String(balance))}","${details}"`;
  };
  const csv = [
    'เลขที่บัญชี,111-1-11111-1',
    'วันที่,เวลา,รายการ,ถอนเงิน (บาท),ฝากเงิน (บาท),ยอดคงเหลือ (บาท),รายละเอียด',
    row(offer.amountDue, `จาก KBANK X4321 ${name}`),
    row(String(BigInt(offer.amountDue) + BigInt(other.owed.amountDue)), `จาก KBANK X4321 ${name}`),
    row(other.offer.amountDue, other.offer.number),
  ].join('\n');
  const imported = await app.http
    .post('/billing/statements')
    .set('Authorization', `Bearer ${staff.token}`)
    .attach('file', Buffer.from(csv), 'statement.csv');
  const { statement, matched } = imported.body.data as { statement: { documentId: string }; matched: number };
  expect(matched).toBe(1);
  const proposed: string[] = [];
  for (const tab of ['to_check', 'unknown']) {
    const { lines } = await asked<{ lines: { proposals: { invoices: { number: string }[] }[] }[] }>(
      staff.get(`/billing/statements/${statement.documentId}/lines?tab=${tab}`),
    );
    proposed.push(
      ...lines.flatMap(({ proposals }) => proposals.flatMap(({ invoices }) => invoices.map((one) => one.number))),
    );
  }
  expect(proposed).not.toContain(offer.number);
  expect(
    (await asked<{ applied: number }>(staff.post(`/billing/statements/${statement.documentId}/apply`))).applied,
  ).toBe(1);
  expect((await renewal()).state).toBe('offered');
  expect(await other.renewal()).toMatchObject({ state: 'renewed', invoice: { state: 'paid' } });
});

test('account, credit limit, statement and billing note count what is owed, and an offer is not', async () => {
  const { member, customer, owed, offer } = await withOffer();
  const due = String(owed.amountDue);
  expect(await accountOf(customer)).toMatchObject({
    ...{ balance: due, due, overdue: '0', openInvoices: 1, oldestDueDate: '2099-01-01', offered: offer.amountDue },
  });
  expect((await member.get('/api/billing/account')).body.data).toMatchObject({ due, offered: offer.amountDue });
  const credit = await asked<{ exposure: string; parts: { code: string; amount: string }[] }>(
    staff.get(`/billing/customers/${customer.documentId}/credit`),
  );
  expect(credit).toMatchObject({ exposure: due });

  const paper = async (): Promise<string> => {
    const url = `/billing/customers/${customer.documentId}/statement/document?lang=en&from=2029-01-01`;
    return textOf((await staff.get(url).buffer()).body as Buffer);
  };
  expect(await paper()).toContain(said(owed.number));
  expect(await paper()).not.toContain(said(offer.number));

  const notes = [{ customer: customer.documentId }];
  const [note] = await asked<{ total: string }[]>(staff.post('/billing/billing-notes', { notes }), 201);
  expect(note).toMatchObject({ total: due });
  expect(await refused(staff.post('/billing/billing-notes', { notes }))).toMatchObject([
    422,
    'billing_note.nothing_open',
    'notes.0.customer',
  ]);

  // Paid in part it stands on the statement with that part, and what is left of it is still nobody's debt.
  await paid(customer, '100000', offer);
  expect(await accountOf(customer)).toMatchObject({ balance: due, due, credit: '0' });
  expect(await paper()).toContain(said(offer.number));
  const { body } = await staff.get(`/reports/reports/receivables?from=${desk.today()}&to=${desk.today()}&by=customer`);
  const found = (body.data.rows as Record<string, unknown>[]).find((row) => row.open === due);
  expect(found).toBeDefined();
});

test('who is closed is not won back: the offer is void, and money that comes is theirs on account', async () => {
  const { customer, owed, contract, offer, renewal } = await withOffer();
  await paid(customer, String(owed.amountDue), owed);
  await desk.turnTo(addDays(contract.endsOn ?? '', 1));
  expect((await renewal()).state).toBe('lapsed');
  await asked(staff.post(`/crm/customers/${customer.documentId}/close`));
  expect((await read(offer)).state).toBe('void');
  await paid(customer, offer.amountDue);
  expect(await accountOf(customer)).toMatchObject({ due: '0', offered: '0', credit: offer.amountDue });
  expect((await renewal()).state).toBe('lapsed');
});

test('a slip of an offer that waits when its customer is closed can still be verified, and renews nothing', async () => {
  const { member, customer, contract, offer, renewal } = await withOffer();
  await desk.turnTo(addDays(contract.endsOn ?? '', 1));
  const sent = await asked<{ documentId: string }>(
    member.post(`/api/billing/invoices/${offer.documentId}/payments`, {
      method: 'bank_transfer',
      slip: await sendSlip(app, member, 17),
    }),
    201,
  );
  await asked(staff.post(`/crm/customers/${customer.documentId}/close`));
  await asked(staff.post(`/billing/payments/${sent.documentId}/verify`, { receivedOn: desk.today() }));
  expect((await renewal()).state).toBe('lapsed');
  expect(await desk.read(contract.documentId)).toMatchObject({ state: 'ended' });
});
