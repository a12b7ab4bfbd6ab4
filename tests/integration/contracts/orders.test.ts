import { addDays } from '@sanya/strapi-plugin-platform/kernel';
import { cancelOrders } from '../../../plugins/sales/server/src/use-cases/cancel-orders';
import { type App, bootApp, type Member, type Staff } from '../../support/app';
import { inBoth } from '../../support/in-both';
import { asSystem, companyMember, customerOf, proofOf } from '../billing/support';
import { openShop, placeOrder, type Shop } from '../sales/shop';
import { asked, type Contract, contractDesk, own, pay, refused } from './support';

let app: App;
let shop: Shop;
let owner: Staff;
let desk: ReturnType<typeof contractDesk>;
/** Goods that are rented by the month. */
let rented: string;

beforeAll(async () => {
  app = await bootApp();
  shop = await openShop(app, 100_000n);
  owner = await app.staff('super-admin');
  desk = contractDesk(app, await app.staff());
  const [product] = await shop.service.createProducts([
    {
      ...{ name: 'เครื่องกรองน้ำให้เช่า', kind: 'goods', unit: 'เครื่อง', stock: 10_000n, incomeKind: 'goods' },
      prices: [{ unitPrice: 50_000n, per: 'month' }],
    },
  ]);
  rented = product?.documentId ?? '';
});
afterAll(() => app?.close());
afterEach(async () => expect(await proofOf(app)).toEqual([]));

interface Party {
  member: Member;
  documentId: string;
}
interface Ordered {
  id: number;
  documentId: string;
  invoice: { documentId: string; total: string };
  lines: { documentId: string }[];
}
interface Amended {
  credited: string;
  charged: string;
  total: string;
}
interface Line {
  quantity: string;
  startsOn: string | null;
  endsOn: string | null;
}

async function party(creditTermsDays = 0): Promise<Party> {
  const member = await companyMember(app);
  const { documentId } = await customerOf(app, member);
  if (creditTermsDays > 0) await asked(owner.post(`/crm/customers/${documentId}/credit`, { creditTermsDays }));
  return { member, documentId };
}
const order = ({ member }: Party, lines: object[]): Promise<Ordered> => placeOrder(member, lines);
const monthly = (quantity: string) => ({ product: shop.care, price: shop.careMonthly, quantity });
const yearly = () => ({ product: shop.care, price: shop.careYearly, quantity: '1' });
const contractsOf = ({ member }: Party): Promise<Contract[]> => asked(own(member, 'contracts?sort=id:asc'));
async function contractOf(one: Party): Promise<Contract> {
  const [contract] = await contractsOf(one);
  if (!contract) throw new Error('no contract');
  return contract;
}
const linesOf = async (contract: Contract) =>
  (
    await asked<Line[]>(
      owner.get(`/contracts/contract-lines?filters[contract][documentId][$eq]=${contract.documentId}&sort=id:asc`),
    )
  )
    .filter(({ startsOn, endsOn }) => endsOn === null || startsOn === null || endsOn >= startsOn)
    .map(({ quantity, startsOn, endsOn }) => [quantity, startsOn, endsOn]);
const billedOf = async (contract: Contract) =>
  (await desk.periods(contract.documentId, '&filters[state][$eq]=billed')).map(({ startsOn, amount, invoice }) => [
    startsOn,
    amount,
    invoice?.total ?? null,
  ]);
const invoicesOf = async ({ member }: Party) =>
  (await asked<{ total: string; state: string }[]>(member.get('/api/billing/invoices?sort=id:asc'))).map(
    ({ total, state }) => [total, state],
  );
const notesOf = async ({ member }: Party) =>
  (await asked<{ total: string }[]>(member.get('/api/billing/credit-notes?sort=id:asc'))).map(({ total }) => total);
const invoiceOf = ({ member }: Party, { documentId }: { documentId: string }) =>
  asked<{ state: string; total: string; amountDue: string }>(member.get(`/api/billing/invoices/${documentId}`));

const amend = (one: Ordered, lines: (string | null)[], more: object = {}) =>
  owner.post(`/sales/orders/${one.documentId}/amend`, amending(one, lines, more));
const amending = (one: Ordered, lines: (string | null)[], more: object = {}) => ({
  reason: 'ลูกค้าขอ',
  lines: lines.flatMap((quantity, index) =>
    quantity === null ? [] : [{ line: one.lines[index]?.documentId, quantity }],
  ),
  ...more,
});
const preview = async (one: Ordered, lines: (string | null)[], language: string, more: object = {}) =>
  (
    await asked<{ sentence: string }>(
      owner
        .post(`/sales/orders/${one.documentId}/amend/preview`, amending(one, lines, more))
        .set('Accept-Language', language),
    )
  ).sentence;
const cancel = (one: Ordered, reason: string) => owner.post(`/sales/orders/${one.documentId}/cancel`, { reason });

test('less of a paid order: what was served stays, and the rest comes back by days as with a change of the contract', async () => {
  await desk.turnTo('2030-01-31');
  const one = await party();
  const sold = await order(one, [monthly('3')]);
  await pay(owner, one.documentId, sold.invoice, desk.today());
  const contract = await contractOf(one);
  await desk.turnTo('2030-02-10');

  const before = await app.strapi.db.query('plugin::platform.event').count();
  expect(await preview(sold, ['2'], 'en')).toContain(
    `Contract ${contract.number}: from 10 Feb 2030, ดูแลเว็บไซต์ (รายเดือน) × 3 becomes ดูแลเว็บไซต์ (รายเดือน) × 2.`,
  );
  // 18 of 28 days of one of them, of the period that the order billed.
  expect(await preview(sold, ['2'], 'en')).toContain(
    'What recurs is settled by the days on which it was served. Contract',
  );
  expect(await preview(sold, ['2'], 'en')).toContain('687.86 THB with VAT');
  expect(await preview(sold, ['2'], 'th')).toContain(
    `สัญญา ${contract.number}: ตั้งแต่วันที่ 10 ก.พ. 2573 เปลี่ยน ดูแลเว็บไซต์ (รายเดือน) × 3 เป็น ดูแลเว็บไซต์ (รายเดือน) × 2`,
  );
  expect(await app.strapi.db.query('plugin::platform.event').count()).toBe(before);
  expect(await linesOf(contract)).toEqual([['3', '2030-01-31', null]]);

  // At the same time, or again: once.
  const both = await Promise.all([amend(sold, ['2']), amend(sold, ['2'])]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(await refused(amend(sold, ['2']))).toEqual([409, 'amend.nothing', undefined]);
  expect(await notesOf(one)).toEqual(['68786']);
  expect(await asked(one.member.get(`/api/sales/orders/${sold.documentId}`))).toMatchObject({
    ...{ net: '200000', tax: '14000', total: '214000' },
  });
  expect(await linesOf(contract)).toEqual([
    ['3', '2030-01-31', '2030-02-09'],
    ['2', '2030-02-10', null],
  ]);
  const [mail] = await app.strapi.db
    .query('plugin::platform.delivery')
    .findMany({ where: { template: 'order-changed' }, orderBy: { id: 'desc' }, limit: 1 });
  expect(mail.data.sentence).toContain(contract.number);

  // The next period at what is left, and nothing else.
  await desk.turnTo('2030-03-15');
  expect(await invoicesOf(one)).toEqual([
    ['321000', 'paid'],
    ['214000', 'open'],
  ]);
  expect((await billedOf(contract)).at(-1)).toEqual(['2030-02-28', '200000', '214000']);

  // 16 of 31 days of one, of the contract's own invoice, which is still open; what the order asked for was served.
  expect(await preview(sold, ['1'], 'en')).toContain('552.26 THB with VAT');
  await asked(amend(sold, ['1']));
  expect((await notesOf(one)).sort()).toEqual(['55226', '68786']);
  const [, second] = await asked<{ amountDue: string }[]>(one.member.get('/api/billing/invoices?sort=id:asc'));
  // What came back before has paid 687.86 of it as it was issued.
  expect(second?.amountDue).toBe('89988');
  await desk.turnTo('2030-03-31');
  expect((await invoicesOf(one)).slice(2)).toEqual([['107000', 'open']]);

  // Given up in the middle of a period: what was asked for it, less what came back, and no more.
  await desk.act(contract.documentId, 'cancel', { ending: 'now' });
  expect((await notesOf(one)).length).toBe(3);
});

test('lowered and given up within the period that the order billed: what was not served comes back once', async () => {
  await desk.turnTo('2030-04-01');
  const one = await party();
  const sold = await order(one, [monthly('2')]);
  await pay(owner, one.documentId, sold.invoice, desk.today());
  await desk.turnTo('2030-04-11');
  await asked(amend(sold, ['1']));
  await desk.turnTo('2030-04-16');
  await desk.act((await contractOf(one)).documentId, 'cancel', { ending: 'now' });
  // 20 of 30 days of one of two; 14 of 30 days of the other.
  expect(await notesOf(one)).toEqual(['71333', '49934']);
});

test('lowered in the contract and then in the order: nothing comes back twice, and nothing of what is over', async () => {
  await desk.turnTo('2030-04-20');
  const one = await party();
  const sold = await order(one, [monthly('2'), { product: shop.camera, quantity: '2' }]);
  await pay(owner, one.documentId, sold.invoice, desk.today());
  const contract = await contractOf(one);
  const [line] = await asked<{ documentId: string }[]>(
    owner.get(`/contracts/contract-lines?filters[contract][documentId][$eq]=${contract.documentId}`),
  );
  await desk.turnTo('2030-04-25');
  await desk.act(contract.documentId, 'change', { lines: [{ line: line?.documentId, quantity: '1' }] });
  // 25 of 30 days of one.
  expect(await notesOf(one)).toEqual(['89167']);
  // A camera less is credited whole, and of what the contract gave back already nothing comes.
  await asked(amend(sold, ['1', '1']));
  expect((await notesOf(one)).length).toBe(2);
  expect(await linesOf(contract)).toEqual([
    ['2', '2030-04-20', '2030-04-24'],
    ['1', '2030-04-25', null],
  ]);
  await desk.act(contract.documentId, 'cancel', { ending: 'now' });
  // 24 of 30 days of the other; given up, the contract has settled what the order still asks for.
  const notes = await notesOf(one);
  expect([notes.length, notes.at(-1)]).toEqual([3, '85600']);
  await asked(amend(sold, ['0', null]));
  expect(await notesOf(one)).toEqual(notes);
});

test('a line taken off ends; with the last of them the contract is over', async () => {
  await desk.turnTo('2030-05-01');
  const one = await party();
  const sold = await order(one, [monthly('1'), yearly(), { product: shop.camera, quantity: '1' }]);
  await pay(owner, one.documentId, sold.invoice, desk.today());
  const contract = await contractOf(one);
  await desk.turnTo('2030-05-11');
  expect(await preview(sold, ['0', null], 'en')).toContain('is taken off');
  await asked(amend(sold, ['0', null]));
  // 21 of 31 days.
  expect(await notesOf(one)).toEqual(['72484']);
  expect(await linesOf(contract)).toEqual([
    ['1', '2030-05-01', '2030-05-10'],
    ['1', '2030-05-01', null],
  ]);
  expect(await desk.read(contract.documentId)).toMatchObject({ state: 'active', nextBillOn: '2031-05-01' });

  expect(await preview(sold, [null, '0'], 'th')).toContain(
    `สัญญา ${contract.number} สิ้นสุดวันที่ 11 พ.ค. 2573 และไม่เรียกเก็บงวดต่อไป`,
  );
  await asked(amend(sold, [null, '0']));
  expect(await desk.read(contract.documentId)).toMatchObject({
    ...{ state: 'ended', endsOn: '2030-05-11', endReason: 'ลูกค้าขอ', nextBillOn: null },
  });
  // 354 of 365 days.
  expect(await notesOf(one)).toEqual(['72484', '1037753']);
  await desk.turnTo('2030-06-02');
  expect((await invoicesOf(one)).length).toBe(1);
  // Nothing of it may be left: then the order is cancelled.
  expect(await refused(amend(sold, [null, null, '0']))).toEqual([409, 'amend.cancel_instead', undefined]);
});

test('before payment another invoice takes the place of the first, and what it billed stands there', async () => {
  await desk.turnTo('2030-07-01');
  const one = await party(60);
  const sold = await order(one, [monthly('2')]);
  await asked(owner.post(`/sales/orders/${sold.documentId}/confirm`));
  const contract = await contractOf(one);
  expect(await preview(sold, ['3'], 'en', { add: [yearly()] })).toContain(
    'What recurs of what is added becomes contract',
  );
  expect((await contractsOf(one)).length).toBe(1);
  await asked(amend(sold, ['3'], { add: [yearly()] }));
  // 3 × 1,000.00 + 10,000.00 and VAT.
  expect(await invoicesOf(one)).toEqual([
    ['214000', 'void'],
    ['1391000', 'open'],
  ]);
  expect(await linesOf(contract)).toEqual([['3', '2030-07-01', null]]);
  expect(await billedOf(contract)).toEqual([
    ['2030-07-01', '200000', '1391000'],
    ['2030-07-01', '300000', null],
  ]);
  const [, added] = await contractsOf(one);
  expect(added).toMatchObject({ state: 'active', startsOn: '2030-07-01', nextBillOn: '2031-07-01' });

  // Amended again, it follows again; no run bills it a second time, and August as it stands.
  await asked(amend(sold, ['1']));
  expect((await invoicesOf(one)).slice(1)).toEqual([
    ['1391000', 'void'],
    ['1177000', 'open'],
  ]);
  await desk.turnTo('2030-07-11');
  expect((await invoicesOf(one)).length).toBe(3);
  await desk.turnTo('2030-08-02');
  expect((await invoicesOf(one)).slice(3)).toEqual([['107000', 'open']]);
  expect(await notesOf(one)).toEqual([]);

  // Cancelled: its invoice is void, and of August 29 of 31 days come back.
  await asked(cancel(sold, 'เลิกกิจการ'));
  expect((await invoicesOf(one)).slice(2).map(([, state]) => state)).toEqual(['void', 'open']);
  expect(await notesOf(one)).toEqual(['100096']);
  for (const each of await contractsOf(one)) {
    expect(each).toMatchObject({ state: 'ended', endsOn: '2030-08-02', endReason: 'เลิกกิจการ' });
  }
  expect(await refused(cancel(sold, 'อีกครั้ง'))).toEqual([409, 'state.not_allowed', undefined]);
  await desk.turnTo('2030-09-02');
  expect((await invoicesOf(one)).length).toBe(4);
  expect((await notesOf(one)).length).toBe(1);
});

test('what is added to a paid order is a contract when it is paid, and at once where it may be paid later', async () => {
  await desk.turnTo('2030-10-01');
  const one = await party();
  const sold = await order(one, [monthly('1')]);
  await pay(owner, one.documentId, sold.invoice, desk.today());
  await asked(amend(sold, ['3']));
  expect((await contractsOf(one)).length).toBe(1);
  const [extra] = await asked<{ documentId: string; total: string }[]>(
    one.member.get('/api/billing/invoices?sort=id:desc'),
  );
  await pay(owner, one.documentId, extra ?? { documentId: '', total: '' }, desk.today());
  const [first, second] = await contractsOf(one);
  expect(first && (await linesOf(first))).toEqual([['1', '2030-10-01', null]]);
  expect(second && (await linesOf(second))).toEqual([['2', '2030-10-01', null]]);

  const later = await party(30);
  const other = await order(later, [monthly('1')]);
  await pay(owner, later.documentId, other.invoice, desk.today());
  await asked(amend(other, [null], { add: [yearly()] }));
  expect((await contractsOf(later)).map(({ state }) => state)).toEqual(['active', 'active']);
  await desk.turnTo('2030-11-02');
  expect((await invoicesOf(one)).slice(2)).toEqual([
    ['107000', 'open'],
    ['214000', 'open'],
  ]);
  expect((await invoicesOf(later)).slice(2)).toEqual([['107000', 'open']]);
});

test('what was served before it is paid is settled by its days, as where it was paid', async () => {
  await desk.turnTo('2030-11-10');
  const [paid, owing] = [await party(60), await party(60)];
  const orders: Ordered[] = [];
  for (const one of [paid, owing]) {
    const sold = await order(one, [monthly('1')]);
    await asked(owner.post(`/sales/orders/${sold.documentId}/confirm`));
    // On the day on which it begins nothing was served: its invoice gives way to another.
    await asked(amend(sold, ['2']));
    orders.push(sold);
  }
  const invoices = await Promise.all(
    [paid, owing].map(({ member }) => asked<Ordered['invoice'][]>(member.get('/api/billing/invoices?sort=id:desc'))),
  );
  const [first, second] = invoices.map(([invoice]) => invoice) as [Ordered['invoice'], Ordered['invoice']];
  await pay(owner, paid.documentId, first, desk.today());
  const sumOfNotes = async (sold: Ordered) =>
    (await notesOf(sold === orders[0] ? paid : owing)).reduce((all, total) => all + BigInt(total), 0n);
  const both = async (lines: (string | null)[]) => {
    const answers = [];
    for (const sold of orders) {
      const before = await sumOfNotes(sold);
      const said = await asked<Amended>(
        owner.post(`/sales/orders/${sold.documentId}/amend/preview`, amending(sold, lines)),
      );
      const done = await asked<Amended>(amend(sold, lines));
      expect([done.credited, done.charged, done.total]).toEqual([said.credited, said.charged, said.total]);
      // The whole of it, also what the contract gives back.
      expect(BigInt(done.credited)).toBe((await sumOfNotes(sold)) - before);
      answers.push([done.credited, done.charged, done.total]);
    }
    expect(answers[1]).toEqual(answers[0]);
    const all = async (one: Party) => ({
      notes: await notesOf(one),
      totals: (await invoicesOf(one)).map(([total]) => total),
      lines: await Promise.all((await contractsOf(one)).map(linesOf)),
    });
    expect(await all(owing)).toEqual(await all(paid));
  };

  // 20 of 30 days of one of two.
  await desk.turnTo('2030-11-20');
  await both(['1']);
  expect(await notesOf(owing)).toEqual(['71333']);
  expect(await invoiceOf(owing, second)).toMatchObject({ state: 'open', total: '214000', amountDue: '142667' });
  // In a later period: what the order asked for was served whole.
  await desk.turnTo('2030-12-12');
  await both(['3']);
  expect((await invoicesOf(owing)).map(([total]) => total)).toEqual(['107000', '214000', '107000', '214000']);
  // All of it is over: 20 of 31 days of the contract's own period; what was added goes on.
  await desk.turnTo('2030-12-20');
  await both(['0']);
  expect((await notesOf(owing)).at(-1)).toBe('69032');
});

test('cancelled after its invoice was credited whole: later periods come back once; each for its own reason', async () => {
  await desk.turnTo('2031-01-01');
  const parties = [await party(), await party()];
  const sold: Ordered[] = [];
  for (const one of parties) {
    const made = await order(one, [monthly('1')]);
    await pay(owner, one.documentId, made.invoice, desk.today());
    sold.push(made);
  }
  await desk.turnTo('2031-02-02');
  const [one, two] = parties as [Party, Party];
  const [, february] = await asked<{ documentId: string; total: string }[]>(
    one.member.get('/api/billing/invoices?sort=id:asc'),
  );
  if (!february) throw new Error('no invoice');
  await pay(owner, one.documentId, february, desk.today());
  for (const { invoice } of sold) {
    await asked(
      owner.post(`/billing/invoices/${invoice.documentId}/credit-notes`, { cause: 'other', reason: 'คืนเงิน' }),
      201,
    );
  }
  expect((await contractsOf(one))[0]?.state).toBe('active');
  await desk.turnTo('2031-02-15');
  const rows = await app.platform.rows.byDocumentIds(
    'plugin::sales.order',
    sold.map(({ documentId }) => documentId),
    { fields: [] },
  );
  const idOf = (made: Ordered | undefined) => rows.find(({ documentId }) => documentId === made?.documentId)?.id ?? 0;
  await asSystem(app, () =>
    cancelOrders({ strapi: app.strapi, platform: app.platform }, [
      { order: idOf(sold[0]), reason: 'ย้ายบ้าน', by: 'staff' },
      { order: idOf(sold[1]), reason: 'ปิดกิจการ', by: 'staff' },
    ]),
  );
  expect([(await contractsOf(one))[0]?.endReason, (await contractsOf(two))[0]?.endReason]).toEqual([
    'ย้ายบ้าน',
    'ปิดกิจการ',
  ]);
  // 13 of 28 days: credit to spend of what was paid, less to pay of what was not.
  for (const each of parties) expect(await notesOf(each)).toEqual(['107000', '49679']);
  const [, unpaid] = await asked<{ documentId: string }[]>(two.member.get('/api/billing/invoices?sort=id:asc'));
  expect(await invoiceOf(two, unpaid ?? { documentId: '' })).toMatchObject({ state: 'open', amountDue: '57321' });
});

interface Returned {
  documentId: string;
  state: string;
  lines: { settled: boolean }[];
}
const giveBack = (sold: Ordered, quantities: (string | null)[]) =>
  asked<Returned>(
    owner.post(`/sales/orders/${sold.documentId}/returns`, {
      reason: 'ไม่ใช้แล้ว',
      lines: quantities.flatMap((quantity, index) =>
        quantity === null ? [] : [{ line: sold.lines[index]?.documentId, quantity }],
      ),
    }),
    201,
  );

test('rented goods that come back are not billed on, and the days that were not served come back, also of what the order asked for', async () => {
  await desk.turnTo('2031-04-01');
  const one = await party();
  const sold = await order(one, [
    { product: rented, quantity: '2' },
    { product: shop.camera, quantity: '1' },
  ]);
  await pay(owner, one.documentId, sold.invoice, desk.today());
  await asked(owner.post(`/sales/orders/${sold.documentId}/deliver`));
  const contract = await contractOf(one);
  await desk.turnTo('2031-04-11');
  const first = await giveBack(sold, ['1', null]);
  expect(await linesOf(contract)).toEqual([
    ['2', '2031-04-01', '2031-04-10'],
    ['1', '2031-04-11', null],
  ]);
  // 20 of 30 days of one; nothing of it is left to be credited or declined.
  expect(await notesOf(one)).toEqual(['35667']);
  expect([first.state, first.lines.map(({ settled }) => settled)]).toEqual(['settled', [true]]);
  for (const [verb, body] of [['credit', {}] as const, ['decline', { reason: 'x' }] as const]) {
    expect(await refused(owner.post(`/sales/returns/${first.documentId}/${verb}`, body))).toEqual([
      ...[409, 'state.not_allowed', undefined],
    ]);
  }
  await desk.turnTo('2031-05-11');
  expect((await invoicesOf(one)).slice(1)).toEqual([['53500', 'open']]);

  // With goods that were sold: those are credited whole, by billing.
  const last = await giveBack(sold, ['1', '1']);
  expect(await desk.read(contract.documentId)).toMatchObject({ state: 'ended', endReason: 'ไม่ใช้แล้ว' });
  expect([last.state, last.lines.map(({ settled }) => settled)]).toEqual(['received', [true, false]]);
  // 20 of 31 days of May; April was served.
  expect(await notesOf(one)).toEqual(['35667', '34516']);
  await asked(owner.post(`/sales/returns/${last.documentId}/credit`));
  expect(await notesOf(one)).toEqual(['35667', '34516', '21400']);
  await desk.turnTo('2031-06-02');
  expect((await invoicesOf(one)).length).toBe(2);
});

test('goods that a contract of staff lets come back by days too: less to pay where they were not paid', async () => {
  await desk.turnTo('2031-06-10');
  const one = await party(60);
  const sold = await order(one, [{ product: shop.camera, quantity: '2' }]);
  await asked(owner.post(`/sales/orders/${sold.documentId}/confirm`));
  await asked(owner.post(`/sales/orders/${sold.documentId}/deliver`));
  const made = await asked<Contract>(
    owner.post(`/contracts/contracts/from-invoice/${sold.invoice.documentId}`, {
      ...{ cycle: { unit: 'month', count: 1 }, activation: 'date', startsOn: desk.today() },
    }),
    201,
  );
  await desk.turnTo('2031-06-20');
  expect((await giveBack(sold, ['1'])).state).toBe('settled');
  expect(await linesOf(made)).toEqual([
    ['2', '2031-06-10', '2031-06-19'],
    ['1', '2031-06-20', null],
  ]);
  // 20 of 30 days of one.
  expect(await notesOf(one)).toEqual(['14267']);
  expect(await invoiceOf(one, sold.invoice)).toMatchObject({ state: 'open', amountDue: '28533' });
});

test('a contract that staff made of the invoice of an order follows it too, before it begins', async () => {
  await desk.turnTo('2031-07-01');
  const one = await party(30);
  const sold = await order(one, [
    { product: shop.camera, quantity: '2' },
    { product: shop.cable, quantity: '3' },
  ]);
  const made = await asked<Contract>(
    owner.post(`/contracts/contracts/from-invoice/${sold.invoice.documentId}`, {
      ...{ cycle: { unit: 'year', count: 1 }, activation: 'signature' },
    }),
    201,
  );
  expect(made.state).toBe('awaiting_start');
  expect(await preview(sold, ['1', '0'], 'en')).toContain(`Contract ${made.number}, which has not begun`);
  await asked(amend(sold, ['1', '0']));
  expect(await linesOf(made)).toEqual([['1', null, null]]);
  await desk.act(made.documentId, 'activate', { on: desk.today() });
  // Its invoice is the bill of the first period: the one that stands.
  expect(await billedOf(made)).toEqual([['2031-07-01', '20000', '21400']]);
  await asked(cancel(sold, 'เปลี่ยนใจ'));
  expect(await desk.read(made.documentId)).toMatchObject({ state: 'ended', endReason: 'เปลี่ยนใจ' });
  expect((await invoicesOf(one)).map(([, state]) => state)).toEqual(['void', 'void']);
});

test('a contract that is off follows where its lines are billed on; what stops is switched on first', async () => {
  await desk.turnTo('2031-09-01');
  const [one, other] = [await party(), await party()];
  const sold = await order(one, [monthly('2')]);
  await pay(owner, one.documentId, sold.invoice, desk.today());
  const contract = await contractOf(one);
  await desk.act(contract.documentId, 'suspend', { reason: 'ปิดปรับปรุง' });
  await asked(amend(sold, ['1']));
  expect(await linesOf(contract)).toEqual([['1', '2031-09-01', null]]);
  await asked(
    owner.post(`/billing/invoices/${sold.invoice.documentId}/credit-notes`, { cause: 'other', reason: 'คืนเงิน' }),
    201,
  );
  await asked(cancel(sold, 'เลิก'));
  expect(await desk.read(contract.documentId)).toMatchObject({ state: 'ended' });
  expect(await asked(own(one.member, 'suspensions'))).toMatchObject([{ resumesOn: '2031-09-02' }]);
  expect(await notesOf(one)).toEqual(['107000', '107000']);

  const goods = await order(other, [{ product: shop.camera, quantity: '2' }]);
  await pay(owner, other.documentId, goods.invoice, desk.today());
  const made = await asked<Contract>(
    owner.post(`/contracts/contracts/from-invoice/${goods.invoice.documentId}`, {
      ...{ cycle: { unit: 'month', count: 1 }, activation: 'date', startsOn: desk.today(), whileSuspended: 'stop' },
    }),
    201,
  );
  await desk.act(made.documentId, 'suspend', { reason: 'ปิดปรับปรุง' });
  expect(await refused(amend(goods, ['1']))).toEqual([409, 'contract.change_suspended', undefined]);
  await desk.act(made.documentId, 'resume');
  await asked(amend(goods, ['1']));
  expect(await linesOf(made)).toEqual([['1', '2031-09-01', null]]);
});

test('a contract that staff made of an unpaid order waits no more when the order has expired', async () => {
  const [one, other] = [await party(), await party()];
  const from = (sold: Ordered, more: object) =>
    asked<Contract>(
      owner.post(`/contracts/contracts/from-invoice/${sold.invoice.documentId}`, {
        ...{ cycle: { unit: 'month', count: 1 }, ...more },
      }),
      201,
    );
  const begins = { activation: 'date', startsOn: desk.today() };
  const waiting = await from(await order(one, [{ product: shop.camera, quantity: '1' }]), { activation: 'payment' });
  const begun = await from(await order(other, [{ product: shop.camera, quantity: '1' }]), begins);
  expect([waiting.state, begun.state]).toEqual(['awaiting_start', 'active']);
  await desk.turnTo(addDays(desk.today(), 8));
  const told = await inBoth<Contract>(() => owner.get(`/contracts/contracts/${waiting.documentId}`));
  expect(told.map(({ state, endReason }) => [state, endReason])).toEqual([
    ['cancelled', 'คำสั่งซื้อหมดอายุเพราะไม่ได้ชำระเงิน'],
    ['cancelled', 'The order has expired unpaid'],
  ]);
  expect(await desk.read(begun.documentId)).toMatchObject({ state: 'ended', nextBillOn: null });
  expect(await billedOf(begun)).toEqual([[begins.startsOn, '0', null]]);
});

test('what is still to be billed of a contract whose order is cancelled, the run bills before it is over', async () => {
  await desk.turnTo('2031-11-01');
  const one = await party(30);
  const sold = await order(one, [monthly('1')]);
  await asked(owner.post(`/sales/orders/${sold.documentId}/confirm`));
  const contract = await contractOf(one);
  await desk.act(contract.documentId, 'change', {
    add: [{ description: 'อ่านมิเตอร์', unit: 'งวด', unitPrice: '30000', billedIn: 'arrears' }],
  });
  await desk.turnTo('2031-11-10');
  await asked(cancel(sold, 'เลิก'));
  expect(await desk.read(contract.documentId)).toMatchObject({ state: 'active', endsOn: '2031-11-10' });
  await desk.turnTo('2031-11-12');
  // 10 of 30 days of the meter; of what the order asked for, nothing.
  expect(await invoicesOf(one)).toEqual([
    ['107000', 'void'],
    ['10700', 'open'],
  ]);
  expect(await desk.read(contract.documentId)).toMatchObject({ state: 'ended', endReason: 'เลิก' });
});
