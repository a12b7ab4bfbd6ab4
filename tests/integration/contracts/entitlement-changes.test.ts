import { addDays, addMonths } from '@sanya/strapi-plugin-platform/kernel';
import { type App, bootApp, type Member, type Staff } from '../../support/app';
import { companyMember, customerOf, proofOf } from '../billing/support';
import { openShop, placeOrder, type Shop } from '../sales/shop';
import { asked, type Contract, contractDesk, own, pay, refused } from './support';

let app: App;
let shop: Shop;
let owner: Staff;
let desk: ReturnType<typeof contractDesk>;
let member: Member;
let customer: { id: number; documentId: string };
let small: Sold;
let large: Sold;
let plain: Sold;
let hourly: Sold;

interface Sold {
  product: string;
  price: string;
}
interface Standing {
  unit: string;
  granted: string;
  carried: string;
  added: string;
  used: string;
  left: string;
}

const visits = (quantity: string, over: object = {}) => ({
  ...{ unit: 'visit', quantity, per: 'year', carries: 'none', ...over },
});

async function product(name: string, unitPrice: bigint, entitlements: object[]): Promise<Sold> {
  const [made] = await shop.service.createProducts([
    {
      ...{ name, kind: 'service', unit: 'งวด', incomeKind: 'service' },
      prices: [{ unitPrice, per: 'month' }],
    },
  ]);
  const sold = { product: made?.documentId ?? '', price: made?.prices[0]?.documentId ?? '' };
  if (entitlements.length > 0) {
    await asked(owner.put(`/contracts/products/${sold.product}/terms`, { entitlements }));
  }
  return sold;
}

beforeAll(async () => {
  app = await bootApp();
  shop = await openShop(app);
  owner = await app.staff('owner');
  desk = contractDesk(app, await app.staff());
  member = await companyMember(app);
  customer = await customerOf(app, member);
  await desk.turnTo('2030-01-01');
  small = await product('ดูแลแอร์เล็ก', 100_000n, [visits('4', { carries: 'at_most', most: '1' })]);
  large = await product('ดูแลแอร์ใหญ่', 200_000n, [visits('12')]);
  plain = await product('ดูแลแอร์พื้นฐาน', 50_000n, []);
  hourly = await product('ดูแลแอร์รายงวด', 150_000n, [
    visits('2', { per: 'period' }),
    { unit: 'hour', quantity: '10', per: 'period', carries: 'none' },
  ]);
});
afterAll(() => app?.close());
afterEach(async () => expect(await proofOf(app)).toEqual([]));

async function bought(sold: Sold): Promise<Contract> {
  const before = await asked<Contract[]>(own(member, 'contracts?pagination[pageSize]=100'));
  const order = await placeOrder(member, [{ ...sold, quantity: '1' }]);
  await pay(owner, customer.documentId, order.invoice, desk.today());
  const all = await asked<Contract[]>(own(member, 'contracts?pagination[pageSize]=100'));
  const made = all.find(({ documentId }) => !before.some((one) => one.documentId === documentId));
  if (!made) throw new Error('no contract');
  return made;
}
const standing = async ({ documentId }: Contract): Promise<Standing[]> =>
  (await asked<{ entitlements: Standing[] }>(owner.get(`/contracts/contracts/${documentId}/entitlements`)))
    .entitlements;
const left = async (contract: Contract) => (await standing(contract)).map((one) => [one.unit, one.left]);
const entries = async ({ documentId }: Contract) =>
  (
    await asked<{ kind: string; amount: string }[]>(
      owner.get(
        `/contracts/entitlement-entries?filters[contract][documentId][$eq]=${documentId}&sort=id:asc&pagination[pageSize]=100`,
      ),
    )
  ).map(({ kind, amount }) => [kind, amount]);
const lineOf = async ({ documentId }: Contract): Promise<string> => {
  const lines = await asked<{ documentId: string; startsOn: string; endsOn: string | null }[]>(
    owner.get(`/contracts/contract-lines?filters[contract][documentId][$eq]=${documentId}&sort=position:asc`),
  );
  return lines.filter(({ startsOn, endsOn }) => endsOn === null || endsOn >= startsOn).at(-1)?.documentId ?? '';
};
const use = async (contract: Contract, quantity: string, unit = 'visit') =>
  owner.post(`/contracts/contract-lines/${await lineOf(contract)}/use`, { unit, quantity });
const url = ({ documentId }: Contract, more = '') => `/contracts/contracts/${documentId}/change${more}`;
const change = async (contract: Contract, sold: object, more: object = {}): Promise<Contract> =>
  asked(owner.post(url(contract), { lines: [{ line: await lineOf(contract), ...sold }], ...more }));
const sentence = async (contract: Contract, sold: object, language: string, more: object = {}): Promise<string> =>
  (
    await asked<{ sentence: string }>(
      owner.post(
        url(contract, '/preview'),
        { lines: [{ line: await lineOf(contract), ...sold }], ...more },
        { 'Accept-Language': language },
      ),
    )
  ).sentence;
const done = (contract: Contract) => desk.act(contract.documentId, 'cancel', { ending: 'now' });

test('a dearer plan has its own visits from the day of the change, used ones stay used, and changed back nothing is changed', async () => {
  const contract = await bought(small);
  expect(await left(contract)).toEqual([['visit', '4']]);
  await asked(use(contract, '3'));
  await desk.turnTo('2030-01-11');
  const said = await asked<{ sentence: string }>(
    member.post(
      `/api${url(contract, '/preview')}`,
      { lines: [{ line: await lineOf(contract), ...large }] },
      { 'Accept-Language': 'en' },
    ),
  );
  expect(said.sentence).toMatch(
    / It entitles to 12 visits a year in place of 4 visits a year \(at most 1 of what is left carries over\); what was used stays used, and what is left is 9 visits\.$/,
  );
  expect(await sentence(contract, large, 'th')).toMatch(
    / สิทธิ์เปลี่ยนจาก 4 ครั้งต่อปี \(ส่วนที่เหลือยกไปได้ไม่เกิน 1\) เป็น 12 ครั้งต่อปี ส่วนที่ใช้ไปแล้วนับต่อ คงเหลือ 9 ครั้ง$/,
  );
  expect(await left(contract)).toEqual([['visit', '1']]);
  await asked(member.post(`/api${url(contract)}`, { lines: [{ line: await lineOf(contract), ...large }] }));
  expect(await standing(contract)).toMatchObject([{ granted: '12', used: '3', left: '9' }]);

  // The change was not paid: its invoice is void, and the old plan holds with what it gave.
  expect(await sentence(contract, small, 'en')).toContain(
    'It entitles to 4 visits a year (at most 1 of what is left carries over) in place of 12 visits a year; what was used stays used, and what is left is 1 visit.',
  );
  await change(contract, small);
  expect(await standing(contract)).toMatchObject([{ granted: '4', used: '3', left: '1' }]);
  expect(await entries(contract)).toEqual([
    ...[
      ['grant', '4'],
      ['use', '-3'],
      ['change', '8'],
      ['change', '-8'],
    ],
  ]);
  // The next year has what the plan gives, with what it carries over.
  await desk.turnTo('2031-01-01');
  expect(await standing(contract)).toMatchObject([{ granted: '4', carried: '1', left: '5' }]);
  await done(contract);
});

test('a smaller plan leaves nothing where more was used than it gives, and takes nothing back', async () => {
  const contract = await bought(large);
  await asked(use(contract, '6'));
  await change(contract, small);
  expect(await standing(contract)).toMatchObject([{ granted: '6', used: '6', left: '0' }]);
  expect(await refused(use(contract, '1'))).toEqual([422, 'entitlement.too_little_left', 'quantity']);
  await change(contract, large);
  expect(await standing(contract)).toMatchObject([{ granted: '12', used: '6', left: '6' }]);
  await done(contract);
});

test('another quantity or a price of staff’s own changes nothing of it, and no month is granted twice', async () => {
  const contract = await bought(hourly);
  await asked(use(contract, '4.5', 'hour'));
  await desk.turnTo('2031-01-11');
  expect(await sentence(contract, { quantity: '2' }, 'en')).not.toContain('entitles');
  await change(contract, { quantity: '2' });
  expect(await left(contract)).toEqual([
    ['visit', '2'],
    ['hour', '5.5'],
  ]);
  await change(contract, { unitPrice: '140000' });
  expect(await left(contract)).toEqual([
    ['visit', '2'],
    ['hour', '5.5'],
  ]);
  await desk.turnTo('2031-02-01');
  expect(await left(contract)).toEqual([
    ['visit', '2'],
    ['hour', '10'],
  ]);
  await done(contract);
});

test('visits a year become visits a month, less those of that month; hours join, and go with the plan', async () => {
  const contract = await bought(small);
  await asked(use(contract, '1'));
  await desk.turnTo('2031-02-20');
  await change(contract, hourly);
  expect(await left(contract)).toEqual([
    ['visit', '1'],
    ['hour', '10'],
  ]);
  await asked(use(contract, '2.5', 'hour'));
  await desk.turnTo('2031-03-01');
  expect(await left(contract)).toEqual([
    ['visit', '2'],
    ['hour', '10'],
  ]);
  await change(contract, plain);
  expect(await left(contract)).toEqual([]);
  expect(await refused(use(contract, '1'))).toEqual([422, 'entitlement.too_little_left', 'quantity']);
  await change(contract, hourly);
  expect(await left(contract)).toEqual([
    ['visit', '2'],
    ['hour', '10'],
  ]);
  await done(contract);
});

test('planned for a later day it takes effect on that day; what was topped up outlives the plan until its period is over', async () => {
  const contract = await bought(large);
  await asked(
    owner.post(`/contracts/contract-lines/${await lineOf(contract)}/top-up`, {
      ...{ unit: 'visit', quantity: '3', reason: 'ซื้อเพิ่ม' },
    }),
  );
  await desk.turnTo('2031-03-10');
  expect(await sentence(contract, plain, 'en', { on: '2031-04-10' })).toMatch(
    / From 10 Apr 2031 it entitles to nothing in place of 12 visits a year; what is used until then stays used\.$/,
  );
  const line = await lineOf(contract);
  await change(contract, plain, { on: '2031-04-10' });
  await asked(owner.post(`/contracts/contract-lines/${line}/use`, { unit: 'visit', quantity: '2' }));
  expect(await left(contract)).toEqual([['visit', '13']]);
  await desk.turnTo('2031-04-10');
  expect(await left(contract)).toEqual([['visit', '1']]);
  await asked(use(contract, '1'));
  expect(await left(contract)).toEqual([]);
  await done(contract);
});

test('what was agreed with the customer alone goes on where neither product says anything', async () => {
  const contract = await bought(plain);
  const line = await lineOf(contract);
  await asked(owner.post(`/contracts/contract-lines/${line}/entitlements`, { entitlements: [visits('5')] }));
  const other = await product('ดูแลแอร์พื้นฐานใหม่', 60_000n, []);
  await change(contract, other);
  expect(await left(contract)).toEqual([['visit', '5']]);
  // Agreed anew after a change it holds from the next year on, as always.
  await change(contract, large);
  await asked(
    owner.post(`/contracts/contract-lines/${await lineOf(contract)}/entitlements`, { entitlements: [visits('20')] }),
  );
  expect(await left(contract)).toEqual([['visit', '12']]);
  await done(contract);
});

test('what was agreed before another quantity comes back with a contract that is won back', async () => {
  const line = {
    ...{ description: 'ดูแลลิฟต์', quantity: '1', unitPrice: '1200000', cycle: { unit: 'year', count: 1 } },
    entitlements: [visits('6', { per: 'term' })],
  };
  const from = desk.today();
  const made = await desk.make(customer.documentId, [line], { startsOn: from, termMonths: 12 });
  expect(await left(made)).toEqual([['visit', '6']]);
  await desk.turnTo(addMonths(from, 1));
  await change(made, { quantity: '2' });
  expect(await left(made)).toEqual([['visit', '6']]);
  await desk.turnTo(addDays(addMonths(from, 12), 40));
  expect(await asked(owner.post(`/contracts/contracts/${made.documentId}/renew`))).toMatchObject({ state: 'won_back' });
  const [back] = await asked<Contract[]>(own(member, 'contracts?sort=id:desc&pagination[pageSize]=1'));
  expect(back?.documentId).not.toBe(made.documentId);
  expect(back && (await left(back))).toEqual([['visit', '6']]);
});
