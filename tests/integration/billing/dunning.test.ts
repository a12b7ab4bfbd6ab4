import { type App, bootApp, type Staff } from '../../support/app';
import { asSystem, companyMember, customerOf, issue, line, proofOf } from './support';

let app: App;
let clerk: Staff;
let owner: Staff;
let admin: Staff;

beforeAll(async () => {
  app = await bootApp();
  clerk = await app.staff('billing');
  owner = await app.staff('owner');
  admin = await app.staff();
  await clockTo('2031-04-20T03:00:00Z');
});
afterAll(() => app.close());
afterEach(async () => expect(await proofOf(app)).toEqual([]));

const clockTo = async (now: string) => expect((await admin.post('/platform/clock', { now })).status).toBe(200);
/** Nine in the morning at Bangkok, an hour after which all of that day has run. */
const through = (day: string) => clockTo(`${day}T03:00:00Z`);
const codeOf = (answer: { status: number; body: { error?: { details?: { code?: string } } } }) => [
  answer.status,
  answer.body.error?.details?.code,
];

const LADDER = [
  { day: -7, template: 'dunning-reminder' },
  { day: 0, template: 'dunning-reminder' },
  { day: 3, template: 'dunning-overdue' },
  { day: 7, template: 'dunning-overdue', feeAmount: '10000', feePpm: 15_000, warns: 'suspend' },
  { day: 14, template: 'dunning-suspended', action: 'suspend', warns: 'terminate' },
  { day: 30, template: 'dunning-ended', action: 'terminate' },
];
const policy = { name: 'Standard', active: true, workingDays: false, steps: LADDER };

const buyer = async () => customerOf(app, await companyMember(app));
/** 5,350.00 with VAT. */
const owe = (customer: number, dueDate = '2031-05-10') =>
  issue(app, customer, [line({ unitPrice: 500_000n })], { dueDate });

interface Notice {
  takenOn: string;
  day: number;
  state: string;
  fee: string;
  channel: string;
  documentId: string;
}
const noticesOf = async (invoice: string): Promise<Notice[]> =>
  (
    await clerk.get(
      `/billing/dunning-notices?filters[invoice][documentId][$eq]=${invoice}&sort=id:asc&pagination[pageSize]=100`,
    )
  ).body.data;
const told = async (invoice: string) => (await noticesOf(invoice)).filter(({ state }) => state === 'told');
const events = async (name: string, customer: number) => {
  const found = await app.strapi.db
    .query('plugin::platform.event')
    .findMany({ where: { name, customerId: customer }, orderBy: { id: 'asc' } });
  return found.map(({ after }) => (after as { number?: string }).number);
};
const pay = async (customer: string, invoice: string, amount = '535000') => {
  const paid = await clerk.post('/billing/payments', {
    ...{ customer, method: 'cash', amount, receivedOn: app.platform.clock.today() },
    allocations: [{ invoice, amount }],
  });
  expect(paid.status).toBe(201);
  return paid.body.data.documentId as string;
};
const mailsTo = async (customer: number) =>
  app.strapi.db
    .query('plugin::platform.delivery')
    .findMany({ where: { customerId: customer, template: { $startsWith: 'dunning' } }, orderBy: { id: 'asc' } });

test('a policy that could not be followed is refused, and who may not set one; the right one is kept', async () => {
  const wrong = { ...policy, steps: LADDER.filter(({ day }) => day !== 7) };
  expect(codeOf(await clerk.post('/billing/dunning/policies', wrong))).toEqual([400, 'dunning.unwarned_suspend']);
  expect((await (await app.staff('accountant')).post('/billing/dunning/policies', policy)).status).toBe(403);
  const made = await clerk.post('/billing/dunning/policies', { ...policy, steps: [...LADDER].reverse() });
  expect(made.status).toBe(201);
  expect(made.body.data.steps.map(({ day }: { day: number }) => day)).toEqual(LADDER.map(({ day }) => day));
  expect(codeOf(await clerk.post('/billing/dunning/policies', policy))).toEqual([409, 'dunning.default_taken']);
  const again = await clerk.put(`/billing/dunning/policies/${made.body.data.documentId}`, policy);
  expect(again.body.data.steps).toEqual(made.body.data.steps);
});

test('the ladder: once each on its day, the fee on an invoice of its own, lifted by payment, restored by its reversal', async () => {
  const [one, two] = [await buyer(), await buyer()];
  const [invoice, other] = [await owe(one.id), await owe(two.id)];
  await through('2031-05-18');
  const taken = await told(invoice.documentId);
  expect(taken.map(({ takenOn, day, fee }) => [takenOn, day, fee])).toEqual([
    ['2031-05-03', -7, '0'],
    ['2031-05-10', 0, '0'],
    ['2031-05-13', 3, '0'],
    ['2031-05-17', 7, '18025'],
  ]);
  const fees = (
    await clerk.get(`/billing/invoices?filters[sourceDocumentId][$eq]=${taken[3]?.documentId}&populate=lines`)
  ).body.data;
  expect(fees).toHaveLength(1);
  expect(fees[0]).toMatchObject({ state: 'open', total: '18025', tax: '0', lines: [{ taxCategory: 'outside' }] });
  const frozen = (await clerk.get(`/billing/invoices/${invoice.documentId}`)).body.data;
  expect(frozen).toMatchObject({ total: '535000', amountDue: '535000' });

  const mails = await mailsTo(one.id);
  expect(mails.map(({ template, state }) => [template, state])).toEqual([
    ['dunning-reminder', 'sent'],
    ['dunning-reminder', 'sent'],
    ['dunning-overdue', 'sent'],
    ['dunning-overdue', 'sent'],
  ]);
  expect(mails[3]).toMatchObject({ language: 'th', data: { fee: '180.25', total: '5,350.00' } });
  expect(mails[3].data.warning).toContain('24 พ.ค. 2574');
  expect(mails[3].documents).toHaveLength(2);

  await through('2031-05-20');
  const payment = await pay(one.documentId, invoice.documentId);
  await through('2031-05-22');
  expect(await told(invoice.documentId)).toHaveLength(4);
  const reversed = await clerk.post(`/billing/payments/${payment}/reverse`, { reason: 'เช็คเด้ง' });
  expect(reversed.status).toBe(200);
  await through('2031-05-25');
  expect((await told(invoice.documentId)).slice(4)).toMatchObject([{ takenOn: '2031-05-24', day: 14 }]);
  expect(await events('invoice.suspension_due', one.id)).toEqual([invoice.number]);

  // What was suspended comes back with the money, goes with it, and ends at the end of the ladder.
  const second = await pay(one.documentId, invoice.documentId);
  expect(await events('invoice.resumption_due', one.id)).toEqual([invoice.number]);
  await clerk.post(`/billing/payments/${second}/reverse`, { reason: 'โอนผิด' });
  expect(await events('invoice.suspension_due', one.id)).toEqual([invoice.number, invoice.number]);
  await through('2031-08-01');
  for (const { documentId } of [invoice, other]) {
    expect((await told(documentId)).map(({ takenOn }) => takenOn).slice(4)).toEqual(['2031-05-24', '2031-06-09']);
  }
  expect(await events('invoice.termination_due', two.id)).toEqual([other.number]);
  // The fee that was owed all the while was reminded of, and bore neither fee nor suspension.
  const onFee = await told(fees[0].documentId);
  expect(onFee.map(({ day, fee }) => [day, fee])).toEqual([
    [3, '0'],
    [7, '0'],
  ]);
  expect(await events('invoice.suspension_due', two.id)).toHaveLength(1);
});

test('invoices of a customer go in one mail a day; the job run again, and many at once, takes nothing twice', async () => {
  const one = await buyer();
  const [older, newer] = [await owe(one.id, '2031-08-10'), await owe(one.id, '2031-08-14')];
  await through('2031-08-16');
  const before = await mailsTo(one.id);
  await through('2031-08-17');
  const mails = (await mailsTo(one.id)).slice(before.length);
  expect(mails).toHaveLength(1);
  expect(mails[0]).toMatchObject({ template: 'dunning-overdue', data: { count: 2, total: '10,700.00' } });
  const contacts = (await Promise.all([older, newer].map(({ documentId }) => told(documentId))))
    .flat()
    .filter(({ takenOn }) => takenOn === '2031-08-17');
  expect(contacts.map(({ day }) => day).sort()).toEqual([3, 7]);

  const { takeSteps } = await import('../../../plugins/billing/server/src/use-cases/dunning/take-steps');
  const counts = await Promise.all([1, 2, 3].map(() => asSystem(app, () => takeSteps(app.platform, [one.id]))));
  expect(counts).toEqual([0, 0, 0]);
  expect(await mailsTo(one.id)).toHaveLength(before.length + 1);
});

test('promise, exemption, call and letter', async () => {
  const made = await clerk.get('/billing/dunning/policies');
  const { documentId: id } = made.body.data[0];
  await clerk.put(`/billing/dunning/policies/${id}`, {
    ...policy,
    steps: [
      { day: 1, channel: 'call' },
      { day: 3, channel: 'letter', template: 'dunning-overdue', warns: 'suspend' },
    ],
  });
  const [promising, exempted, called] = [await buyer(), await buyer(), await buyer()];
  const due = '2031-08-25';
  const [p, e, c] = [await owe(promising.id, due), await owe(exempted.id, due), await owe(called.id, due)];
  const url = (invoice: { documentId: string }, verb: string) => `/billing/invoices/${invoice.documentId}/${verb}`;
  expect(codeOf(await clerk.post(url(p, 'promise'), { until: '2031-08-01' }))).toEqual([
    400,
    'dunning.promise_in_past',
  ]);
  expect((await owner.post(url(p, 'promise'), { until: '2031-09-01' })).status).toBe(403);
  expect((await clerk.post(url(p, 'promise'), { until: '2031-09-01', note: 'ต้นเดือน' })).status).toBe(200);
  expect((await clerk.post(url(e, 'exempt'), { reason: 'หน่วยงานรัฐ', all: true })).status).toBe(200);
  await through('2031-08-26');
  expect(await told(p.documentId)).toEqual([]);
  expect(await told(e.documentId)).toEqual([]);
  const [call] = await told(c.documentId);
  expect(call).toMatchObject({ channel: 'call', takenOn: '2031-08-26' });

  interface Row {
    documentId: string;
    call: string | null;
    daysOverdue: number;
    amountDue: string;
    customer: { documentId: string };
  }
  const board = (await owner.get('/billing/dunning/board')).body.data as Row[];
  const row = (invoice: { documentId: string }) => board.find(({ documentId }) => documentId === invoice.documentId);
  expect(row(c)).toMatchObject({ call: call?.documentId, last: { day: 1 }, next: { day: 3, on: '2031-08-28' } });
  expect(row(p)).toMatchObject({ pause: { kind: 'promise', until: '2031-09-01' }, next: { on: '2031-09-02' } });
  expect(row(e)).toMatchObject({ pause: { kind: 'exemption', whole: true }, next: null });
  const overdue = board.filter(({ daysOverdue }) => daysOverdue > 0);
  // Here all of it is shown; where there is more, the sum is of all the same.
  expect((await owner.get('/billing/dunning/at-risk')).body.data).toEqual({
    ...{ amount: String(overdue.reduce((sum, { amountDue }) => sum + BigInt(amountDue), 0n)), currency: 'THB' },
    ...{ invoices: overdue.length, customers: new Set(overdue.map(({ customer }) => customer.documentId)).size },
  });
  const record = (body: object) => clerk.post(`/billing/dunning-notices/${call?.documentId}/call`, body);
  expect(codeOf(await record({ outcome: 'promised' }))).toEqual([400, 'dunning.promise_day_missing']);
  expect((await record({ outcome: 'not_reached', note: 'ไม่รับสาย' })).status).toBe(200);
  expect(codeOf(await record({ outcome: 'reached' }))).toEqual([409, 'dunning.not_a_call']);

  await through('2031-08-29');
  const letter = (await told(c.documentId))[1];
  expect(letter).toMatchObject({ channel: 'letter', takenOn: '2031-08-28' });
  const pdf = await clerk.get(`/billing/dunning-notices/${letter?.documentId}/pdf`);
  expect(pdf.headers['content-type']).toContain('application/pdf');
  const queue = (await clerk.get('/billing/print-queue')).body.data as { kind: string; documentId: string }[];
  expect(queue).toContainEqual(expect.objectContaining({ kind: 'dunning-notice', documentId: letter?.documentId }));
  const printed = await clerk.post('/billing/print-queue/print', {
    documents: [{ kind: 'dunning-notice', id: letter?.documentId }],
  });
  expect(printed.status).toBe(201);

  const exemption = row(e) as unknown as { pause: { documentId: string } };
  const end = () => clerk.post(`/billing/dunning-exemptions/${exemption.pause.documentId}/end`, { reason: 'ตกลงใหม่' });
  expect((await end()).status).toBe(200);
  expect(codeOf(await end())).toEqual([409, 'dunning.ended_before']);
  await through('2031-09-03');
  // Of several at once the last speaks.
  for (const [invoice, on] of [
    [p, '2031-09-02'],
    [e, '2031-08-30'],
  ] as const) {
    expect((await noticesOf(invoice.documentId)).map(({ day, state, takenOn }) => [day, state, takenOn])).toEqual([
      [1, 'overtaken', on],
      [3, 'told', on],
    ]);
  }
});

test('a late fee is waived within the limit, and asked for above it; nothing else is', async () => {
  const { documentId: id } = (await clerk.get('/billing/dunning/policies')).body.data[0];
  const steps = [{ day: 1, template: 'dunning-overdue', feePpm: 100_000 }];
  await clerk.put(`/billing/dunning/policies/${id}`, { ...policy, steps });
  const one = await buyer();
  const small = await owe(one.id, '2031-09-10');
  const large = await issue(app, one.id, [line({ unitPrice: 5_000_000n })], { dueDate: '2031-09-10' });
  await through('2031-09-12');
  const feeOf = async (invoice: { documentId: string }) => {
    const [notice] = await told(invoice.documentId);
    const found = await clerk.get(`/billing/invoices?filters[sourceDocumentId][$eq]=${notice?.documentId}`);
    return found.body.data[0] as { documentId: string; total: string };
  };
  const waive = (documentId: string) =>
    clerk.post(`/billing/invoices/${documentId}/waive-fee`, { reason: 'ลูกค้าเก่า' });
  expect(codeOf(await waive(small.documentId))).toEqual([409, 'dunning.not_a_fee']);
  const [little, much] = [await feeOf(small), await feeOf(large)];
  expect([little.total, much.total]).toEqual(['53500', '535000']);
  expect((await waive(little.documentId)).body.data).toMatchObject({ state: 'void' });
  const asked = await waive(much.documentId);
  expect(asked.body.data).toMatchObject({ state: 'open', approval: { documentId: expect.any(String) } });
  const granted = await owner.post(`/platform/approvals/${asked.body.data.approval.documentId}/grant`, {});
  expect(granted.status).toBe(200);
  expect((await clerk.get(`/billing/invoices/${much.documentId}`)).body.data.state).toBe('void');
});

const follow = async (steps: object[], over: object = {}) => {
  const { documentId: id } = (await clerk.get('/billing/dunning/policies')).body.data[0];
  expect((await clerk.put(`/billing/dunning/policies/${id}`, { ...policy, ...over, steps })).status).toBe(200);
};

test('a service comes back with a credit of all, not of a part, once, and never after its end', async () => {
  await follow([
    { day: 1, template: 'dunning-overdue', warns: 'suspend' },
    { day: 8, template: 'dunning-suspended', action: 'suspend', warns: 'terminate' },
    { day: 15, template: 'dunning-ended', action: 'terminate' },
  ]);
  const [one, payer, ended] = [await buyer(), await buyer(), await buyer()];
  const [invoice, paid] = [await owe(one.id, '2031-09-20'), await owe(payer.id, '2031-09-20')];
  const [older, newer] = [await owe(ended.id, '2031-09-20'), await owe(ended.id, '2031-09-24')];
  await through('2031-09-29');
  expect(await events('invoice.suspension_due', one.id)).toEqual([invoice.number]);

  const credit = async ({ documentId }: { documentId: string }, body: object) =>
    expect(
      (await clerk.post(`/billing/invoices/${documentId}/credit-notes`, { reason: 'ตามที่ตกลง', ...body })).status,
    ).toBe(201);
  const lines = await clerk.get(`/billing/invoice-lines?filters[invoice][documentId][$eq]=${invoice.documentId}`);
  await credit(invoice, {
    cause: 'service_short',
    lines: [{ line: lines.body.data[0].documentId, amount: '107000' }],
  });
  expect(await events('invoice.suspension_due', one.id)).toHaveLength(1);
  expect(await events('invoice.resumption_due', one.id)).toEqual([]);
  await credit(invoice, { cause: 'service_not_rendered' });
  expect((await clerk.get(`/billing/invoices/${invoice.documentId}`)).body.data.state).toBe('paid');
  expect(await events('invoice.resumption_due', one.id)).toEqual([invoice.number]);

  await pay(payer.documentId, paid.documentId);
  await credit(paid, { cause: 'service_not_rendered' });
  expect(await events('invoice.resumption_due', payer.id)).toEqual([paid.number]);

  await through('2031-10-06');
  expect(await events('invoice.termination_due', ended.id)).toEqual([older.number]);
  await pay(ended.documentId, older.documentId);
  await pay(ended.documentId, newer.documentId);
  expect(await events('invoice.resumption_due', ended.id)).toEqual([newer.number]);

  // What was said by mail is no paper.
  const [mailed] = await told(newer.documentId);
  const documents = [{ kind: 'dunning-notice', id: mailed?.documentId }];
  expect(mailed?.channel).toBe('mail');
  expect(codeOf(await clerk.post('/billing/print-queue/print', { documents }))).toEqual([404, 'print.unknown']);
});

test('a closed customer is asked for what is owed, and neither charged nor told of a late fee', async () => {
  await follow([{ day: 1, template: 'dunning-overdue', feePpm: 100_000 }]);
  const one = await buyer();
  const invoice = await owe(one.id, '2031-10-10');
  expect((await admin.post(`/crm/customers/${one.documentId}/close`)).status).toBe(200);
  await through('2031-10-12');
  const [notice] = await told(invoice.documentId);
  expect(notice).toMatchObject({ fee: '0', channel: 'mail' });
  expect((await mailsTo(one.id)).map(({ data }) => data.fee)).toEqual(['']);
  const fees = await clerk.get(`/billing/invoices?filters[sourceDocumentId][$eq]=${notice?.documentId}`);
  expect(fees.body.data).toEqual([]);
});

test('a policy begins the morning after it was set; its calls are shown of whoever owes little, too', async () => {
  const steps = [{ day: 1, channel: 'call' }];
  await follow(steps, { active: false });
  const one = await buyer();
  const invoice = await owe(one.id, '2031-10-13');
  await through('2031-10-16');
  await follow(steps);
  await clockTo('2031-10-16T07:00:00Z');
  expect(await told(invoice.documentId)).toEqual([]);
  await through('2031-10-17');
  const [call] = await told(invoice.documentId);
  expect(call).toMatchObject({ channel: 'call', takenOn: '2031-10-17' });

  const { boardCustomers } = await import('../../../plugins/billing/server/src/stores/dunning/board');
  /** Beside none of those who owe most. */
  const toCall = async () => (await boardCustomers(app.platform, '2031-10-17', 0)).map(({ id }) => id);
  expect(await toCall()).toContain(one.id);
  await clerk.post(`/billing/dunning-notices/${call?.documentId}/call`, { outcome: 'reached' }).expect(200);
  expect(await toCall()).not.toContain(one.id);
});

test('a step that is moved to another day is taken no second time; two change places', async () => {
  await follow([
    { day: 1, template: 'dunning-overdue', feePpm: 100_000 },
    { day: 5, template: 'dunning-overdue' },
  ]);
  const one = await buyer();
  const invoice = await owe(one.id, '2031-10-20');
  await through('2031-10-22');
  expect(await told(invoice.documentId)).toMatchObject([{ takenOn: '2031-10-21', fee: '53500' }]);
  const { documentId: id, steps } = (await clerk.get('/billing/dunning/policies')).body.data[0];
  const [first, second] = steps.map(({ documentId, ...rest }: { documentId: string }) => ({
    ...rest,
    step: documentId,
  }));
  const set = (wanted: object[]) => clerk.put(`/billing/dunning/policies/${id}`, { ...policy, steps: wanted });
  const unknown = [400, 'dunning.step_unknown'];
  expect(codeOf(await set([{ ...first, step: 'nosuchstep' }]))).toEqual(unknown);
  expect(codeOf(await set([first, { ...first, day: 9 }]))).toEqual(unknown);
  const swapped = await set([
    { ...first, day: 5 },
    { ...second, day: 1 },
  ]);
  expect(swapped.body.data.steps).toMatchObject([
    { documentId: second.step, day: 1, feePpm: 0 },
    { documentId: first.step, day: 5, feePpm: 100_000 },
  ]);
  await through('2031-10-28');
  expect(await noticesOf(invoice.documentId)).toHaveLength(1);
});

test('on a public holiday nothing is suspended, and debtors are contacted until six', async () => {
  const confirm = (who: Staff, holidays: object[]) => who.put('/platform/holidays', { year: 2031, holidays });
  const holiday = { date: '2031-11-13', name: 'วันหยุดพิเศษ' };
  expect((await confirm(clerk, [holiday])).status).toBe(403);
  expect(codeOf(await confirm(owner, [holiday, holiday]))).toEqual([400, 'holiday.twice']);
  expect(codeOf(await confirm(owner, [{ ...holiday, date: '2032-01-01' }]))).toEqual([400, 'holiday.other_year']);
  const kept = await confirm(owner, [holiday]);
  expect(kept.body.data).toMatchObject({ year: 2031, holidays: [holiday] });
  // A Saturday has its substitute, and the day after New Year’s Eve is of the next year.
  const proposed = (await owner.get('/platform/holidays?year=2033')).body.data.proposed as { date: string }[];
  expect(proposed.map(({ date }) => date)).toEqual(expect.arrayContaining(['2033-01-01', '2033-01-03', '2033-04-13']));
  await follow(
    [
      { day: 1, template: 'dunning-overdue', warns: 'suspend' },
      { day: 8, template: 'dunning-suspended', action: 'suspend' },
    ],
    { workingDays: true },
  );
  const one = await buyer();
  const invoice = await owe(one.id, '2031-11-05');
  await through('2031-11-13');
  expect(await events('invoice.suspension_due', one.id)).toEqual([]);
  await through('2031-11-14');
  expect((await told(invoice.documentId)).map(({ takenOn }) => takenOn)).toEqual(['2031-11-06', '2031-11-14']);

  const { isContactTime } = await import('../../../plugins/billing/server/src/use-cases/dunning/take-steps');
  await confirm(owner, [holiday, { date: '2031-11-17', name: 'วันหยุดพิเศษ' }]);
  for (const [at, may] of [
    ['2031-11-17T10:59:00Z', true],
    ['2031-11-17T11:00:00Z', false],
    ['2031-11-18T12:59:00Z', true],
    ['2031-11-18T13:00:00Z', false],
  ] as const) {
    await clockTo(at);
    expect([at, await isContactTime(app.platform)]).toEqual([at, may]);
  }
});

test('a policy is rehearsed on what was owed and paid: what it would have done, against what was done; nothing is written', async () => {
  await follow(LADDER);
  const [ower, payer, promising] = [await buyer(), await buyer(), await buyer()];
  await through('2032-01-05');
  const owed = await owe(ower.id, '2032-01-20');
  const paid = await owe(payer.id, '2032-01-20');
  const promised = await owe(promising.id, '2032-01-20');
  await through('2032-01-22');
  await clerk.post(`/billing/invoices/${promised.documentId}/promise`, { until: '2032-02-10' }).expect(200);
  await through('2032-01-25');
  await pay(payer.documentId, paid.documentId);
  await through('2032-02-20');
  const { documentId: id } = (await clerk.get('/billing/dunning/policies')).body.data[0];
  const wish = { ...policy, policy: id };
  const before = await app.strapi.db.query('plugin::platform.event').count();
  const rehearse = async (steps: object[], over: object = {}) => {
    const answer = await clerk.post('/billing/dunning-policies/rehearse', { ...wish, ...over, steps });
    expect(answer.status).toBe(200);
    return answer.body.data;
  };
  const named = (answer: { customers: { documentId: string }[] }, who: { documentId: string }) =>
    answer.customers.find(({ documentId }) => documentId === who.documentId);

  // The same ladder would have done what it did.
  const same = await rehearse(LADDER);
  for (const who of [ower, payer, promising]) expect(named(same, who)).toBeUndefined();
  expect(same).toMatchObject({ from: '2031-11-23', to: '2032-02-20', more: false });

  const softer = await rehearse(LADDER.slice(0, 3).map((step) => ({ ...step })));
  expect(named(softer, ower)).toMatchObject({
    would: { contacts: 3, fees: 0, charged: [], suspended: 0, ended: 0 },
    did: { contacts: 6, fees: 1, charged: [{ currency: 'THB', amount: '18025' }], suspended: 1, ended: 1 },
  });
  expect(named(softer, payer)).toBeUndefined();
  // Charged two days after it was due, before the payment and the promise.
  const harder = await rehearse([{ day: 1, template: 'dunning-overdue', feeAmount: '5000' }, ...LADDER.slice(3)]);
  for (const who of [payer, promising]) {
    expect(named(harder, who)).toMatchObject({ would: { fees: who === payer ? 1 : 2 }, did: {} });
  }
  expect(harder.would.charged[0].currency).toBe('THB');
  expect(codeOf(await clerk.post('/billing/dunning-policies/rehearse', { ...wish, steps: [] }))).toEqual([
    400,
    'dunning.no_steps',
  ]);
  expect((await owner.post('/billing/dunning-policies/rehearse', { ...wish, steps: LADDER })).status).toBe(403);
  expect(await app.strapi.db.query('plugin::platform.event').count()).toBe(before);
  expect(await told(owed.documentId)).toHaveLength(6);
});

test('notices of more invoices are read than a statement has parameters', async () => {
  const { noticesOf: stored } = await import('../../../plugins/billing/server/src/stores/dunning/facts');
  const many = Array.from({ length: 70_000 }, (_, index) => index + 1);
  const count = await app.strapi.db.query('plugin::billing.dunning-notice').count();
  expect(await stored(app.platform, many)).toHaveLength(count);
});

test('what the database refuses: a second notice of a step, a second contact of a day, a notice that was changed', async () => {
  const [notice] = await app.platform.rows.find<Record<string, unknown>>(
    'plugin::billing.dunning-notice',
    (query, column) => void query.where(column('leads'), true).limit(1),
  );
  const { id, documentId: _, ...copy } = notice as Record<string, unknown> & { id: number };
  const insert = (over: object) =>
    app.platform.transaction(() => app.platform.rows.insert('plugin::billing.dunning-notice', [{ ...copy, ...over }]));
  // By its words: the class of an error of SQLite is that of whoever loaded it first.
  const refused = (words: RegExp) => ({ message: expect.stringMatching(words) });
  await expect(insert({ leads: false })).rejects.toMatchObject(refused(/unique/i));
  await expect(
    app.platform.transaction(() => app.platform.rows.update('plugin::billing.dunning-notice', [{ id, day: 99 }])),
  ).rejects.toMatchObject(refused(/frozen/));
});
