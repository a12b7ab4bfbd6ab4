/** @strapi own */
import { broken } from '../../../plugins/platform/kernel/src';
import type { PlatformCore } from '../../../plugins/platform/server/src/core/core';
import { type App, bootOwnApp, type Member, type Staff } from '../../support/app';
import { halfWritten } from '../../support/half-written';
import { createTampering } from '../../support/tamper';
import { companyMember, customerOf, issue, line, proofOf } from '../billing/support';
import { asked, type Contract, refused } from '../contracts/support';
import { changedIn, createFingerprint } from '../doors/fingerprint';
import { openShop, placeOrder, type Shop } from '../sales/shop';

const [CONTRACT, LINE, PERIOD, ENTRY] = ['contract', 'contract-line', 'billing-period', 'entitlement-entry'].map(
  (name) => `plugin::contracts.${name}`,
) as [string, string, string, string];

let app: App;
let staff: Staff;
let shop: Shop;
let member: Member;
let customer: { id: number; documentId: string };
let fingerprint: () => Promise<Record<string, string>>;
/** What happens when all others have heard of the event, with the rows that stand there by then. */
let faulty: { on: string; fault: Error } | undefined;
let stood: Record<string, number>;

const countOf = (uid: string): Promise<number> => app.strapi.db.query(uid as never).count();

async function fail(name: string): Promise<void> {
  if (faulty?.on !== name) return;
  const { rows } = app.platform;
  stood = {};
  for (const uid of [CONTRACT, PERIOD, ENTRY]) stood[uid] = (await rows.find(uid, () => undefined)).length;
  throw faulty.fault;
}

beforeAll(async () => {
  app = await bootOwnApp({ SANYA_JOBS: 'off' });
  jest.spyOn(app.strapi.log, 'error').mockImplementation(() => app.strapi.log);
  const core = app.strapi.plugin('platform').service('core') as PlatformCore;
  core.registry.add({
    ...{ id: 'test', needs: [], contentTypes: {}, messages: { th: {}, en: {} } },
    subscribers: () =>
      ['payment.succeeded', 'invoice.paid', 'contract.made', 'contract.activated'].map((name) => ({
        ...{ name: `test.after-${name}`, on: [name], when: 'within' as const },
        handle: () => fail(name),
      })),
  });
  core.messages.add({ th: { 'test.refused': 'ไม่รับ' }, en: { 'test.refused': 'Refused' } });
  await core.clock.moveTo('2030-01-31T03:00:00.000Z');
  staff = await app.staff();
  shop = await openShop(app);
  member = await companyMember(app);
  customer = await customerOf(app, member);
  fingerprint = createFingerprint({ app });
});
afterAll(() => app?.close());
afterEach(async () => expect(await proofOf(app)).toEqual([]));

/** Paid by its customer, as far as they say; the door where staff say that the money came. */
async function verifying(invoice: { documentId: string }): Promise<string> {
  const payment = await asked<{ documentId: string }>(
    member.post(`/api/billing/invoices/${invoice.documentId}/payments`, { method: 'promptpay' }),
    201,
  );
  return `/billing/payments/${payment.documentId}/verify`;
}
const ordered = (): Promise<{ documentId: string; invoice: { documentId: string; total: string } }> =>
  placeOrder(member, [
    { product: shop.camera, quantity: '1' },
    { product: shop.cable, quantity: '2.5' },
    { product: shop.care, price: shop.careMonthly, quantity: '1' },
    { product: shop.care, price: shop.careYearly, quantity: '1' },
    { product: shop.cable, quantity: '1' },
  ]);
const activated = () =>
  app.strapi.db.query('plugin::platform.event').count({ where: { name: 'contract.activated' } as never });

describe('an order that is paid', () => {
  test.each([
    ['contract.made', 0],
    ['contract.activated', 2],
    ['invoice.paid', 2],
    ['payment.succeeded', 2],
  ])(
    'a fault after %s leaves no table other than it was, and the next try does all of it once',
    async (on, periods) => {
      const { documentId, invoice } = await ordered();
      const door = await verifying(invoice);
      const contracts = await countOf(CONTRACT);
      const before = await fingerprint();
      const already = { [CONTRACT]: contracts, [PERIOD]: await countOf(PERIOD) };
      for (const [fault, status] of [
        [broken('test.refused'), 422],
        [new Error('the machine failed'), 500],
      ] as const) {
        faulty = { on, fault };
        expect((await staff.post(door)).status).toBe(status);
        expect((stood[PERIOD] ?? 0) - (already[PERIOD] ?? 0)).toBe(periods);
        expect(changedIn(before, await fingerprint())).toEqual([]);
      }
      faulty = undefined;
      const events = await activated();
      expect((await staff.post(door)).status).toBe(200);
      const made = await asked<Contract[]>(staff.get(`/contracts/contracts?filters[order][documentId]=${documentId}`));
      expect(made).toMatchObject([{ state: 'active', startsOn: '2030-01-31' }]);
      expect([await countOf(CONTRACT), await activated()]).toEqual([contracts + 1, events + 1]);
      expect(await halfWritten(app.platform.rows)).toEqual([]);
      const after = await fingerprint();
      expect((await staff.post(door)).status).toBe(409);
      expect(changedIn(after, await fingerprint())).toEqual([]);
    },
  );

  test('what is missing of the contract of a paid order is found, whichever part it is', async () => {
    const { documentId, invoice } = await ordered();
    await asked(staff.post(await verifying(invoice)));
    const [contract] = await asked<Contract[]>(
      staff.get(`/contracts/contracts?filters[order][documentId]=${documentId}`),
    );
    const books = createTampering(app, () => false);
    const found = async (sql: string): Promise<string[]> => {
      let names: string[] = [];
      await books.undone([CONTRACT, LINE, PERIOD, 'plugin::platform.event'], async () => {
        await (await app.platform.rows.knex()).raw(sql);
        names = await halfWritten(app.platform.rows);
      });
      return names;
    };
    const { id = 0, documentId: own = '' } = contract ?? {};
    const eventOf = (name: string) =>
      `delete from platform_events where name = '${name}' and subject_document_id = '${own}'`;
    expect(await found(`update contracts_contract_lines set order_line_id = null where contract_id = ${id}`)).toEqual([
      `paid order whose recurring lines nothing promises: ${documentId}`,
    ]);
    expect(await found(`update contracts_contracts set state = 'awaiting_start' where id = ${id}`)).toEqual([
      `contract that waits though its invoice is paid: ${own}`,
    ]);
    expect(await found(`delete from contracts_billing_periods where contract_id = ${id}`)).toEqual([
      `contract without the period that its invoice billed: ${own}`,
    ]);
    expect(await found(eventOf('contract.made'))).toEqual([`contract without its event: ${own}`]);
    expect(await found(eventOf('contract.activated'))).toEqual([`contract active without its event: ${own}`]);
    expect(await halfWritten(app.platform.rows)).toEqual([]);
  });
});

test('a contract of an invoice that is paid: its entitlements stand with it or not at all', async () => {
  const invoice = await issue(app, customer.id, [line()]);
  const visits = { unit: 'visit', quantity: '12', per: 'year', carries: 'none' };
  const contract = await asked<Contract>(
    staff.post(`/contracts/contracts/from-invoice/${invoice.documentId}`, { entitlements: [visits] }),
    201,
  );
  const door = await verifying(invoice);
  const before = await fingerprint();
  faulty = { on: 'contract.activated', fault: broken('test.refused') };
  expect(await refused(staff.post(door))).toEqual([422, 'test.refused', undefined]);
  expect(stood[ENTRY]).toBe(1);
  expect(changedIn(before, await fingerprint())).toEqual([]);
  faulty = undefined;
  await asked(staff.post(door));
  const standing = await asked<{ entitlements: object[] }>(
    staff.get(`/contracts/contracts/${contract.documentId}/entitlements`),
  );
  expect(standing.entitlements).toMatchObject([{ unit: 'visit', granted: '12', left: '12' }]);
  expect(await countOf(ENTRY)).toBe(1);
});
