import { type App, bootApp, type Member, type Staff } from '../../support/app';
import { inBoth } from '../../support/in-both';
import { pagesOf } from '../../support/pdf';
import { companyMember, customerOf, proofOf } from '../billing/support';
import { openShop, placeOrder } from '../sales/shop';
import { asked, type Contract, contractDesk, own, pay, refused } from './support';

let app: App;
let staff: Staff;
let desk: ReturnType<typeof contractDesk>;

beforeAll(async () => {
  app = await bootApp();
  staff = await app.staff();
  desk = contractDesk(app, staff);
  await clockTo('2031-04-20');
  await asked(staff.post('/billing/dunning/policies', policy), 201);
});
afterAll(() => app?.close());
afterEach(async () => expect(await proofOf(app)).toEqual([]));

/** Ten in the morning at Bangkok: an hour after the morning’s run. */
const clockTo = async (day: string): Promise<void> => {
  await asked(staff.post('/platform/clock', { now: `${day}T03:00:00Z` }));
};

const policy = {
  ...{ name: 'Standard', active: true, workingDays: false },
  steps: [
    { day: -7, template: 'dunning-reminder' },
    { day: 0, template: 'dunning-reminder' },
    { day: 3, template: 'dunning-overdue' },
    { day: 7, template: 'dunning-overdue', feeAmount: '10000', feePpm: 15_000, warns: 'suspend' },
    { day: 14, template: 'dunning-suspended', action: 'suspend', warns: 'terminate' },
    { day: 30, template: 'dunning-ended', action: 'terminate' },
    { day: 40, channel: 'letter', template: 'dunning-legal', action: 'legal' },
  ],
};

interface Party {
  member: Member;
  id: number;
  documentId: string;
}
/** A company that pays fifteen days after it is billed. */
async function company(): Promise<Party> {
  const member = await companyMember(app);
  const customer = await customerOf(app, member);
  await asked(staff.post(`/crm/customers/${customer.documentId}/credit`, { creditTermsDays: 15 }));
  return { member, ...customer };
}
/** 5,350.00 with VAT, once a year. */
const yearly = { description: 'ดูแลระบบ', unitPrice: '500000', unit: 'ปี', cycle: { unit: 'year', count: 1 } };
const invoiceOf = async ({ documentId }: Contract) => {
  const [period] = await desk.periods(documentId);
  if (!period?.invoice) throw new Error('not billed');
  return period.invoice;
};
const told = async (invoice: { documentId: string }): Promise<string[]> =>
  (
    await asked<{ takenOn: string }[]>(
      staff.get(
        `/billing/dunning-notices?filters[invoice][documentId][$eq]=${invoice.documentId}&filters[state][$eq]=told&sort=id:asc`,
      ),
    )
  ).map(({ takenOn }) => takenOn);
interface Off {
  documentId: string;
  startsOn: string;
  resumesOn: string | null;
  cause: string;
  reason: string;
}
const offs = (contract: { documentId: string }): Promise<Off[]> =>
  asked(staff.get(`/contracts/suspensions?filters[contract][documentId][$eq]=${contract.documentId}&sort=id:asc`));
const mailsTo = (customer: { id: number }, templates: string[]) =>
  app.strapi.db.query('plugin::platform.delivery').findMany({
    where: { customerId: customer.id, template: { $in: templates } },
    orderBy: { id: 'asc' },
  });
const reverse = (payment: { documentId: string }) =>
  asked(staff.post(`/billing/payments/${payment.documentId}/reverse`, { reason: 'เช็คเด้ง' }));
const paid = (customer: Party, invoice: { documentId: string; total: string }) =>
  pay(staff, customer.documentId, invoice, desk.today()) as Promise<{ documentId: string }>;

/** What is handed on after the commit has been done when the clock is turned. */
const settle = () => asked(staff.post('/platform/clock', { advance: 'PT1M' }));

test('the ladder of an invoice is that of its contract: off, on again, off with the payment that was reversed, and over', async () => {
  const [one, absent] = [await company(), await company()];
  await clockTo('2031-04-24');
  const [contract, absentee] = [
    await desk.make(one.documentId, [yearly], { startsOn: '2031-04-25' }),
    await desk.make(absent.documentId, [yearly], { startsOn: '2031-04-25' }),
  ];
  await clockTo('2031-04-25');
  const [invoice, other] = [await invoiceOf(contract), await invoiceOf(absentee)];
  expect(invoice).toMatchObject({ total: '535000', dueDate: '2031-05-10' });
  // Another contract of the same customer, of which nothing is owed.
  const bystander = await desk.make(one.documentId, [{ ...yearly, billedIn: 'arrears' }]);

  // Off from 12 to 14 May: nobody wakes the jobs.
  await clockTo('2031-05-11');
  await app.strapi.store({ type: 'plugin', name: 'platform' }).set({ key: 'clock', value: '2031-05-15T01:00:00Z' });
  await clockTo('2031-05-15');
  expect(await told(invoice)).toEqual(['2031-05-03', '2031-05-10', '2031-05-15']);
  await clockTo('2031-05-20');
  const payment = await paid(one, invoice);
  await clockTo('2031-05-22');
  expect(await told(invoice)).toEqual(['2031-05-03', '2031-05-10', '2031-05-15', '2031-05-17']);
  expect(await offs(contract)).toEqual([]);
  const owed = await asked<{ total: string }[]>(
    staff.get(
      `/billing/invoices?filters[customer][documentId][$eq]=${one.documentId}&filters[state][$eq]=open&sort=id:asc`,
    ),
  );
  expect(owed.map(({ total }) => total)).toEqual(['18025']);

  await reverse(payment);
  expect(await offs(contract)).toEqual([]);
  await clockTo('2031-05-24');
  for (const [who, each] of [
    [contract, invoice],
    [absentee, other],
  ] as const) {
    expect((await told(each)).slice(3)).toEqual(['2031-05-17', '2031-05-24']);
    expect(await desk.read(who.documentId)).toMatchObject({ state: 'active' });
    expect(await offs(who)).toMatchObject([{ startsOn: '2031-05-24', resumesOn: null, cause: 'debt' }]);
  }
  const [first] = await offs(contract);
  const why = await inBoth<{ reason: string }>(() => staff.get(`/contracts/suspensions/${first?.documentId}`));
  expect(why.map(({ reason }) => reason)).toEqual([`ค้างชำระ ${invoice.number}`, `Not paid: ${invoice.number}`]);
  expect(await offs(bystander)).toEqual([]);

  // Its letter goes with the one mail of the day, and is the customer’s alone.
  const mails = await mailsTo(one, ['dunning-suspended', 'service-suspended']);
  expect(mails).toHaveLength(1);
  expect(mails[0].documents[0]).toMatchObject({ kind: 'suspension-letter' });
  expect(mails[0]).toMatchObject({ state: 'sent' });
  const url = `/contracts/suspensions/${first?.documentId}/document`;
  for (const answer of [await one.member.get(`/api${url}?lang=en`), await staff.get(url)]) {
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/pdf']);
  }
  expect((await absent.member.get(`/api${url}`)).status).toBe(404);
  expect((await (await app.staff('technician')).get(url)).status).toBe(403);
  const [shown] = await asked<Off[]>(own(one.member, 'suspensions'));
  expect(shown).not.toHaveProperty('letter');

  const second = await paid(one, invoice);
  await settle();
  expect(await offs(contract)).toMatchObject([{ startsOn: '2031-05-24', resumesOn: '2031-05-24' }]);
  await reverse(second);
  expect(await offs(contract)).toMatchObject([{}, { startsOn: '2031-05-24', resumesOn: null, cause: 'debt' }]);
  expect((await mailsTo(one, ['service-suspended'])).map(({ data }) => data.invoices)).toEqual([invoice.number]);

  await clockTo('2031-06-09');
  expect((await told(other)).slice(4)).toEqual(['2031-05-24', '2031-06-09']);
  await clockTo('2031-06-10');
  for (const who of [contract, absentee]) {
    const ended = await desk.read(who.documentId);
    expect(ended).toMatchObject({ state: 'ended', endsOn: '2031-06-09', nextBillOn: null });
    expect((await offs(who)).at(-1)).toMatchObject({ resumesOn: '2031-06-10' });
  }
  const over = await inBoth<Contract>(() => staff.get(`/contracts/contracts/${absentee.documentId}`));
  expect(over.map(({ endReason }) => endReason)).toEqual([
    `ยุติบริการเพราะค้างชำระ ${other.number}`,
    `Ended because it is not paid: ${other.number}`,
  ]);
  expect(await desk.read(bystander.documentId)).toMatchObject({ state: 'active' });

  // Then it is handed over, by letter.
  await clockTo('2031-06-19');
  expect((await told(other)).at(-1)).toBe('2031-06-19');
  const handed = await app.strapi.db
    .query('plugin::platform.event')
    .findMany({ where: { name: 'invoice.legal_action_due' }, orderBy: { id: 'asc' } });
  expect(handed.map(({ after }) => (after as { number: string }).number).sort()).toEqual(
    [invoice.number, other.number].sort(),
  );
  const [letter] = await asked<{ documentId: string }[]>(
    staff.get(`/billing/dunning-notices?filters[invoice][documentId][$eq]=${other.documentId}&filters[action]=legal`),
  );
  expect((await staff.get(`/billing/dunning-notices/${letter?.documentId}/pdf`)).status).toBe(200);
  await desk.act(bystander.documentId, 'cancel', { ending: 'now' });
});

test('what staff suspended stays off when the debt is paid, and goes on being off for the debt where that stands', async () => {
  await clockTo('2031-07-01');
  const [payer, ower, lifted] = [await company(), await company(), await company()];
  const made: Contract[] = [];
  for (const { documentId } of [payer, ower, lifted]) made.push(await desk.make(documentId, [yearly]));
  const [a, b, c] = made as [Contract, Contract, Contract];
  await clockTo('2031-07-02');
  for (const one of [a, b]) await desk.act(one.documentId, 'suspend', { reason: 'ลูกค้าขอหยุด' });
  await clockTo('2031-07-31');
  expect((await offs(a)).map(({ cause }) => cause)).toEqual(['staff']);
  expect((await offs(c)).map(({ cause }) => cause)).toEqual(['debt']);

  await paid(payer, await invoiceOf(a));
  await settle();
  expect(await offs(a)).toMatchObject([{ cause: 'staff', resumesOn: null }]);
  await desk.act(b.documentId, 'resume');
  expect(await offs(b)).toMatchObject([
    { cause: 'staff', resumesOn: '2031-07-31' },
    { cause: 'debt', startsOn: '2031-07-31', resumesOn: null },
  ]);
  expect(await mailsTo(ower, ['service-suspended'])).toHaveLength(1);
  // Staff know why: what they lift stays lifted.
  expect(await desk.act(c.documentId, 'resume')).toMatchObject({ suspendedFrom: null });
  await settle();
  expect(await offs(c)).toHaveLength(1);
  for (const [who, one] of [
    [ower, b],
    [lifted, c],
  ] as const)
    await paid(who, await invoiceOf(one));
  await settle();
  expect(await desk.read(b.documentId)).toMatchObject({ state: 'active' });
  expect((await offs(b)).at(-1)).toMatchObject({ resumesOn: '2031-07-31' });
  for (const one of made) await desk.act(one.documentId, 'cancel', { ending: 'now' });
});

test('two invoices of a contract: it is on again when both are paid; a fee alone suspends nobody; void is as good as paid', async () => {
  await clockTo('2031-08-31');
  const [one, voids] = [await company(), await company()];
  const monthly = { ...yearly, cycle: { unit: 'month', count: 1 }, whileSuspended: 'stop' };
  const often = { ...yearly, cycle: { unit: 'day', count: 5 } };
  const contract = await desk.make(one.documentId, [often], { startsOn: '2031-09-01' });
  const other = await desk.make(voids.documentId, [monthly], { startsOn: '2031-09-01' });
  // Due on the 16th and the 21st.
  await clockTo('2031-10-06');
  const periods = await desk.periods(contract.documentId);
  const [first, second] = periods.map(({ invoice }) => invoice);
  if (!first || !second) throw new Error('not billed');
  const hard = async () =>
    (await asked<{ documentId: string }[]>(staff.get(`/billing/customers/${one.documentId}/dunning`))).length;
  expect(await hard()).toBeGreaterThan(1);
  expect(await offs(contract)).toMatchObject([{ startsOn: '2031-09-30', resumesOn: null }]);
  await paid(one, first);
  await settle();
  expect(await offs(contract)).toMatchObject([{ resumesOn: null }]);
  await paid(one, second);
  await settle();
  // The late fees stay owed.
  expect(await offs(contract)).toMatchObject([{ resumesOn: '2031-10-06' }]);

  const invoice = await invoiceOf(other);
  expect(await offs(other)).toMatchObject([{ cause: 'debt', resumesOn: null }]);
  await asked(staff.post(`/billing/invoices/${invoice.documentId}/void`, { reason: 'ผิด' }));
  await settle();
  expect(await offs(other)).toMatchObject([{ resumesOn: '2031-10-06' }]);
  for (const each of [contract, other]) await desk.act(each.documentId, 'cancel', { ending: 'now' });
});

test('an order on credit terms: its contract begins before it is paid, is off and ends with it', async () => {
  await clockTo('2032-01-05');
  const shop = await openShop(app);
  const one = await company();
  const order = await placeOrder(one.member, [{ product: shop.care, price: shop.careMonthly, quantity: '1' }]);
  await asked(staff.post(`/sales/orders/${order.documentId}/confirm`));
  const [contract] = await asked<Contract[]>(own(one.member, 'contracts'));
  if (!contract) throw new Error('no contract');
  expect(contract.state).toBe('active');
  await clockTo('2032-02-04');
  expect(await offs(contract)).toMatchObject([{ cause: 'debt', resumesOn: null }]);
  await clockTo('2032-02-21');
  const ended = await desk.read(contract.documentId);
  expect(ended).toMatchObject({ state: 'ended', endsOn: '2032-02-19' });
});

test('a late fee stands on the next invoice of the run, once; void it waits again; waived or charged before, it does not', async () => {
  const [standing] = await asked<{ documentId: string }[]>(staff.get('/billing/dunning/policies'));
  await asked(staff.put(`/billing/dunning/policies/${standing?.documentId}`, { ...policy, feeOn: 'next_invoice' }));
  const monthly = { ...yearly, unit: 'เดือน', cycle: { unit: 'month', count: 1 } };
  const start = { startsOn: '2032-03-01' };
  const parties = [await company(), await company(), await company()] as const;
  const [one] = parties;
  await clockTo('2032-02-29');
  const made: Contract[] = [];
  for (const { documentId } of parties) made.push(await desk.make(documentId, [monthly], start));
  const [contract, spared, early] = made as [Contract, Contract, Contract];
  // Due on 16 March, charged on the 23rd.
  await clockTo('2032-03-24');
  const first = await invoiceOf(contract);
  interface Notice {
    documentId: string;
    fee: string;
    feeWaits: boolean;
    feeInvoice: { documentId: string } | null;
  }
  const noticeOf = async (invoice: { documentId: string }) => {
    const [notice] = await asked<Notice[]>(
      staff.get(
        `/billing/dunning-notices?filters[invoice][documentId][$eq]=${invoice.documentId}&filters[fee][$gt]=0&populate=feeInvoice`,
      ),
    );
    if (!notice) throw new Error('no fee');
    return notice;
  };
  expect(await noticeOf(first)).toMatchObject({ fee: '18025', feeWaits: true, feeInvoice: null });
  const [mail] = (await mailsTo(one, ['dunning-overdue'])).slice(-1);
  expect(mail).toMatchObject({ data: { fee: '180.25', feeLater: true } });
  expect(mail.documents).toHaveLength(1);

  const clerk = await app.staff('billing');
  const fee = async (of: Contract, verb: string, body: object = {}) =>
    clerk.post(`/billing/dunning-notices/${(await noticeOf(await invoiceOf(of))).documentId}/${verb}-fee`, body);
  expect((await fee(spared, 'waive', { reason: 'ลูกค้าเก่า' })).body.data).toMatchObject({ approval: null });
  expect(await refused(fee(spared, 'waive', { reason: 'อีกครั้ง' }))).toEqual([409, 'dunning.fee_charged', undefined]);
  expect((await fee(early, 'charge')).body.data).toMatchObject({ total: '18025', state: 'open' });
  expect((await fee(early, 'charge')).status).toBe(409);

  await clockTo('2032-04-02');
  const billed = async (of: Contract) => (await desk.periods(of.documentId)).at(-1)?.invoice;
  const next = await billed(contract);
  if (!next) throw new Error('not billed');
  expect([next.total, (await billed(spared))?.total, (await billed(early))?.total]).toEqual([
    ...['553025', '535000', '535000'],
  ]);
  expect(await noticeOf(first)).toMatchObject({ feeWaits: false, feeInvoice: { documentId: next.documentId } });

  await asked(staff.post(`/billing/invoices/${next.documentId}/void`, { reason: 'ผิด' }));
  expect(await noticeOf(first)).toMatchObject({ feeWaits: true, feeInvoice: null });
  await clockTo('2032-04-03');
  const again = await billed(contract);
  if (!again) throw new Error('not billed');
  expect(again.total).toBe('553025');
  expect(again.documentId).not.toBe(next.documentId);

  // What it is for is paid before its fee, and the fee alone has nobody suspended.
  await paid(one, first);
  await paid(one, { ...again, total: '535000' });
  await desk.act(contract.documentId, 'cancel', { ending: 'period_end' });
  await clockTo('2032-05-20');
  expect((await offs(contract)).filter(({ startsOn }) => startsOn > '2032-04-03')).toEqual([]);
  const owed = await asked<{ amountDue: string }>(staff.get(`/billing/invoices/${again.documentId}`));
  expect(owed.amountDue).toBe('18025');
  expect(
    await asked<{ fee: string }[]>(
      staff.get(`/billing/dunning-notices?filters[invoice][documentId][$eq]=${again.documentId}&filters[fee][$gt]=0`),
    ),
  ).toEqual([]);
});

test('a late fee that was credited bears no fee less; its letter says what it said, whatever became of the fee', async () => {
  const [standing] = await asked<{ documentId: string }[]>(staff.get('/billing/dunning/policies'));
  const steps = policy.steps.map((step) => (step.day === 7 ? { ...step, channel: 'letter' } : step));
  await asked(
    staff.put(`/billing/dunning/policies/${standing?.documentId}`, { ...policy, steps, feeOn: 'next_invoice' }),
  );
  await clockTo('2032-05-31');
  const one = await company();
  const monthly = { ...yearly, unit: 'เดือน', cycle: { unit: 'month', count: 1 } };
  const contract = await desk.make(one.documentId, [monthly], { startsOn: '2032-06-01' });
  await clockTo('2032-06-24');
  const first = await invoiceOf(contract);
  const feeOf = async (invoice: { documentId: string }) =>
    asked<{ documentId: string; fee: string }[]>(
      staff.get(`/billing/dunning-notices?filters[invoice][documentId][$eq]=${invoice.documentId}&filters[fee][$gt]=0`),
    );
  const [notice] = await feeOf(first);
  expect(notice?.fee).toBe('18025');
  const letter = async (): Promise<string> => {
    const { body } = await staff.get(`/billing/dunning-notices/${notice?.documentId}/pdf?lang=en`);
    return (await pagesOf(body as Buffer)).join(' ').replace(/\s+/g, ' ');
  };
  expect(await letter()).toContain('A late fee of 180.25 will stand on your next invoice.');
  await paid(one, first);

  await clockTo('2032-07-02');
  const next = (await desk.periods(contract.documentId)).at(-1)?.invoice;
  if (!next) throw new Error('not billed');
  expect(next.total).toBe('553025');
  expect(await letter()).toContain('A late fee of 180.25 will stand on your next invoice.');
  const { lines } = await asked<{ lines: { line: string; left: string }[] }>(
    staff.get(`/billing/invoices/${next.documentId}/creditable`),
  );
  const fee = lines.find(({ left }) => left === '18025');
  await asked(
    staff.post(`/billing/invoices/${next.documentId}/credit-notes`, {
      ...{ lines: [{ line: fee?.line, amount: '18025' }], reason: 'ลูกค้าเก่า', cause: 'other' },
    }),
    201,
  );
  // 100.00 and 1.5 % of all that is owed: none of it is a fee.
  await clockTo('2032-07-24');
  expect((await feeOf(next)).map((one) => one.fee)).toEqual(['18025']);
  await desk.act(contract.documentId, 'cancel', { ending: 'now' });
});

test('a payment is reversed though days that were off were given back since: what was used is asked for, no more', async () => {
  await clockTo('2032-08-31');
  const one = await company();
  const stops = { ...yearly, unit: 'เดือน', cycle: { unit: 'month', count: 1 }, whileSuspended: 'stop' };
  const contract = await desk.make(one.documentId, [stops], { startsOn: '2032-09-01' });
  await clockTo('2032-09-02');
  const invoice = await invoiceOf(contract);
  const payment = await paid(one, invoice);
  await clockTo('2032-09-11');
  await desk.act(contract.documentId, 'suspend', { reason: 'ปิดปรับปรุง' });
  await clockTo('2032-09-21');
  await desk.act(contract.documentId, 'resume');
  const account = () => asked<{ due: string; credit: string }>(one.member.get('/api/billing/account'));
  // Ten of the thirty days.
  expect(await account()).toMatchObject({ due: '0', credit: '178333' });
  await reverse(payment);
  expect(await account()).toMatchObject({ due: '356667', credit: '0' });
  expect(await proofOf(app)).toEqual([]);
  await paid(one, { ...invoice, total: '356667' });
  expect(await account()).toMatchObject({ due: '0', credit: '0' });
  await desk.act(contract.documentId, 'cancel', { ending: 'now' });
});

test('what is ended and given up on one morning is over, though nobody expects to be paid any more', async () => {
  const [standing] = await asked<{ documentId: string }[]>(staff.get('/billing/dunning/policies'));
  const steps = [
    ...policy.steps.filter(({ day }) => day <= 30),
    { day: 45, channel: 'none', action: 'write_off', template: null },
  ];
  await asked(staff.put(`/billing/dunning/policies/${standing?.documentId}`, { ...policy, steps }));
  await clockTo('2033-01-01');
  const one = await company();
  const contract = await desk.make(one.documentId, [yearly], { startsOn: '2033-01-02' });
  // Due on the 17th, off on the 31st; then the customer promises to pay, and does not.
  await clockTo('2033-02-01');
  const invoice = await invoiceOf(contract);
  expect(await offs(contract)).toMatchObject([{ startsOn: '2033-01-31', cause: 'debt', resumesOn: null }]);
  await asked(staff.post(`/billing/invoices/${invoice.documentId}/promise`, { until: '2033-03-15', all: true }));
  await clockTo('2033-03-15');
  expect(await desk.read(contract.documentId)).toMatchObject({ state: 'active' });
  await clockTo('2033-03-17');
  expect((await invoiceOf(contract)).state).toBe('uncollectible');
  expect(await desk.read(contract.documentId)).toMatchObject({ state: 'ended', endsOn: '2033-03-16' });
});

test('a contract that leaves early for debt is over though its customer is closed, or wants a purchase order number', async () => {
  await clockTo('2034-01-01');
  const [closed, asking] = [await company(), await company()];
  const bound = { ...yearly, minimumMonths: 24, fee: { kind: 'fixed', value: '100000' } };
  const [gone, named] = [
    await desk.make(closed.documentId, [bound], { startsOn: '2034-01-02' }),
    await desk.make(asking.documentId, [bound], { startsOn: '2034-01-02' }),
  ];
  await clockTo('2034-01-03');
  const billed = await invoiceOf(gone);
  await asked(staff.post(`/crm/customers/${closed.documentId}/close`));
  await asked(staff.put(`/crm/customers/${asking.documentId}`, { poRequired: true }));
  // What is not asked of who is closed, the preview does not promise either.
  expect(
    await asked(staff.post(`/contracts/contracts/${gone.documentId}/cancel/preview`, { ending: 'now' })),
  ).toMatchObject({ fee: '0' });
  await clockTo('2034-02-18');
  const feesOf = async (of: Contract) =>
    (
      await asked<{ documentId: string; total: string }[]>(
        staff.get(`/billing/invoices?filters[sourceDocumentId][$eq]=${of.documentId}&sort=id:asc`),
      )
    ).map(({ total }) => total);
  for (const each of [gone, named]) {
    expect(await desk.read(each.documentId)).toMatchObject({ state: 'ended', endsOn: '2034-02-16' });
  }
  expect(await feesOf(named)).toEqual(['535000', '100000']);
  expect(await feesOf(gone)).toEqual([billed.total]);
});
