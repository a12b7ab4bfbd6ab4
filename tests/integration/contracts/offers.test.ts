import { addDays, addMonths } from '@sanya/strapi-plugin-platform/kernel';
import type { App, Staff } from '../../support/app';
import { type CardShop, openCardShop, owed, takeCards } from '../billing/card-shop';
import { proofOf } from '../billing/support';
import { asked, contractDesk } from './support';

/** An offer of a further term is owed by nobody: whoever wants it pays it, and until then nobody asks and no card is charged. */
let shop: CardShop;
let app: App;
let staff: Staff;
let desk: ReturnType<typeof contractDesk>;

beforeAll(async () => {
  shop = await openCardShop();
  ({ app } = shop);
  await takeCards(app, 'stripe');
  staff = await app.staff();
  desk = contractDesk(app, staff);
  await desk.turnTo('2029-06-05');
  const steps = [-7, 0, 1].map((day) => ({ day, template: 'dunning-reminder' }));
  await asked(
    staff.post('/billing/dunning/policies', { name: 'Standard', active: true, workingDays: false, steps }),
    201,
  );
});
afterAll(() => shop?.close());
afterEach(async () => expect(await proofOf(app)).toEqual([]));

interface Invoice {
  documentId: string;
  state: string;
}
const care = { description: 'ดูแลระบบ', unitPrice: '500000', cycle: { unit: 'year', count: 1 } };

test('what nobody renewed is not charged to a card, nor reminded of; what staff renewed is', async () => {
  const holder = await owed(app, 'stripe');
  const paid = await holder.pay({ card: 'pm_renews', saveCard: true, autoDebit: true });
  expect(paid.body.data?.state).toBe('succeeded');
  const begins = desk.today();
  const make = () => desk.make(holder.customer.documentId, [care], { startsOn: begins, termMonths: 12 });
  const [left, renewed] = [await make(), await make()];
  const ends = addDays(addMonths(begins, 12), -1);
  await desk.turnTo(addDays(ends, -30));
  const offerOf = async (contract: { documentId: string }): Promise<Invoice | undefined> => {
    const filters = `filters[contract][documentId][$eq]=${contract.documentId}&populate[invoice]=true`;
    const [renewal] = await asked<{ invoice: Invoice | null }[]>(staff.get(`/contracts/renewals?${filters}`));
    return renewal?.invoice ?? undefined;
  };
  const [offer, wanted] = [await offerOf(left), await offerOf(renewed)];
  expect([offer?.state, wanted?.state]).toEqual(['open', 'open']);
  await desk.act(renewed.documentId, 'renew');

  // The last day on which it may be paid, and the day after.
  await desk.turnTo(addDays(ends, 14));
  await desk.turnTo(addDays(ends, 16));
  const tries = (invoice: Invoice | undefined) =>
    asked<{ state: string }[]>(
      staff.get(
        `/billing/payments?filters[invoice][documentId][$eq]=${invoice?.documentId}&filters[debitAttempt][$notNull]=true`,
      ),
    );
  const told = async (invoice: Invoice | undefined) =>
    (
      await app.strapi.db.query('plugin::platform.delivery').findMany({
        where: { template: 'card-charge-ahead', aboutDocumentId: invoice?.documentId },
      })
    ).length;
  const reminded = (invoice: Invoice | undefined) =>
    asked<object[]>(staff.get(`/billing/dunning-notices?filters[invoice][documentId][$eq]=${invoice?.documentId}`));
  expect([await tries(offer), await told(offer), await reminded(offer)]).toEqual([[], 0, []]);
  expect(await desk.read(left.documentId)).toMatchObject({ state: 'ended', endsOn: ends });
  expect((await asked<Invoice>(staff.get(`/billing/invoices/${offer?.documentId}`))).state).toBe('void');

  expect(await tries(wanted)).toMatchObject([{ state: 'succeeded' }]);
  expect(await told(wanted)).toBe(1);
  expect(await desk.read(renewed.documentId)).toMatchObject({ state: 'active' });
});

test('nor is who has no card reminded of an offer, and the board does not show it', async () => {
  const who = await owed(app, 'stripe');
  const begins = addMonths(desk.today(), -11);
  const contract = await desk.make(who.customer.documentId, [care], { startsOn: begins, termMonths: 12 });
  const ends = contract.endsOn ?? '';
  await desk.turnTo(addDays(ends, 12));
  const filters = `filters[contract][documentId][$eq]=${contract.documentId}&populate[invoice]=true`;
  const [renewal] = await asked<{ state: string; invoice: Invoice }[]>(staff.get(`/contracts/renewals?${filters}`));
  expect([renewal?.state, renewal?.invoice.state]).toEqual(['lapsed', 'open']);
  const notices = `/billing/dunning-notices?filters[invoice][documentId][$eq]=${renewal?.invoice.documentId}`;
  expect(await asked(staff.get(notices))).toEqual([]);
  const board = await asked<{ documentId: string }[]>(
    staff.get(`/billing/customers/${who.customer.documentId}/dunning`),
  );
  expect(board.map(({ documentId }) => documentId)).not.toContain(renewal?.invoice.documentId);
});
