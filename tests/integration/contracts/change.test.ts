import { type App, bootApp, type Member, type Staff } from '../../support/app';
import { companyMember, customerOf, proofOf } from '../billing/support';
import { openShop, placeOrder, type Shop } from '../sales/shop';
import { asked, type Contract, contractDesk, own, pay, refused } from './support';

let app: App;
let shop: Shop;
let owner: Staff;
let desk: ReturnType<typeof contractDesk>;
let member: Member;
let other: Member;
let customer: { id: number; documentId: string };
let plus: { product: string; price: string };

beforeAll(async () => {
  app = await bootApp();
  shop = await openShop(app);
  const [made] = await shop.service.createProducts([
    {
      ...{ name: 'ดูแลเว็บไซต์พลัส', kind: 'service', unit: 'งวด', incomeKind: 'service' },
      prices: [{ unitPrice: 200_000n, per: 'month' }],
    },
  ]);
  plus = { product: made?.documentId ?? '', price: made?.prices[0]?.documentId ?? '' };
  owner = await app.staff('owner');
  desk = contractDesk(app, await app.staff());
  [member, other] = [await companyMember(app), await companyMember(app)];
  customer = await customerOf(app, member);
});
afterAll(() => app?.close());
afterEach(async () => expect(await proofOf(app)).toEqual([]));

interface Preview {
  charge: string;
  credit: string;
  fee: string;
  sentence: string;
  lines: { from: string; until: string | null; billed: string; costs: string; charge: string; credit: string }[];
}
interface Line {
  documentId: string;
  description: string;
  startsOn: string;
  endsOn: string | null;
  unitPrice: string;
  quantity: string;
}
interface Invoice {
  documentId: string;
  number: string;
  state: string;
  net: string;
  total: string;
  amountDue: string;
}

const care = (over: object = {}) => ({ description: 'ดูแลระบบ', unitPrice: '100000', unit: 'งวด', ...over });
const linesOf = ({ documentId }: { documentId: string }): Promise<Line[]> =>
  asked(owner.get(`/contracts/contract-lines?filters[contract][documentId][$eq]=${documentId}&sort=position:asc`));
const living = async (of: { documentId: string }) =>
  (await linesOf(of))
    .filter(({ startsOn, endsOn }) => endsOn === null || endsOn >= startsOn)
    .map(({ unitPrice, quantity, startsOn, endsOn }) => [unitPrice, quantity, startsOn, endsOn]);
const lineOf = async (of: { documentId: string }): Promise<string> => (await linesOf(of)).at(-1)?.documentId ?? '';
const periodsOf = async ({ documentId }: { documentId: string }) =>
  (await desk.periods(documentId)).map(({ startsOn, endsOn, state, amount }) => [startsOn, endsOn, state, amount]);
const invoicesOf = ({ documentId }: { documentId: string }): Promise<Invoice[]> =>
  asked(owner.get(`/billing/invoices?filters[sourceDocumentId][$eq]=${documentId}&sort=id:asc`));
const creditsOf = (invoice: { documentId: string } | null | undefined) =>
  asked<{ net: string; total: string; taxedNet: string; originals: { number: string }[] }[]>(
    owner.get(`/billing/credit-notes?filters[invoice][documentId][$eq]=${invoice?.documentId}&sort=id:asc`),
  );
/** What the invoices of a contract asked for, and what of it notes left. */
async function settledOf(of: { documentId: string }): Promise<[bigint, bigint]> {
  const invoices = (await invoicesOf(of)).filter(({ state }) => state !== 'void');
  const notes = (await Promise.all(invoices.map(creditsOf))).flat();
  const sum = (some: readonly { net: string }[]) => some.reduce((all, { net }) => all + BigInt(net), 0n);
  return [sum(invoices), sum(invoices) - sum(notes)];
}
/** The run bills what is due. */
const minute = () => asked(owner.post('/platform/clock', { advance: 'PT1M' }));
/** So many days of a period, half up. */
const part = (price: bigint, days: bigint, of: bigint): bigint => (2n * price * days + of) / (2n * of);
const url = ({ documentId }: { documentId: string }, more = '') => `/contracts/contracts/${documentId}/change${more}`;
const change = (of: { documentId: string }, body: object): Promise<Contract> => asked(owner.post(url(of), body));
const preview = (of: { documentId: string }, body: object): Promise<Preview> =>
  asked(owner.post(url(of, '/preview'), body, { 'Accept-Language': 'en' }));
const credit = async (of: Member): Promise<string> =>
  (await asked<{ credit: string }>(of.get('/api/billing/account'))).credit;

/** A contract of a paid order, whose first month is paid. */
async function bought(price: {
  product: string;
  price: string;
}): Promise<Contract & { invoice: { documentId: string } }> {
  const before = await asked<Contract[]>(own(member, 'contracts?pagination[pageSize]=100'));
  const known = new Set(before.map(({ documentId }) => documentId));
  const order = await placeOrder(member, [{ ...price, quantity: '1' }]);
  await pay(owner, customer.documentId, order.invoice, desk.today());
  const all = await asked<Contract[]>(own(member, 'contracts?pagination[pageSize]=100'));
  const made = all.find(({ documentId }) => !known.has(documentId));
  if (!made) throw new Error('no contract');
  return { ...made, invoice: order.invoice };
}
const monthly = () => ({ product: shop.care, price: shop.careMonthly });
const done = (of: { documentId: string }) => desk.act(of.documentId, 'cancel', { ending: 'now' });

test('a paid March is changed to a dearer plan on the 11th: one invoice of the difference; changed back, nothing remains', async () => {
  await desk.turnTo('2030-03-01');
  const made = await bought(monthly());
  await desk.turnTo('2030-03-11');
  const wish = { lines: [{ line: await lineOf(made), ...plus }] };
  const said = await asked<Preview>(member.post(`/api${url(made, '/preview')}`, wish, { 'Accept-Language': 'en' }));
  expect(said).toMatchObject({ charge: '67742', credit: '0', fee: '0' });
  expect(said.lines).toEqual([
    expect.objectContaining({ from: '2030-03-11', until: '2030-03-31', billed: '67742', costs: '135484' }),
  ]);
  expect(said.sentence).toBe(
    'From 11 Mar 2030, ดูแลเว็บไซต์ (รายเดือน) becomes ดูแลเว็บไซต์พลัส: until 31 Mar 2030 it costs 1,354.84 THB, less 677.42 THB that was billed for the same days at the old price; 677.42 THB before VAT is charged.',
  );
  const thai = await asked<Preview>(member.post(`/api${url(made, '/preview')}`, wish, { 'Accept-Language': 'th' }));
  expect(thai.sentence).toContain('เรียกเก็บเพิ่ม 677.42');
  expect(await invoicesOf(made)).toEqual([]);

  // A double click, and the same request once more.
  const key = { 'Idempotency-Key': 'change-once' };
  const twice = await Promise.all([1, 2].map(() => member.post(`/api${url(made)}`, wish, key)));
  for (const { status } of twice) expect([200, 409]).toContain(status);
  expect((await member.post(`/api${url(made)}`, wish, key)).status).toBe(200);
  const [difference, ...more] = await invoicesOf(made);
  expect([difference?.state, difference?.total, more]).toEqual(['open', '72484', []]);
  expect(await periodsOf(made)).toEqual([
    ['2030-03-01', '2030-03-31', 'billed', '100000'],
    ['2030-03-11', '2030-03-31', 'billed', '135484'],
  ]);
  expect(await living(made)).toEqual([
    ['100000', '1', '2030-03-01', '2030-03-10'],
    ['200000', '1', '2030-03-11', null],
  ]);
  const [explained] = await asked<{ sentences: string[]; agrees: boolean }[]>(
    owner.get(`/billing/invoices/${difference?.documentId}/explanation?lang=en`),
  );
  expect(explained?.agrees).toBe(true);
  expect(explained?.sentences.join(' ')).toMatch(
    /21 of the 31 days.*1,354\.84.*677\.42 was billed before.*Less that: 677\.42/,
  );

  const back = { lines: [{ line: await lineOf(made), ...monthly() }] };
  const undone = await asked<Preview>(member.post(`/api${url(made, '/preview')}`, back, { 'Accept-Language': 'en' }));
  expect(undone).toMatchObject({ charge: '0', credit: '0' });
  expect(undone.sentence).toContain('goes on as it was: the change is undone, and its invoice is void');
  await asked(member.post(`/api${url(made)}`, back));
  const [voided, ...others] = await invoicesOf(made);
  expect([voided?.state, voided?.number, others]).toEqual(['void', difference?.number, []]);
  expect(await living(made)).toEqual([['100000', '1', '2030-03-01', null]]);
  expect((await periodsOf(made)).map(([, , state]) => state)).toEqual(['billed', 'undone']);
  expect(await creditsOf(made.invoice)).toEqual([]);
  await desk.turnTo('2030-04-02');
  expect((await periodsOf(made)).at(-1)).toEqual(['2030-04-01', '2030-04-30', 'billed', '100000']);
  const events = await asked<{ name: string; before: { plan: string }; after: { plan: string } }[]>(
    owner.get(`/platform/timeline?type=plugin::contracts.contract&subject=${made.documentId}`),
  );
  const told = events.filter(({ name }) => name === 'contract.changed');
  expect(told.length).toBe(2);
  await done(made);
});

test('a smaller plan of a paid month gives a credit note naming its tax invoice, and each later change goes on from there', async () => {
  await desk.turnTo('2030-05-01');
  const made = await bought(plus);
  await desk.turnTo('2030-05-11');
  const wish = { lines: [{ line: await lineOf(made), ...monthly() }] };
  expect(await preview(made, wish)).toMatchObject({ charge: '0', credit: '67742' });
  await asked(member.post(`/api${url(made)}`, wish));
  const [note, ...none] = await creditsOf(made.invoice);
  expect([note?.total, note?.taxedNet, note?.originals.length, none]).toEqual(['72484', '67742', 1, []]);
  const spendable = await credit(member);
  expect(BigInt(spendable)).toBe(72_484n);

  // Eleven days of the new month are left: 354.84 of 1,000.00, 709.68 of 2,000.00.
  await desk.turnTo('2030-05-21');
  await change(made, { lines: [{ line: await lineOf(made), ...plus }] });
  expect((await invoicesOf(made)).map(({ total }) => total)).toEqual(['37968']);
  expect(await living(made)).toEqual([
    ['200000', '1', '2030-05-01', '2030-05-10'],
    ['100000', '1', '2030-05-11', '2030-05-20'],
    ['200000', '1', '2030-05-21', null],
  ]);
  // Five days come back when it ends on the 26th: of the invoice of the last difference first.
  await desk.turnTo('2030-05-26');
  await done(made);
  const [last] = await invoicesOf(made);
  expect((await creditsOf(last)).map(({ total }) => total)).toEqual(['34516']);
  expect((await creditsOf(made.invoice)).length).toBe(1);
});

test('a smaller plan of an unpaid month lowers its invoice and leaves nothing to spend', async () => {
  // Whoever has something over pays with it.
  const owing = await companyMember(app);
  const { documentId } = await customerOf(app, owing);
  const made = await desk.make(documentId, [care({ unitPrice: '200000' })], { startsOn: '2030-06-01' });
  await desk.turnTo('2030-06-11');
  await change(made, { lines: [{ line: await lineOf(made), unitPrice: '100000' }] });
  const [june] = await invoicesOf(made);
  // 20 of 30 days.
  expect([june?.total, june?.amountDue]).toEqual(['214000', String(214_000n - 71_333n)]);
  expect((await creditsOf(june)).map(({ total, taxedNet }) => [total, taxedNet])).toEqual([['71333', '0']]);
  expect(await credit(owing)).toBe('0');
  // And back: what was lowered is asked for again.
  await change(made, { lines: [{ line: await lineOf(made), unitPrice: '200000' }] });
  expect((await invoicesOf(made)).map(({ total }) => total)).toEqual(['214000', '71333']);
  await done(made);
});

test('planned for the end of the period, it is billed at the new price then; a planned one is withdrawn or replaced', async () => {
  await desk.turnTo('2030-07-01');
  const made = await desk.make(customer.documentId, [care()], { startsOn: '2030-07-01' });
  await desk.turnTo('2030-07-10');
  const line = await lineOf(made);
  const wish = (unitPrice: string, when = 'period_end') => ({ when, lines: [{ line, unitPrice }] });
  expect(await preview(made, wish('150000'))).toMatchObject({ charge: '0', credit: '0' });
  await change(made, wish('150000'));
  expect(await living(made)).toEqual([
    ['100000', '1', '2030-07-01', '2030-07-31'],
    ['150000', '1', '2030-08-01', null],
  ]);
  // Thought better of: it goes on as it was.
  expect((await preview(made, wish('100000'))).sentence).toContain('the change that was planned is withdrawn');
  await change(made, wish('100000'));
  expect(await living(made)).toEqual([['100000', '1', '2030-07-01', null]]);
  await change(made, wish('150000'));
  // Another change before that day takes its place.
  await change(made, wish('130000', 'now'));
  expect(await living(made)).toEqual([
    ['100000', '1', '2030-07-01', '2030-07-09'],
    ['130000', '1', '2030-07-10', null],
  ]);
  await change(made, wish('140000', 'now'));
  await desk.turnTo('2030-08-02');
  expect((await periodsOf(made)).at(-1)).toEqual(['2030-08-01', '2030-08-31', 'billed', '140000']);

  // What is to take over after the last day never does.
  const follower = await lineOf(made);
  await change(made, { when: 'period_end', lines: [{ line: follower, unitPrice: '90000' }] });
  await desk.act(made.documentId, 'cancel', { ending: 'period_end' });
  expect(await desk.read(made.documentId)).toMatchObject({ endsOn: '2030-08-31', nextBillOn: null });
  expect((await living(made)).at(-1)).toEqual(['140000', '1', '2030-07-10', '2030-08-31']);
});

test('what is billed in arrears is cut at the change and billed for its own days, and nothing is credited', async () => {
  await desk.turnTo('2030-09-01');
  const made = await desk.make(customer.documentId, [care({ billedIn: 'arrears' })], { startsOn: '2030-09-01' });
  await desk.turnTo('2030-09-11');
  expect(await preview(made, { lines: [{ line: await lineOf(made), quantity: '3' }] })).toMatchObject({
    ...{ charge: '0', credit: '0' },
  });
  await change(made, { lines: [{ line: await lineOf(made), quantity: '3' }] });
  await desk.turnTo('2030-10-02');
  expect(await periodsOf(made)).toEqual([
    ['2030-09-01', '2030-09-10', 'billed', '33333'],
    ['2030-09-11', '2030-09-30', 'billed', '200000'],
  ]);
  await done(made);
});

test('changed twice on a day when its days until then were billed meanwhile: each day is billed once, at its own price', async () => {
  await desk.turnTo('2030-10-03');
  const arrears = care({ billedIn: 'arrears', cycle: { unit: 'day', count: 20 } });
  const [back, dearer] = [
    await desk.make(customer.documentId, [arrears], { startsOn: '2030-10-03' }),
    await desk.make(customer.documentId, [arrears], { startsOn: '2030-10-03' }),
  ];
  await desk.turnTo('2030-10-13');
  for (const one of [back, dearer]) {
    await change(one, { lines: [{ line: await lineOf(one), unitPrice: '200000' }] });
    await minute();
    expect(await periodsOf(one)).toEqual([['2030-10-03', '2030-10-12', 'billed', '50000']]);
  }
  for (const [one, unitPrice] of [
    [back, '100000'],
    [dearer, '300000'],
  ] as const) {
    const wish = { lines: [{ line: await lineOf(one), unitPrice }] };
    expect(await preview(one, wish)).toMatchObject({ charge: '0', credit: '0' });
    await change(one, wish);
  }
  await desk.turnTo('2030-10-24');
  const first = ['2030-10-03', '2030-10-12', 'billed', '50000'];
  expect(await periodsOf(back)).toEqual([first, ['2030-10-13', '2030-10-22', 'billed', '50000']]);
  expect(await periodsOf(dearer)).toEqual([first, ['2030-10-13', '2030-10-22', 'billed', '150000']]);
  for (const one of [back, dearer]) await done(one);
});

test('another cycle gives back the rest and begins anew; a line joins the periods of the others and is taken off', async () => {
  await desk.turnTo('2030-11-01');
  const made = await desk.make(customer.documentId, [care()], { startsOn: '2030-11-01' });
  await desk.turnTo('2030-11-16');
  const extra = { description: 'สำรองข้อมูล', unitPrice: '60000' };
  expect(await preview(made, { add: [extra] })).toMatchObject({ charge: '30000', credit: '0' });
  await change(made, { add: [extra], reason: 'ลูกค้าขอเพิ่ม' });
  await desk.turnTo('2030-11-17');
  expect((await periodsOf(made)).at(-1)).toEqual(['2030-11-16', '2030-11-30', 'billed', '30000']);
  const [, added] = await linesOf(made);
  // 14 of 30 days come back.
  expect(await preview(made, { remove: [added?.documentId] })).toMatchObject({ charge: '0', credit: '28000' });
  await change(made, { remove: [added?.documentId] });
  expect((await creditsOf((await invoicesOf(made)).at(-1))).map(({ net }) => net)).toEqual(['28000']);
  const [main] = await linesOf(made);
  expect(await refused(owner.post(url(made), { remove: [main?.documentId] }))).toEqual([
    ...[409, 'contract.change_last_line', 'remove'],
  ]);
  const yearly = { lines: [{ line: main?.documentId, product: shop.care, price: shop.careYearly }] };
  // 14 days of November come back, and a year is charged.
  expect(await preview(made, yearly)).toMatchObject({ charge: '1000000', credit: '46667' });
  await change(made, yearly);
  await desk.turnTo('2030-11-18');
  expect((await periodsOf(made)).at(-1)).toEqual(['2030-11-17', '2031-11-16', 'billed', '1000000']);
  await done(made);
});

test('promising less before the minimum term costs its share of the fee, and undone it costs nothing', async () => {
  await desk.turnTo('2031-01-01');
  const fee = { kind: 'percent', value: '300000' };
  const made = await desk.make(customer.documentId, [care({ minimumMonths: 24, fee })], { startsOn: '2031-01-01' });
  await desk.turnTo('2031-10-15');
  const line = await lineOf(made);
  const lower = { when: 'period_end', lines: [{ line, unitPrice: '50000' }] };
  // 14 months at 500.00 less: 30 per cent of 7,000.00.
  const said = await preview(made, lower);
  expect(said).toMatchObject({ charge: '0', credit: '0', fee: '210000' });
  expect(said.sentence).toContain('lowering it before the minimum term is over costs 2,100.00');
  await change(made, lower);
  const feeInvoice = (await invoicesOf(made)).at(-1);
  expect([feeInvoice?.total, feeInvoice?.state]).toEqual(['210000', 'open']);
  await change(made, { when: 'period_end', lines: [{ line, unitPrice: '100000' }] });
  expect((await invoicesOf(made)).find(({ number }) => number === feeInvoice?.number)?.state).toBe('void');
  await change(made, lower);
  await desk.turnTo('2031-11-01');
  // What is left then: 30 per cent of 14 months at 500.00, but for today.
  const leaving = await asked<{ fee: string }>(
    owner.post(`/contracts/contracts/${made.documentId}/cancel/preview`, { ending: 'period_end' }),
  );
  expect(leaving.fee).toBe('195000');
  await done(made);
});

test('a change whose invoice is void is billed anew by the run; an invoice that a change rests on stays', async () => {
  await desk.turnTo('2032-03-01');
  const made = await desk.make(customer.documentId, [care()], { startsOn: '2032-03-01' });
  await desk.turnTo('2032-03-11');
  await change(made, { lines: [{ line: await lineOf(made), unitPrice: '200000' }] });
  const [first, second] = await invoicesOf(made);
  const toVoid = (invoice: Invoice | undefined) =>
    owner.post(`/billing/invoices/${invoice?.documentId}/void`, { reason: 'wrong' });
  expect(await refused(toVoid(first))).toEqual([409, 'contract.invoice_carries', undefined]);
  await asked(toVoid(second));
  await desk.turnTo('2032-03-12');
  expect((await creditsOf(first)).map(({ net }) => net)).toEqual(['67742']);
  const all = await invoicesOf(made);
  expect(all.map(({ state, total }) => [state, total])).toEqual([
    ['open', '107000'],
    ['void', '72484'],
    ['open', '144968'],
  ]);
  await done(made);
});

test('on a joint invoice only its own line is lowered; off meanwhile, what was changed comes back from its invoices', async () => {
  await desk.turnTo('2032-04-01');
  const together = { startsOn: '2032-04-01', billedTogether: true };
  const [one, two] = [
    await desk.make(customer.documentId, [care({ unitPrice: '200000', whileSuspended: 'stop' })], together),
    await desk.make(customer.documentId, [care()], together),
  ];
  await desk.turnTo('2032-04-11');
  const [april] = await desk.periods(one.documentId);
  expect(april?.invoice?.documentId).toBe((await desk.periods(two.documentId))[0]?.invoice?.documentId);
  // 20 of 30 days, dearer by 1,000.00, and cheaper by as much on the other contract.
  await change(one, { lines: [{ line: await lineOf(one), unitPrice: '300000' }] });
  await change(two, { lines: [{ line: await lineOf(two), unitPrice: '0' }] });
  expect((await creditsOf(april?.invoice)).map(({ net }) => net)).toEqual(['66667']);
  const difference = (await invoicesOf(one)).at(-1);
  expect(difference?.total).toBe('71334');
  await desk.act(one.documentId, 'suspend', { reason: 'ปิดปรับปรุง' });
  await desk.turnTo('2032-04-26');
  await desk.act(one.documentId, 'resume');
  // 15 of 30 days at 3,000.00: all of the difference, and the rest of the invoice that asked for April.
  expect((await creditsOf(difference)).map(({ net }) => net)).toEqual(['66667']);
  expect((await creditsOf(april?.invoice)).map(({ net }) => net)).toEqual(['66667', '83333']);
  for (const each of [one, two]) await done(each);
});

test('two at once come one after the other, and no day has two lines', async () => {
  await desk.turnTo('2032-05-01');
  const made = await desk.make(customer.documentId, [care()], { startsOn: '2032-05-01' });
  await desk.turnTo('2032-05-11');
  const line = await lineOf(made);
  const send = (unitPrice: string) => owner.post(url(made), { lines: [{ line, unitPrice }] });
  const answers = await Promise.all([send('150000'), send('150000'), send('180000'), send('120000')]);
  // The same twice is one change where nothing comes between them.
  const refusals = answers.filter(({ status }) => status !== 200).map(({ status }) => status);
  expect([[], [409]]).toContainEqual(refusals);
  const lines = await living(made);
  expect(lines.map(([, , startsOn, endsOn]) => [startsOn, endsOn])).toEqual([
    ['2032-05-01', '2032-05-10'],
    ['2032-05-11', null],
  ]);
  const open = (await invoicesOf(made)).filter(({ state }) => state === 'open');
  const credits = (await Promise.all(open.map(creditsOf))).flat();
  const net = (total: string) => BigInt(total);
  const asks = open.reduce((all, { total }) => all + net(total), 0n);
  const back = credits.reduce((all, { total }) => all + net(total), 0n);
  // 10 of 31 days at the old price, 21 at the last, and their VAT.
  const last = (BigInt(String(lines[1]?.[0])) * 21n * 107n + 1_550n) / 3_100n;
  const due = 34_516n + last;
  const gap = asks - back - due;
  expect(gap >= -2n && gap <= 2n).toBe(true);
  await done(made);
});

test('what cannot be is refused where it is wrong, and what is another’s is not there', async () => {
  await desk.turnTo('2032-07-01');
  const made = await bought(monthly());
  const line = await lineOf(made);
  const to = (body: object) => refused(owner.post(url(made), body));
  const mine = (body: object) => refused(member.post(`/api${url(made)}`, body));
  const changed = (over: object) => ({ lines: [{ line, ...over }] });
  expect(await to({})).toEqual([400, 'contract.change_nothing', 'lines']);
  expect(await to(changed({}))).toEqual([409, 'contract.same_plan', 'lines.0.line']);
  expect(await to(changed(monthly()))).toEqual([409, 'contract.same_plan', 'lines.0.line']);
  expect(await to(changed({ quantity: '0' }))).toEqual([400, 'contract.quantity_not_positive', 'lines.0.quantity']);
  expect(await to(changed({ quantity: '1.5' }))).toEqual([400, 'contract.quantity_step', 'lines.0.quantity']);
  expect(await to(changed({ unitPrice: '1', discount: '2' }))).toEqual([
    ...[400, 'contract.discount_out_of_range', 'lines.0.discount'],
  ]);
  expect(await to({ on: '2032-06-30', ...changed({ quantity: '2' }) })).toEqual([400, 'contract.change_in_past', 'on']);
  expect(await to({ on: '2032-07-09', when: 'period_end', ...changed({ quantity: '2' }) })).toEqual([
    ...[400, 'contract.change_day_twice', 'on'],
  ]);
  expect(await to(changed({ product: shop.camera }))).toEqual([400, 'contract.not_recurring', 'lines.0.product']);
  expect(await to(changed({ product: shop.closed }))).toEqual([409, 'order.product_closed', 'lines.0.product']);
  expect(await to(changed({ product: 'nosuchproduct' }))).toEqual([400, 'order.product_unknown', 'lines.0.product']);
  expect(await to({ lines: [{ line: 'nosuchline', quantity: '2' }] })).toEqual([
    ...[404, 'contract.line_unknown', 'lines.0.line'],
  ]);
  expect(await to({ lines: [changed({ quantity: '2' }).lines[0], changed({ quantity: '3' }).lines[0]] })).toEqual([
    ...[400, 'contract.change_twice', 'lines.1.line'],
  ]);

  // What staff alone agree on.
  expect(await mine(changed({ unitPrice: '1' }))).toEqual([409, 'contract.not_yours_to_change', 'lines.0']);
  expect(await mine({ remove: [line] })).toEqual([409, 'contract.not_yours_to_change', 'remove']);
  expect(await mine({ add: [care()] })).toEqual([409, 'contract.not_yours_to_change', 'add']);
  expect(await mine({ on: '2032-07-09', ...changed({ quantity: '2' }) })).toEqual([
    ...[409, 'contract.not_yours_to_change', 'on'],
  ]);
  for (const path of ['', '/preview']) {
    const stranger = await other.post(`/api${url(made, path)}`, changed({ quantity: '2' }));
    expect(stranger.status).toBe(404);
  }
  const technician = await app.staff('technician');
  expect((await technician.post(url(made), changed({ quantity: '2' }))).status).toBe(403);

  const byHand = await desk.make(customer.documentId, [care()], {
    startsOn: '2032-07-01',
    termMonths: 1,
    noticeDays: 5,
  });
  const theirs = { lines: [{ line: await lineOf(byHand), quantity: '2' }] };
  expect(await refused(member.post(`/api${url(byHand)}`, theirs))).toEqual([
    ...[409, 'contract.not_yours_to_change', 'lines.0.line'],
  ]);
  expect(await refused(owner.post(url(byHand), { on: '2032-08-01', ...theirs }))).toEqual([
    ...[409, 'contract.change_beyond_end', 'lines.0.line'],
  ]);
  const early = { on: '2032-07-03', remove: [await lineOf(byHand)] };
  expect(await refused(owner.post(url(byHand), early))).toEqual([409, 'contract.change_in_notice', 'on']);
  await change(byHand, theirs);
  await desk.turnTo('2032-07-02');
  expect(await refused(owner.post(url(byHand), theirs))).toEqual([409, 'contract.line_closed', 'lines.0.line']);

  await desk.act(made.documentId, 'suspend', { reason: 'ปิดปรับปรุง' });
  expect(await to(changed({ quantity: '2' }))).toEqual([409, 'contract.change_suspended', undefined]);
  await desk.act(made.documentId, 'resume');
  await done(made);
  await desk.turnTo('2032-07-04');
  expect(await to(changed({ quantity: '2' }))).toEqual([409, 'contract.not_active', undefined]);
});

test('what shifts and was planned takes over as many days later as it was off', async () => {
  await desk.turnTo('2032-09-01');
  const made = await desk.make(customer.documentId, [care({ whileSuspended: 'shift' })], { startsOn: '2032-09-01' });
  await desk.turnTo('2032-09-10');
  await change(made, { when: 'period_end', lines: [{ line: await lineOf(made), unitPrice: '150000' }] });
  await desk.turnTo('2032-09-11');
  await desk.act(made.documentId, 'suspend', { reason: 'ปิดปรับปรุง' });
  await desk.turnTo('2032-09-21');
  await desk.act(made.documentId, 'resume');
  expect(await living(made)).toEqual([
    ['100000', '1', '2032-09-01', '2032-10-10'],
    ['150000', '1', '2032-10-11', null],
  ]);
  await desk.turnTo('2032-10-12');
  expect((await periodsOf(made)).at(-1)).toEqual(['2032-10-11', '2032-11-10', 'billed', '150000']);
  await done(made);
});

test('a quantity that changes on the day of an upgrade costs the price of the upgrade', async () => {
  await desk.turnTo('2034-03-01');
  const made = await bought(monthly());
  await desk.turnTo('2034-03-11');
  await change(made, { lines: [{ line: await lineOf(made), ...plus }] });
  await change(made, { lines: [{ line: await lineOf(made), quantity: '2' }] });
  expect(await living(made)).toEqual([
    ['100000', '1', '2034-03-01', '2034-03-10'],
    ['200000', '2', '2034-03-11', null],
  ]);
  // 21 of 31 days of 4,000.00, less those of 1,000.00.
  const open = (await invoicesOf(made)).filter(({ state }) => state === 'open');
  expect(open.map(({ total }) => total)).toEqual([String(Math.round(((270_968 - 67_742) * 107) / 100))]);
  await desk.turnTo('2034-04-02');
  expect((await periodsOf(made)).at(-1)).toEqual(['2034-04-01', '2034-04-30', 'billed', '400000']);
  await done(made);
});

test('what two bills asked for one period comes back from both: renewed within it, changed, and changed again', async () => {
  await desk.turnTo('2034-04-30');
  const quarterly = care({ unitPrice: '99450', quantity: '4', cycle: { unit: 'quarter', count: 1 }, leadDays: 5 });
  const made = await desk.make(customer.documentId, [quarterly], { termMonths: 2, noticeDays: 7 });
  // The quarter lies in two terms, and is billed in two parts.
  await desk.act(made.documentId, 'renew');
  await minute();
  await change(made, { when: 'now', lines: [{ line: await lineOf(made), quantity: '3' }] });
  await desk.turnTo('2034-05-01');
  await change(made, { when: 'now', lines: [{ line: await lineOf(made), unitPrice: '9040' }] });
  expect(await settledOf(made)).toEqual([397_800n, part(298_350n, 1n, 91n) + part(27_120n, 90n, 91n)]);
});

test('changed again after something was given back, and again: no day’s money comes back twice', async () => {
  await desk.turnTo('2034-07-14');
  const made = await desk.make(customer.documentId, [care({ unitPrice: '92830', quantity: '2' })]);
  await desk.turnTo('2034-07-15');
  const [first] = await invoicesOf(made);
  await pay(owner, customer.documentId, first ?? { documentId: '', total: '' }, '2034-07-15');
  const now = async (body: object) => change(made, { when: 'now', lines: [{ line: await lineOf(made), ...body }] });
  await now({ quantity: '0.5' });
  await now({ unitPrice: '136060' });
  await now({ quantity: '7' });
  const day = part(185_660n, 1n, 31n);
  const [, cost] = await settledOf(made);
  expect(cost).toBe(day + part(136_060n * 7n, 30n, 31n));
  // A year has other periods: what was asked for before comes back whole, and once, whatever follows.
  await now({ product: shop.care, price: shop.careYearly });
  await minute();
  expect((await settledOf(made))[1]).toBe(day + 7n * 1_000_000n);
  await now({ product: plus.product, price: plus.price });
  await minute();
  expect((await settledOf(made))[1]).toBe(day + 7n * 200_000n);
});

test('staff change a price from a day to come: as it was until then, as agreed from then on, and the preview says so', async () => {
  await desk.turnTo('2035-01-01');
  const made = await desk.make(customer.documentId, [care()]);
  // Within the second period: nine days of it at the price that was.
  const on = '2035-02-10';
  const wish = { on, lines: [{ line: await lineOf(made), unitPrice: '160000' }], reason: 'ปรับราคาประจำปี' };
  const said = await preview(made, wish);
  expect(said).toMatchObject({ credit: '0', charge: '0' });
  expect(said.sentence).toBe(
    'From 10 Feb 2035, ดูแลระบบ (1,000.00) becomes ดูแลระบบ (1,600.00): nothing is charged and nothing comes back now.',
  );
  await change(made, wish);
  expect(await living(made)).toEqual([
    ['100000', '1', '2035-01-01', '2035-02-09'],
    ['160000', '1', on, null],
  ]);
  const january = ['2035-01-01', '2035-01-31', 'billed', '100000'];
  // 9 of 28 days at 1,000.00 and 19 at 1,600.00, on one invoice.
  const february = [
    ['2035-02-01', '2035-02-09', 'billed', '32143'],
    ['2035-02-10', '2035-02-28', 'billed', '108571'],
  ];
  await minute();
  expect(await periodsOf(made)).toEqual([january]);
  await desk.turnTo('2035-02-01');
  expect(await periodsOf(made)).toEqual([january, ...february]);
  await desk.turnTo('2035-03-01');
  expect(await periodsOf(made)).toEqual([january, ...february, ['2035-03-01', '2035-03-31', 'billed', '160000']]);
  expect((await invoicesOf(made)).map(({ net }) => net)).toEqual(['100000', '140714', '160000']);
  await done(made);
});

test('another quantity costs by the tiers of the price it was bought at, whatever is on sale by then', async () => {
  await desk.turnTo('2036-01-01');
  const tiers = [
    { from: '1', unitPrice: '10000' },
    { from: '11', unitPrice: '9000' },
    { from: '51', unitPrice: '8000' },
  ];
  const [stepped] = await shop.service.createProducts([
    {
      ...{ name: 'ดูแลเครื่องลูกข่าย', kind: 'service', unit: 'เครื่อง', incomeKind: 'service' },
      prices: [{ model: 'graduated', unitPrice: 10_000n, tiers, per: 'month' }],
    },
  ]);
  const product = stepped?.documentId ?? '';
  const price = stepped?.prices[0]?.documentId ?? '';
  const buy = async (quantity: string) => {
    const ordered = await placeOrder(member, [{ product, price, quantity }]);
    await pay(owner, customer.documentId, ordered.invoice, desk.today());
    const [made] = await asked<Contract[]>(own(member, 'contracts?sort=id:desc'));
    return made as Contract;
  };
  const ten = await buy('10');
  const sixty = await buy('60');
  // What is on sale is dearer by now: another price, and only for who buys now.
  await asked(
    owner.put(`/sales/products/${product}`, { prices: [{ documentId: price, model: 'fixed', unitPrice: '77700' }] }),
  );

  await desk.turnTo('2036-01-17');
  const wish = { lines: [{ line: await lineOf(ten), quantity: '60' }] };
  const said = await preview(ten, wish);
  // 15 of 31 days: of 5,400.00 less what 1,000.00 a month had asked for the same days.
  const [costs, billed] = [part(540_000n, 15n, 31n), part(100_000n, 15n, 31n)];
  expect(said).toMatchObject({
    charge: String(costs - billed),
    lines: [{ costs: String(costs), billed: String(billed) }],
  });
  expect(await asked(own(member, `contracts/${ten.documentId}`))).toMatchObject({ number: ten.number });
  expect(await asked(member.post(`/api/contracts/contracts/${ten.documentId}/change/preview`, wish))).toMatchObject({
    charge: said.charge,
  });
  await asked(member.post(`/api/contracts/contracts/${ten.documentId}/change`, wish));
  expect((await invoicesOf(ten)).map(({ net }) => net)).toEqual([said.charge]);
  await desk.turnTo('2036-02-01');
  const [, february] = await invoicesOf(ten);
  expect(february).toMatchObject({ net: '540000' });
  const bands = '1–10 เครื่อง หน่วยละ 100.00 บาท\n11–50 เครื่อง หน่วยละ 90.00 บาท\n51–60 เครื่อง หน่วยละ 80.00 บาท';
  const billedLines = (of: Invoice | undefined) =>
    asked<{ lines: { quantity: string; details: string }[] }>(
      owner.get(`/billing/invoices/${of?.documentId}?populate=lines`),
    );
  const [line] = (await billedLines(february)).lines;
  expect(line).toMatchObject({ quantity: '60' });
  expect(line?.details.split('\n').slice(0, 3).join('\n')).toBe(bands);
  const why = async (of: Invoice | undefined) =>
    JSON.stringify(await asked(owner.get(`/billing/invoices/${of?.documentId}/explanation?lang=en`)));
  expect(await why(february)).toContain('The quantity takes 600.00 off.');

  // Fewer again: from the next period on what ten cost, and the tier is said no more.
  await change(ten, { when: 'period_end', lines: [{ line: await lineOf(ten), quantity: '20' }] });
  await desk.turnTo('2036-03-01');
  expect((await invoicesOf(ten)).at(-1)).toMatchObject({ net: '190000' });

  // Sixty were sold in a line for each tier: the last goes on, and none before it changes under it.
  const [first, , third] = await linesOf(sixty);
  expect(await refused(owner.post(url(sixty), { lines: [{ line: first?.documentId, quantity: '5' }] }))).toEqual([
    409,
    'contract.tier_goes_on',
    'lines.0.quantity',
  ]);
  await change(sixty, { when: 'period_end', lines: [{ line: third?.documentId, quantity: '30' }] });
  await desk.turnTo('2036-04-01');
  const april = (await invoicesOf(sixty)).at(-1);
  expect(april).toMatchObject({ net: '700000' });
  expect((await billedLines(april)).lines.at(-1)?.details).toMatch(/^51–80 เครื่อง หน่วยละ 80.00 บาท/);
  expect(await why(april)).toContain('The price 80.00 holds from 51 เครื่อง on; the list price is 100.00.');
  for (const one of [ten, sixty]) await done(one);
});
