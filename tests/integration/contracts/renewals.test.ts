import { addDays, addMonths, daysBetween } from '@sanya/strapi-plugin-platform/kernel';
import { type App, bootApp, type Member, type Staff } from '../../support/app';
import { inBoth } from '../../support/in-both';
import { said, textOf } from '../../support/pdf';
import { companyMember, CUSTOMER, customerOf, issue, line, proofOf } from '../billing/support';
import { cells, reportOf } from '../reports/support';
import { asked, type Contract, contractDesk, own, pay, refused } from './support';

let app: App;
let owner: Staff;
let seller: Staff;
let desk: ReturnType<typeof contractDesk>;
let clerk: Staff;

interface Renewal {
  documentId: string;
  state: string;
  term: number;
  notices: number;
  price: string | null;
  startsOn: string | null;
  endsOn: string | null;
  decidedOn: string | null;
  successor: string | null;
  reason: string | null;
  invoice: { documentId: string; number: string; state: string; amountDue: string; dueDate: string } | null;
}
type Buyer = { member: Member; id: number; documentId: string };

beforeAll(async () => {
  app = await bootApp();
  owner = await app.staff('owner');
  seller = await app.staff('sales', 'seller@example.com');
  clerk = await app.staff();
  desk = contractDesk(app, clerk);
  await desk.turnTo('2031-01-01');
});
afterAll(() => app?.close());
afterEach(async () => expect(await proofOf(app)).toEqual([]));

async function buyer(): Promise<Buyer> {
  const member = await companyMember(app);
  const customer = await customerOf(app, member);
  await app.platform.rows.update(CUSTOMER, [{ id: customer.id, owner: Number(seller.id) }]);
  return { member, ...customer };
}

const care = (over: object = {}) => ({
  description: 'ดูแลระบบ',
  unitPrice: '1200000',
  cycle: { unit: 'year', count: 1 },
  ...over,
});
const yearly = (who: Buyer, startsOn: string, more: object = {}, over: object = {}): Promise<Contract> =>
  desk.make(who.documentId, [care(over)], { startsOn, termMonths: 12, ...more });

const renewalsOf = (contract: { documentId: string }): Promise<Renewal[]> =>
  asked(
    owner.get(
      `/contracts/renewals?filters[contract][documentId][$eq]=${contract.documentId}&populate[invoice]=true&populate[reason]=true&populate[successor]=true&sort=id:asc`,
    ),
  );
const lastOf = async (contract: { documentId: string }): Promise<Renewal> => {
  const found = (await renewalsOf(contract)).at(-1);
  if (!found) throw new Error('no renewal');
  return found;
};
const mailsOf = async (customer: number, template: string): Promise<string[]> => {
  const rows = await app.strapi.db
    .query('plugin::platform.delivery')
    .findMany({ where: { customerId: customer, template }, orderBy: { id: 'asc' } });
  return rows.map(({ key }: { key: string }) => key);
};
const staffMails = async (template: string, contract: { documentId: string }): Promise<string[]> => {
  const rows = await app.strapi.db
    .query('plugin::platform.delivery')
    .findMany({ where: { template, aboutDocumentId: contract.documentId }, orderBy: { id: 'asc' } });
  return rows.map(({ to }: { to: string }) => to);
};
const act = (renewal: { documentId: string }, verb: string, body: object = {}) =>
  owner.post(`/contracts/renewals/${renewal.documentId}/${verb}`, body);
const totalOf = async (documentId: string): Promise<{ documentId: string; total: string; state: string }> =>
  asked(owner.get(`/billing/invoices/${documentId}`));
/** Why the invoice of an offer is void, in Thai and in English. */
const voidedFor = async ({ invoice }: Renewal): Promise<(string | null)[]> => {
  const answers = await inBoth<{ state: string; voidReason: string }>(() =>
    owner.get(`/billing/invoices/${invoice?.documentId}`),
  );
  return answers.map(({ state, voidReason }) => (state === 'void' ? voidReason : null));
};
const payOffer = async (who: Buyer, renewal: Renewal): Promise<void> => {
  await pay(owner, who.documentId, await totalOf(renewal.invoice?.documentId ?? ''), desk.today());
};
const spansOf = async (contract: { documentId: string }) =>
  (await desk.periods(contract.documentId)).map(({ startsOn, endsOn, amount, state }) => [
    startsOn,
    endsOn,
    amount,
    state,
  ]);
const at = async (instant: string): Promise<void> => {
  await asked(clerk.post('/platform/clock', { now: instant }));
};

test('notices, the offer of each year at its price, and a term that is paid is renewed', async () => {
  const who = await buyer();
  const sale = await issue(app, who.id, [
    line({ description: 'ระบบกล้อง', unitPrice: 10_000_000n, discount: 500_000n }),
    line({ description: 'เดินสาย', unitPrice: 777_700n }),
  ]);
  const lines = await asked<{ documentId: string }[]>(
    owner.get(`/billing/invoice-lines?filters[invoice][documentId][$eq]=${sale.documentId}&sort=position:asc`),
  );
  const made = await asked<Contract>(
    owner.post(`/contracts/contracts/from-invoice/${sale.documentId}`, {
      ...{ cycle: { unit: 'year', count: 1 }, termMonths: 12, lines: [lines[0]?.documentId] },
      renewal: {
        firstTermFree: true,
        table: { basis: 'invoice_after_discount', ratesPpm: [400_000, 300_000, 200_000] },
      },
    }),
    201,
  );
  await pay(owner, who.documentId, { documentId: sale.documentId, total: String(sale.total) }, desk.today());
  expect(await desk.read(made.documentId)).toMatchObject({ startsOn: '2031-01-01', endsOn: '2031-12-31' });

  // Ninety days before, in the morning of Bangkok: neither the evening before nor at night.
  await at('2031-10-01T16:59:00.000Z');
  expect(await renewalsOf(made)).toEqual([]);
  await at('2031-10-01T17:30:00.000Z');
  expect(await lastOf(made)).toMatchObject({ state: 'open', notices: 0, term: 1 });
  await at('2031-10-02T01:00:00.000Z');
  expect(await lastOf(made)).toMatchObject({ state: 'noticed', notices: 1 });
  expect((await mailsOf(who.id, 'renewal-notice')).length).toBe(1);
  expect(await staffMails('renewal-staff', made)).toEqual(['seller@example.com']);

  await desk.turnTo('2031-10-31');
  expect((await lastOf(made)).invoice).toBeNull();
  await desk.turnTo('2031-11-01');
  const offered = await lastOf(made);
  expect(offered).toMatchObject({ state: 'offered', notices: 2, price: '3800000', startsOn: '2032-01-01' });
  expect(offered.invoice).toMatchObject({ state: 'open', amountDue: '4066000', dueDate: '2032-01-14' });
  // The notice of that day carries the invoice.
  expect(await mailsOf(who.id, 'renewal-offer')).toEqual([]);
  const [, second] = await app.strapi.db
    .query('plugin::platform.delivery')
    .findMany({ where: { customerId: who.id, template: 'renewal-notice' }, orderBy: { id: 'asc' } });
  expect(second.data).toMatchObject({ price: '38,000.00', invoice: offered.invoice?.number });
  expect(second.documents.length).toBe(1);

  // Then at thirty days, and each week until it is decided.
  await desk.turnTo('2031-12-16');
  expect((await mailsOf(who.id, 'renewal-notice')).length).toBe(5);
  const others = await companyMember(app);
  expect(await asked(own(others, 'renewals'))).toEqual([]);
  expect((await asked<Renewal[]>(own(who.member, 'renewals'))).map(({ state }) => state)).toEqual(['offered']);
  await payOffer(who, offered);
  expect(await desk.read(made.documentId)).toMatchObject({ state: 'active', endsOn: '2032-12-31', nextBillOn: null });
  expect(await spansOf(made)).toEqual([
    ['2031-01-01', '2031-12-31', '9500000', 'billed'],
    ['2032-01-01', '2032-12-31', '3800000', 'billed'],
  ]);
  expect(await mailsOf(who.id, 'renewal-renewed')).toHaveLength(1);
  expect(await refused(act(offered, 'renew'))).toEqual([409, 'state.not_allowed', undefined]);
  await desk.turnTo('2032-02-01');
  expect((await mailsOf(who.id, 'renewal-notice')).length).toBe(5);

  // Year two by staff before it is paid: the offered invoice stays, and is the bill of the term.
  await desk.turnTo('2032-11-02');
  const next = await lastOf(made);
  expect(next).toMatchObject({ state: 'offered', price: '2850000', invoice: { amountDue: '3049500' } });
  expect(await asked(act(next, 'renew'))).toMatchObject({ state: 'renewed', endsOn: '2033-12-31' });
  const twice = owner.post(`/contracts/contracts/${made.documentId}/renew`);
  expect(await refused(twice)).toEqual([409, 'renewal.renewed_already', undefined]);
  await payOffer(who, next);
  expect((await desk.read(made.documentId)).endsOn).toBe('2033-12-31');
  await desk.turnTo('2033-11-02');
  expect(await lastOf(made)).toMatchObject({ price: '1900000', term: 3 });
  // Priced anew, the invoice before is void, and its number stays.
  const third = await lastOf(made);
  const again = await asked<Renewal>(act(third, 'offer', { price: '1500000', note: 'ลูกค้าเก่า' }));
  expect(again).toMatchObject({ state: 'offered', price: '1500000', invoice: { amountDue: '1605000' } });
  expect(await voidedFor(third)).toEqual(['เสนอราคาต่อสัญญาใหม่', 'Offered again at another price']);
  await payOffer(who, again);
  expect((await spansOf(made)).at(-1)).toEqual(['2034-01-01', '2034-12-31', '1500000', 'billed']);
  await desk.act(made.documentId, 'cancel', { ending: 'term_end' });
});

test('declined with a reason: the offer is void, nobody is asked any more, and it is over on its last day', async () => {
  const who = await buyer();
  const made = await yearly(who, '2033-01-10');
  await desk.turnTo('2033-12-01');
  const offered = await lastOf(made);
  expect(offered.state).toBe('offered');
  expect(await refused(act(offered, 'decline', {}))).toEqual([400, 'renewal.reason_missing', 'reason']);
  expect(await refused(act(offered, 'decline', { reason: 'weather' }))).toEqual([
    400,
    'renewal.reason_unknown',
    'reason',
  ]);
  expect(await asked(act(offered, 'decline', { reason: 'price', note: 'ได้ถูกกว่า' }))).toMatchObject({
    ...{ state: 'declined', reason: expect.any(String), note: 'ได้ถูกกว่า' },
  });
  expect(await voidedFor(offered)).toEqual(['ลูกค้าไม่ต่อสัญญา', 'The customer does not renew']);
  const known = await desk.read(made.documentId);
  expect(known).toMatchObject({ state: 'active', noticeGivenOn: '2033-12-01', endsOn: '2034-01-09' });
  const before = (await mailsOf(who.id, 'renewal-notice')).length;
  await desk.turnTo('2034-01-09');
  expect((await mailsOf(who.id, 'renewal-notice')).length).toBe(before);
  expect((await desk.read(made.documentId)).state).toBe('active');
  await desk.turnTo('2034-01-10');
  expect((await desk.read(made.documentId)).state).toBe('ended');
  expect(await mailsOf(who.id, 'renewal-lapsed')).toEqual([]);
  expect(await refused(act(offered, 'win-back'))).toEqual([409, 'renewal.not_lapsed', undefined]);

  // Thought better of before the end.
  const other = await yearly(who, '2033-02-01');
  await desk.turnTo('2034-01-11');
  const asking = await asked<Renewal>(act(await lastOf(other), 'decline', { reason: 'other' }));
  expect(await asked(act(asking, 'renew'))).toMatchObject({ state: 'renewed' });
  expect(await desk.read(other.documentId)).toMatchObject({ endsOn: '2035-01-31', noticeGivenOn: null });
  await desk.act(other.documentId, 'cancel', { ending: 'term_end' });

  const query = { from: '2033-01-01', to: '2034-12-31' };
  const why = await reportOf(owner, 'non-renewals', { ...query, by: 'reason' });
  expect(cells(why, 'reason', 'contracts', 'declined', 'lost')).toEqual([['Too expensive', 1, 1, '1200000']]);
  const ends = await reportOf(owner, 'expiring-contracts', { from: '2034-01-01', to: '2034-02-28', by: 'month' });
  expect(cells(ends, 'contracts', 'renewed', 'declined', 'kept', 'lost')).toEqual([[2, 1, 1, '1200000', '1200000']]);
});

test('undecided on the day after the last day: it lapses with a letter, and paying in time after it wins back', async () => {
  const who = await buyer();
  const made = await yearly(who, '2033-03-01');
  const late = await yearly(who, '2033-03-01');
  await at('2034-02-28T16:59:00.000Z');
  expect((await desk.read(made.documentId)).state).toBe('active');
  await at('2034-02-28T17:00:00.000Z');
  expect(await desk.read(made.documentId)).toMatchObject({ state: 'ended', endsOn: '2034-02-28' });
  const lapsed = await lastOf(made);
  expect(lapsed).toMatchObject({ state: 'lapsed', decidedOn: '2034-03-01', invoice: { state: 'open' } });
  expect((await mailsOf(who.id, 'renewal-lapsed')).length).toBe(2);
  expect(await staffMails('renewal-lapsed-staff', made)).toEqual(['seller@example.com']);
  expect(await refused(act(lapsed, 'renew'))).toEqual([409, 'state.not_allowed', undefined]);

  await desk.turnTo('2034-03-05');
  const offered = await asked(owner.post(`/contracts/contracts/${made.documentId}/renew/preview`));
  expect(offered).toMatchObject({ startsOn: '2034-03-01', endsOn: '2035-02-28', invoice: expect.any(String) });
  await payOffer(who, lapsed);
  const back = await lastOf(made);
  expect(back.state).toBe('won_back');
  const [successor] = (await asked<Contract[]>(own(who.member, 'contracts?sort=id:desc&pagination[pageSize]=1'))) ?? [];
  expect(successor).toMatchObject({ state: 'active', startsOn: '2034-03-01', endsOn: '2035-02-28', nextBillOn: null });
  expect(await spansOf({ documentId: successor?.documentId ?? '' })).toEqual([
    ['2034-03-01', '2035-02-28', '1200000', 'billed'],
  ]);
  expect((await desk.read(made.documentId)).state).toBe('ended');

  // The other one was not paid: its invoice is void when the days are over, and staff may still win it back.
  await desk.turnTo('2034-03-15');
  const over = await lastOf(late);
  expect(over).toMatchObject({ state: 'lapsed', invoice: null });
  expect(await refused(act(over, 'win-back', { startsOn: '2034-02-01' }))).toEqual([
    ...[400, 'renewal.comes_back_when', 'startsOn'],
  ]);
  const renew = (verb = '') => `/contracts/contracts/${late.documentId}/renew${verb}`;
  const preview = await asked<{ sentence: string }>(owner.post(renew('/preview')).set('Accept-Language', 'en'));
  expect(preview).toMatchObject({
    ...{ startsOn: '2034-03-15', endsOn: '2035-03-14', price: '1200000', invoice: null },
    sentence: expect.stringContaining(
      'comes back with a contract that continues this one, from 15 Mar 2034 to 14 Mar 2035',
    ),
  });
  expect(await asked(owner.post(renew()))).toMatchObject({ state: 'won_back', startsOn: '2034-03-15' });
  const [staffs] = (await asked<Contract[]>(own(who.member, 'contracts?sort=id:desc&pagination[pageSize]=1'))) ?? [];
  await desk.turnTo('2034-03-16');
  expect(await spansOf({ documentId: staffs?.documentId ?? '' })).toEqual([
    ['2034-03-15', '2035-03-14', '1200000', 'billed'],
  ]);
});

test('what renews by itself goes on without a hole, billed as before, unless somebody says otherwise in time', async () => {
  const who = await buyer();
  const monthly = { unitPrice: '100000', cycle: { unit: 'month', count: 1 } };
  const made = await yearly(who, '2033-05-31', { renewal: { auto: true }, noticeDays: 30 }, monthly);
  await desk.turnTo('2034-04-30');
  expect((await desk.read(made.documentId)).endsOn).toBe('2034-05-30');
  // Thirty days of notice: on the first of May it is too late.
  await desk.turnTo('2034-05-01');
  expect(await lastOf(made)).toMatchObject({ state: 'renewed', invoice: null });
  expect(await desk.read(made.documentId)).toMatchObject({ endsOn: '2035-05-30', nextBillOn: '2034-05-31' });
  await desk.turnTo('2034-07-01');
  expect((await spansOf(made)).slice(-3)).toEqual([
    ['2034-04-30', '2034-05-30', '100000', 'billed'],
    ['2034-05-31', '2034-06-29', '100000', 'billed'],
    ['2034-06-30', '2034-07-30', '100000', 'billed'],
  ]);
  // It was told once or twice, not each week.
  expect((await mailsOf(who.id, 'renewal-notice')).length).toBeLessThanOrEqual(3);
  await desk.act(made.documentId, 'cancel', { ending: 'period_end' });
  // Not before the days of notice are over.
  expect((await desk.read(made.documentId)).endsOn).toBe('2034-08-30');
});

test('many at once, by payment and by hand, renew once; members pay or have terms, and only their own', async () => {
  const who = await buyer();
  const made = await yearly(who, '2033-08-01');
  await desk.turnTo('2034-07-05');
  const offered = await lastOf(made);
  const stranger = await companyMember(app);
  expect((await stranger.post(`/api/contracts/contracts/${made.documentId}/renew`)).status).toBe(404);
  expect((await stranger.post(`/api/contracts/renewals/${offered.documentId}/decline`)).status).toBe(404);
  // Without credit terms a member is shown what is to be paid.
  expect(await asked(who.member.post(`/api/contracts/contracts/${made.documentId}/renew`))).toMatchObject({
    ...{ state: 'offered', invoice: { documentId: offered.invoice?.documentId } },
  });
  const bill = await totalOf(offered.invoice?.documentId ?? '');
  const answers = await Promise.all([
    ...[1, 2, 3].map(() => act(offered, 'renew')),
    owner.post(`/contracts/contracts/${made.documentId}/renew`),
    owner.post('/billing/payments', {
      ...{ customer: who.documentId, method: 'bank_transfer', amount: bill.total, currency: 'THB' },
      ...{ receivedOn: desk.today(), allocations: [{ invoice: bill.documentId, amount: bill.total }] },
    }),
  ]);
  for (const { status } of answers) expect([200, 201, 409]).toContain(status);
  expect(await desk.read(made.documentId)).toMatchObject({ endsOn: '2035-07-31' });
  expect((await renewalsOf(made)).map(({ state }) => state)).toEqual(['renewed']);
  expect((await spansOf(made)).length).toBe(2);
  expect((await totalOf(bill.documentId)).state).toBe('paid');

  // On credit terms it goes on at once, and early.
  await asked(owner.post(`/crm/customers/${who.documentId}/credit`, { creditTermsDays: 30 }));
  const early = await yearly(who, '2034-07-01');
  expect(await asked(who.member.post(`/api/contracts/contracts/${early.documentId}/renew`))).toMatchObject({
    ...{ state: 'renewed', startsOn: '2035-07-01', endsOn: '2036-06-30' },
  });
  // Given up now, the term that was to follow never begins.
  await desk.act(early.documentId, 'cancel', { ending: 'now' });
  await desk.turnTo('2034-07-07');
  expect(await desk.read(early.documentId)).toMatchObject({ state: 'ended', endsOn: '2034-07-05' });
});

test('the cockpit shows what ends soon with all that is known; who sees only own customers sees only theirs', async () => {
  const who = await buyer();
  const entitlements = [{ unit: 'visit', quantity: '12', per: 'year', carries: 'none' }];
  const made = await yearly(who, '2033-10-01', {}, { entitlements });
  const [stranger, blind] = [await buyer(), await app.staff('technician')];
  await app.platform.rows.update(CUSTOMER, [{ id: stranger.id, owner: null }]);
  const hidden = await yearly(stranger, '2033-10-05');
  await desk.turnTo('2034-08-10');
  const [line] = (
    await asked<{ entitlements: { line: string }[] }>(owner.get(`/contracts/contracts/${made.documentId}/entitlements`))
  ).entitlements;
  await asked(owner.post(`/contracts/contract-lines/${line?.line}/use`, { unit: 'visit', quantity: '9' }));

  interface Row {
    documentId: string;
    daysLeft: number;
    notices: number;
    price: string | null;
    invoice: object | null;
    owner: { id: number } | null;
    risk: string;
  }
  const cockpit = async (staff: Staff, query = '') =>
    (await asked<{ rows: Row[]; reasons: { code: string }[] }>(staff.get(`/contracts/renewal-cockpit${query}`))).rows;
  const row = (await cockpit(owner)).find(({ documentId }) => documentId === made.documentId);
  expect(row).toMatchObject({ daysLeft: 51, notices: 2, price: '1200000', invoice: { state: 'open' } });
  expect(row).toMatchObject({ usage: [{ unit: 'visit', had: '12', used: '9' }], risk: 'medium' });
  expect(row?.owner?.id).toBe(Number(seller.id));
  const mine = (await cockpit(seller, '?month=2034-09')).map(({ documentId }) => documentId);
  expect(mine).toEqual([made.documentId]);
  expect((await cockpit(owner, '?month=2034-10')).map(({ documentId }) => documentId)).toEqual([hidden.documentId]);
  expect((await blind.get('/contracts/renewal-cockpit')).status).toBe(403);

  const days = await asked<{ day: string; contracts: { documentId: string }[] }[]>(
    owner.get('/contracts/expiry-calendar?from=2034-09-01&to=2034-10-31'),
  );
  expect(days.map(({ day, contracts }) => [day, contracts.length])).toEqual([
    ['2034-09-30', 1],
    ['2034-10-04', 1],
  ]);
  const months = await asked<{ month: string; contracts: number; undecided: number }[]>(
    owner.get('/contracts/expiring-by-month?from=2034-09-01&to=2034-10-31'),
  );
  expect(months.map(({ month, contracts, undecided }) => [month, contracts, undecided])).toEqual([
    ['2034-09', 1, 1],
    ['2034-10', 1, 1],
  ]);
  expect(await refused(owner.get('/contracts/expiry-calendar?from=2034-09-01&to=2034-08-01'))).toEqual([
    ...[400, 'renewal.days', 'to'],
  ]);
  // What no table says nobody may agree.
  const wrong = owner.post('/contracts/contracts', {
    ...{ customer: who.documentId, lines: [care()], termMonths: 12 },
    renewal: { table: { basis: 'fixed', ratesPpm: [1] } },
  });
  expect(await refused(wrong)).toEqual([400, 'renewal.table_rows', 'renewal']);
});

test('what was offered is offered anew when the contract is changed: nobody renews at what it was', async () => {
  const who = await buyer();
  const begins = desk.today();
  const made = await yearly(who, begins);
  await desk.turnTo(addDays(addMonths(begins, 12), -50));
  const before = await lastOf(made);
  expect(before).toMatchObject({ state: 'offered', price: '1200000' });
  await asked(
    owner.post(`/contracts/contracts/${made.documentId}/change`, {
      lines: [{ line: made.lines[0]?.documentId, quantity: '2' }],
    }),
  );
  const after = await lastOf(made);
  expect(after).toMatchObject({ state: 'offered', price: '2400000', invoice: { state: 'open', amountDue: '2568000' } });
  expect((await totalOf(before.invoice?.documentId ?? '')).state).toBe('void');
  await payOffer(who, after);
  expect((await lastOf(made)).state).toBe('renewed');
});

test('an offer that was paid in part is taken back with a credit note, and the money is the customer’s again', async () => {
  const who = await buyer();
  const made = await yearly(who, addMonths(desk.today(), -10));
  await desk.turnTo(addDays(desk.today(), 15));
  const offered = await lastOf(made);
  const offer = offered.invoice ?? { documentId: '', number: '' };
  expect(offered.state).toBe('offered');
  await pay(owner, who.documentId, { ...offer, total: '107000' }, desk.today());
  expect(await asked(act(offered, 'decline', { reason: 'price' }))).toMatchObject({ state: 'declined' });
  expect(await totalOf(offer.documentId)).toMatchObject({ state: 'paid', amountDue: '0' });
  const notes = await inBoth<{ documentId: string; total: string; reason: string }[]>(() =>
    owner.get(`/billing/credit-notes?filters[customer][documentId][$eq]=${who.documentId}`),
  );
  expect(notes.map((list) => list.map(({ total, reason }) => [total, reason]))).toEqual([
    [['1284000', 'ลูกค้าไม่ต่อสัญญา']],
    [['1284000', 'The customer does not renew']],
  ]);
  // The paper says it in the language that it is printed in.
  for (const [language, words] of [
    ['th', 'ลูกค้าไม่ต่อสัญญา'],
    ['en', 'The customer does not renew'],
  ] as const) {
    const url = `/api/billing/credit-notes/${notes[0][0]?.documentId}/document?lang=${language}`;
    const paper = await who.member.get(url).responseType('blob');
    expect(await textOf(paper.body as Buffer)).toContain(said(words));
  }
  expect(await asked(who.member.get('/api/billing/account'))).toMatchObject({ credit: '107000' });
  await desk.turnTo(addDays(made.endsOn ?? '', 1));
  expect((await desk.read(made.documentId)).state).toBe('ended');
});

test('paid monthly by a table: the further term is as well; changed after it was renewed, it costs there in proportion', async () => {
  const who = await buyer();
  const begins = desk.today();
  const monthly = { unitPrice: '100000', cycle: { unit: 'month', count: 1 } };
  const renewal = { table: { basis: 'invoice_after_discount', ratesPpm: [1_000_000, 600_100, 500_000] } };
  const [made, other] = [
    await yearly(who, begins, { renewal }, monthly),
    await yearly(who, begins, { renewal }, monthly),
  ];
  const renew = (contract: Contract): Promise<Renewal> =>
    asked(owner.post(`/contracts/contracts/${contract.documentId}/renew`));
  const double = (contract: Contract) =>
    asked(
      owner.post(`/contracts/contracts/${contract.documentId}/change`, {
        lines: [{ line: contract.lines[0]?.documentId, unitPrice: '200000' }],
      }),
    );
  const preview = (contract: Contract) => owner.post(`/contracts/contracts/${contract.documentId}/renew/preview`);
  expect(await asked(preview(made))).toMatchObject({
    ...{ startsOn: addMonths(begins, 12), endsOn: addDays(addMonths(begins, 24), -1), price: '720120', invoice: null },
    sentence: expect.stringContaining('7,201.20'),
  });
  expect(await renewalsOf(made)).toEqual([]);
  // Twelve months at 1,000.00, of which 60.01 %.
  expect(await renew(made)).toMatchObject({ state: 'renewed', price: '720120' });
  expect(await refused(preview(made))).toEqual([409, 'renewal.renewed_already', undefined]);
  await double(made);
  await double(other);
  expect(await renew(other)).toMatchObject({ state: 'renewed', price: '1440240' });

  const second = addMonths(begins, 12);
  await desk.turnTo(second);
  const ofSecond = async (contract: Contract) =>
    (await spansOf(contract)).filter(([from]) => String(from) >= second).map(([from, , amount]) => [from, amount]);
  expect(await ofSecond(made)).toEqual([[second, '120020']]);
  expect(await ofSecond(other)).toEqual([[second, '120020']]);

  // What the table speaks of has doubled for good.
  await desk.turnTo(addDays(addMonths(begins, 24), -50));
  expect((await ofSecond(made)).length).toBe(11);
  for (const contract of [made, other]) {
    expect(await lastOf(contract)).toMatchObject({ state: 'offered', price: '1200000' });
    expect((await lastOf(contract)).invoice).toMatchObject({ amountDue: '107000' });
  }
});

test('beside a line that days off moved: changed after it was renewed early, it costs as agreed from its own day on', async () => {
  const who = await buyer();
  const begins = desk.today();
  const monthly = { unitPrice: '100000', cycle: { unit: 'month', count: 1 } };
  const renewal = { table: { basis: 'invoice_after_discount', ratesPpm: [1_000_000, 600_000] } };
  const made = await desk.make(
    who.documentId,
    [
      care({ ...monthly, description: 'เครื่องที่หยุดได้', whileSuspended: 'shift' }),
      care({ ...monthly, whileSuspended: 'keep' }),
    ],
    { startsOn: begins, termMonths: 12, renewal },
  );
  const kept = made.lines[1]?.documentId;
  await desk.act(made.documentId, 'suspend', { reason: 'ปิดปรับปรุง' });
  await desk.turnTo(addDays(begins, 10));
  await desk.act(made.documentId, 'resume');
  const second = addMonths(begins, 12);
  // 60 % of twelve months of both.
  const renewed = await asked<Renewal>(owner.post(`/contracts/contracts/${made.documentId}/renew`));
  expect(renewed).toMatchObject({ state: 'renewed', price: '1440000', startsOn: addDays(second, 10) });
  await asked(
    owner.post(`/contracts/contracts/${made.documentId}/change`, { lines: [{ line: kept, unitPrice: '200000' }] }),
  );
  await desk.turnTo(addDays(second, 11));
  const billed = (await spansOf(made)).filter(([from]) => String(from) >= addMonths(begins, 11));
  expect(billed.map(([from, , amount]) => [from, amount])).toEqual([
    [addMonths(begins, 11), '200000'],
    [addDays(addMonths(begins, 11), 10), '100000'],
    [second, '120000'],
    [addDays(second, 10), '60000'],
  ]);
});

test('what was changed, and what shifts, comes back whole when it is won back', async () => {
  const who = await buyer();
  const begins = desk.today();
  const lines = [
    care(),
    care({
      description: 'เช่าเครื่อง',
      unitPrice: '2400000',
      whileSuspended: 'shift',
      cycle: { unit: 'month', count: 1 },
    }),
  ];
  const made = await desk.make(who.documentId, lines, { startsOn: begins, termMonths: 12 });
  await desk.turnTo(addDays(begins, 100));
  await asked(
    owner.post(`/contracts/contracts/${made.documentId}/change`, {
      lines: [{ line: made.lines[0]?.documentId, quantity: '2' }],
    }),
  );
  await desk.act(made.documentId, 'suspend', { reason: 'ปิดปรับปรุง' });
  await desk.turnTo(addDays(begins, 110));
  await desk.act(made.documentId, 'resume');
  const [natural, moved] = [addDays(addMonths(begins, 12), -1), addDays(addMonths(begins, 12), 9)];
  expect((await desk.read(made.documentId)).endsOn).toBe(moved);
  await desk.turnTo(addDays(moved, 3));
  const lapsed = await lastOf(made);
  // What does not shift goes on to the end of what does: ten days more.
  const more = Math.round((2_400_000 * 10) / daysBetween(addMonths(begins, 24), addMonths(begins, 36)));
  expect(lapsed).toMatchObject({ state: 'lapsed', price: String(31_200_000 + more) });
  await payOffer(who, lapsed);
  const [back] = (await asked<Contract[]>(own(who.member, 'contracts?sort=id:desc&pagination[pageSize]=1'))) ?? [];
  expect(back).toMatchObject({ state: 'active', startsOn: addDays(natural, 1) });
  const begun = addDays(moved, 1);
  expect(
    (await spansOf({ documentId: back?.documentId ?? '' })).map(([from, to, amount]) => [from, to, amount]).sort(),
  ).toEqual([
    [addDays(natural, 1), addDays(addMonths(begins, 24), -1), '2400000'],
    [begun, addDays(addMonths(begun, 1), -1), '2400000'],
  ]);
});

test('a price by the table is for a whole term of each line: beside one that days off moved nothing more is asked for', async () => {
  const who = await buyer();
  const begins = desk.today();
  const lines = [
    care(),
    care({ description: 'เช่าเครื่อง', unitPrice: '2400000', whileSuspended: 'shift' }),
    care({ description: 'สำรองข้อมูล', unitPrice: '10000', cycle: { unit: 'month', count: 1 } }),
  ];
  const renewal = { table: { basis: 'invoice_after_discount', ratesPpm: [400_000] } };
  const made = await desk.make(who.documentId, lines, { startsOn: begins, termMonths: 12, renewal });
  await desk.turnTo(addDays(begins, 100));
  await desk.act(made.documentId, 'suspend', { reason: 'ปิดปรับปรุง' });
  await desk.turnTo(addDays(begins, 110));
  await desk.act(made.documentId, 'resume');
  await desk.turnTo(addDays(addMonths(begins, 12), -20));
  const renewed = await asked<Renewal>(owner.post(`/contracts/contracts/${made.documentId}/renew`));
  // 40 % of 12,000.00, 24,000.00 and twelve times 100.00.
  expect(renewed).toMatchObject({ state: 'renewed', price: '1488000' });
  expect((await desk.read(made.documentId)).endsOn).toBe(addDays(addMonths(begins, 24), 9));

  await desk.turnTo(addDays(addMonths(begins, 24), 9));
  const second = (await spansOf(made)).filter(([from]) => String(from) >= addMonths(begins, 12));
  expect(second.reduce((total, [, , amount]) => total + Number(amount), 0)).toBe(1_488_000);
  // Each goes on from its own last day, and to that of its own year.
  expect(second.map(([from, to, amount]) => [from, to, amount]).filter(([, , amount]) => amount !== '4000')).toEqual([
    [addMonths(begins, 12), addDays(addMonths(begins, 24), -1), '480000'],
    [addDays(addMonths(begins, 12), 10), addDays(addMonths(begins, 24), 9), '960000'],
  ]);
  expect(second.length).toBe(14);
});

test('days off move the end of the term, and what was offered moves with it: nobody owes an offer of other days', async () => {
  const who = await buyer();
  const made = await yearly(who, addMonths(desk.today(), -10), {}, { whileSuspended: 'shift' });
  await desk.turnTo(addDays(desk.today(), 15));
  const before = await lastOf(made);
  const ends = made.endsOn ?? '';
  expect(before).toMatchObject({ state: 'offered', startsOn: addDays(ends, 1) });
  expect(before.invoice?.dueDate).toBe(addDays(ends, 14));
  await desk.act(made.documentId, 'suspend', { reason: 'ปิดปรับปรุง' });
  await desk.turnTo(addDays(desk.today(), 40));
  const resumed = await desk.act(made.documentId, 'resume');
  expect(resumed.endsOn).toBe(addDays(ends, 40));
  const after = await lastOf(made);
  expect(after).toMatchObject({ state: 'offered', startsOn: addDays(ends, 41), price: before.price });
  expect(after.invoice?.dueDate).toBe(addDays(ends, 54));
  expect((await totalOf(before.invoice?.documentId ?? '')).state).toBe('void');
  await payOffer(who, after);
  await desk.turnTo(addDays(ends, 42));
  expect((await spansOf(made)).at(-1)?.slice(0, 2)).toEqual([addDays(ends, 41), after.endsOn]);
});

test('an offer that staff credit whole is no offer any more: it is offered again, and what is renewed is billed', async () => {
  const who = await buyer();
  const made = await yearly(who, addMonths(desk.today(), -10));
  await desk.turnTo(addDays(desk.today(), 15));
  const offer = (await lastOf(made)).invoice?.documentId ?? '';
  const credited = clerk.post(`/billing/invoices/${offer}/credit-notes`, { reason: 'ราคาผิด', cause: 'price_wrong' });
  await asked(credited, 201);
  expect((await totalOf(offer)).state).toBe('paid');
  expect(await lastOf(made)).toMatchObject({ state: 'offered', invoice: null });
  // The customer who asks is shown what is to be paid.
  await asked(who.member.post(`/api/contracts/contracts/${made.documentId}/renew`));
  const again = await lastOf(made);
  expect(again).toMatchObject({ state: 'offered', invoice: { state: 'open', amountDue: '1284000' } });
  await payOffer(who, again);
  expect((await lastOf(made)).state).toBe('renewed');
});
