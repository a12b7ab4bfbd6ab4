import { addDays } from '@sanya/strapi-plugin-platform/kernel';
import type { NewContract } from '../../../plugins/contracts/server/src/use-cases/make-contracts';
import { type App, bootApp, type Staff } from '../../support/app';
import { asSystem, companyMember, CUSTOMER, customerOf } from '../billing/support';
import { asked, contractDesk } from './support';

/** Of very many contracts that end, none is hidden by the others. */
const MANY = 510;
const [DAY, LATE] = ['2031-03-10', '2031-03-25'];

let app: App;
let owner: Staff;
let seller: Staff;
let mine: string;

interface Cockpit {
  rows: { documentId: string; endsOn: string }[];
  staff: { id: number }[];
  more: boolean;
}
const cockpit = (staff: Staff, query = ''): Promise<Cockpit> => asked(staff.get(`/contracts/renewal-cockpit${query}`));

const care = (customer: number, startsOn: string): NewContract => ({
  ...{ customer, order: null, invoice: null, firstPeriodBilled: false, activation: 'date', agreedStart: startsOn },
  ...{ termMonths: 1, noticeDays: 0, currency: 'THB', pricesIncludeTax: false, billedTogether: true },
  ...{ poNumber: null, note: null, draft: false },
  lines: [
    {
      ...{ product: null, installedItem: null, orderLine: null, invoicePosition: null, description: 'ดูแล' },
      ...{ details: null, kind: 'service', unit: 'เดือน', quantity: 1000n, unitPrice: 10_000n, discount: 0n },
      ...{ taxCategory: 'standard', incomeKind: null, cycleUnit: 'month', cycleCount: 1, billedIn: 'advance' },
      ...{ alignment: 'anniversary', leadDays: 0, whileSuspended: 'keep', minimumMonths: null },
      ...{ feeKind: 'none', feeValue: 0n },
    },
  ],
});

beforeAll(async () => {
  app = await bootApp();
  owner = await app.staff('owner');
  seller = await app.staff('sales', 'seller@example.com');
  const desk = contractDesk(app, await app.staff());
  await desk.turnTo('2031-02-26');
  const [big, own] = [await customerOf(app, await companyMember(app)), await customerOf(app, await companyMember(app))];
  await app.platform.rows.update(CUSTOMER, [{ id: own.id, owner: Number(seller.id) }]);
  const { make } = app.strapi.plugin('contracts').service('contracts') as {
    make(wishes: readonly NewContract[]): Promise<{ documentId: string }[]>;
  };
  const begins = '2031-02-11';
  const made = await asSystem(app, () =>
    make([...Array.from({ length: MANY }, () => care(big.id, begins)), care(own.id, '2031-02-26')]),
  );
  mine = made.at(-1)?.documentId ?? '';
}, 120_000);
afterAll(() => app?.close());

test('who sees only own customers finds theirs behind all those of others, and so does whoever asks for somebody’s', async () => {
  for (const query of ['', '?month=2031-03']) {
    expect((await cockpit(seller, query)).rows.map(({ documentId }) => documentId)).toEqual([mine]);
    const asks = `${query === '' ? '?' : `${query}&`}owner=${seller.id}`;
    const theirs = await cockpit(owner, asks);
    expect(theirs).toMatchObject({ rows: [{ documentId: mine, endsOn: LATE }], more: false });
  }
});

test('the cockpit says where there are more than it shows, and shows the nearest', async () => {
  const march = await cockpit(owner, '?month=2031-03');
  expect([march.rows.length, march.more, march.rows.at(-1)?.endsOn]).toEqual([500, true, DAY]);
  const near = await cockpit(owner);
  expect([near.rows.length, near.more, near.rows[0]?.endsOn]).toEqual([500, true, DAY]);
});

test('the calendar shows each contract on its day', async () => {
  const days = await asked<{ day: string; contracts: unknown[] }[]>(
    owner.get(`/contracts/expiry-calendar?from=2031-03-01&to=${addDays('2031-03-01', 30)}`),
  );
  expect(days.map(({ day, contracts }) => [day, contracts.length])).toEqual([
    [DAY, MANY],
    [LATE, 1],
  ]);
});
