import { addDays, startOfDay } from '@sanya/strapi-plugin-platform/kernel';
import { undoInvoices } from '../../../plugins/contracts/server/src/use-cases/undo-invoices';
import { undosStore } from '../../../plugins/contracts/server/src/stores/undos';
import { type App, bootApp, type Staff } from '../../support/app';
import { asSystem, companyMember, customerOf, proofOf } from '../billing/support';
import { stepping } from './steps';
import { asked, type Contract, contractDesk, pay, refused } from './support';

const START = '2030-03-05';
const INVOICE = 'plugin::billing.invoice';

interface Undo {
  documentId: string;
  state: string;
  invoices: number;
  voided: number;
  credited: number;
  left: number;
  periods: number;
  total: string;
}
interface Preview extends Pick<Undo, 'invoices' | 'voided' | 'credited' | 'left' | 'periods' | 'total'> {
  customers: { documentId: string; settled: string; refundable: string }[];
  problems: { number: string; problem: string }[];
}

let app: App;
let staff: Staff;
let desk: ReturnType<typeof contractDesk>;
let steps: ReturnType<typeof stepping>;
const customers: { id: number; documentId: string }[] = [];

/** No job runs by itself: each step is taken here. */
beforeAll(async () => {
  app = await bootApp({ SANYA_JOBS: 'off' });
  staff = await app.staff();
  desk = contractDesk(app, staff);
  steps = stepping(app);
  await desk.turnTo(START);
  for (let n = 0; n < 6; n += 1) customers.push(await customerOf(app, await companyMember(app)));
});
afterAll(() => app?.close());
afterEach(async () => expect(await proofOf(app)).toEqual([]));

const customer = (place: number): string => customers[place]?.documentId ?? '';
const make = (place: number, line: object = {}, more: object = {}): Promise<Contract> =>
  desk.make(customer(place), [{ description: 'Care', unitPrice: '100000', unit: 'month', ...line }], more);
const count = (uid: string, where: object = {}): Promise<number> => app.strapi.db.query(uid as never).count({ where });
const lastRun = async (): Promise<string> =>
  (await asked<{ documentId: string }[]>(staff.get('/contracts/billing-runs?sort=id:desc&pagination[pageSize]=1')))[0]
    ?.documentId ?? '';
/** Bills what is due as staff do; the run. */
async function billNow(): Promise<string> {
  await asked(staff.post('/contracts/billing-runs', {}), 201);
  await steps.bill();
  return lastRun();
}
const undo = (run: string, body: object = {}): Promise<Undo> =>
  asked(staff.post(`/contracts/billing-runs/${run}/undo`, { reason: 'ราคาผิด', ...body }));
const lastUndo = async (): Promise<Undo> => {
  const [last] = await asked<Undo[]>(staff.get('/contracts/billing-undos?sort=id:desc&pagination[pageSize]=1'));
  if (!last) throw new Error('nothing was undone');
  return last;
};
const invoiceOf = async ({ documentId }: Contract) => {
  const invoice = (await desk.periods(documentId)).at(-1)?.invoice;
  if (!invoice) throw new Error('not billed');
  return invoice;
};
const read = (id: string) =>
  asked<{ state: string; amountDue: string; number: string }>(staff.get(`/billing/invoices/${id}`));
const statesOf = async ({ documentId }: Contract) => (await desk.periods(documentId)).map(({ state }) => state);
const written = () =>
  Promise.all(
    ['invoice', 'credit-note', 'refund', 'allocation']
      .map((name) => count(`plugin::billing.${name}`))
      .concat(...['billing-period', 'billing-undo'].map((name) => count(`plugin::contracts.${name}`))),
  );

describe('a run of which much has become', () => {
  const made: Contract[] = [];
  let run = '';
  const [UNPAID, PAID, REFUNDED, TAXED, CREDITED, FREE] = [0, 1, 2, 3, 4, 5];
  const at = (place: number): Contract => made[place] as Contract;

  beforeAll(async () => {
    for (let place = 0; place < 5; place += 1) made.push(await make(place));
    made.push(await make(5, { unitPrice: '0' }));
    run = await billNow();
    for (const place of [PAID, REFUNDED]) {
      await pay(staff, customer(place), await invoiceOf(at(place)), START);
    }
    await asked(staff.post('/billing/tax-invoices', { invoice: (await invoiceOf(at(TAXED))).documentId }), 201);
    const credited = (await invoiceOf(at(CREDITED))).documentId;
    const { lines } = await asked<{ lines: { line: string }[] }>(staff.get(`/billing/invoices/${credited}/creditable`));
    await asked(
      staff.post(`/billing/invoices/${credited}/credit-notes`, {
        ...{ reason: 'ลดให้', cause: 'price_wrong', lines: [{ line: lines[0]?.line, amount: '10700' }] },
      }),
      201,
    );
  });

  test('is previewed: what is void, what is credited, who paid, what a person has to see to; nothing is written', async () => {
    const before = await written();
    const preview = await asked<Preview>(staff.post(`/contracts/billing-runs/${run}/undo/preview`));
    expect(preview).toMatchObject({ invoices: 5, periods: 6, total: '535000', voided: 1, credited: 3, left: 1 });
    expect(preview.customers).toEqual(
      [PAID, REFUNDED].map((place) =>
        expect.objectContaining({ documentId: customer(place), settled: '107000', refundable: '107000' }),
      ),
    );
    expect(preview.problems.map(({ number }) => number)).toEqual([(await invoiceOf(at(CREDITED))).number]);
    expect(preview.problems[0]?.problem).toContain('ลดหนี้');
    expect(await written()).toEqual(before);
  });

  test('is undone as it was decided, customer by customer, and asked twice it is undone once', async () => {
    const numbers = await Promise.all(made.slice(0, 5).map(async (one) => (await invoiceOf(one)).number));
    const body = { cause: 'price_wrong', customers: [{ customer: customer(REFUNDED), settle: 'refund' }] };
    const begun = await undo(run, body);
    expect(begun).toMatchObject({ state: 'running', invoices: 5, voided: 0 });
    expect(await undo(run, body)).toEqual(begun);
    expect(await refused(staff.post('/contracts/billing-runs', {}))).toEqual([409, 'billing_undo.running', undefined]);
    await steps.undo();
    expect(await lastUndo()).toMatchObject({
      ...{ documentId: begun.documentId, state: 'finished', voided: 1, credited: 3, left: 1, periods: 5 },
      total: '428000',
    });

    expect(await read((await invoiceOf(at(UNPAID))).documentId)).toMatchObject({
      state: 'void',
      number: numbers[UNPAID],
    });
    expect(await read((await invoiceOf(at(TAXED))).documentId)).toMatchObject({ amountDue: '0' });
    const credit = async (place: number) =>
      asked<{ credit: string }>(staff.get(`/billing/customers/${customer(place)}/account`)).then(
        ({ credit: over }) => over,
      );
    expect([await credit(PAID), await credit(REFUNDED)]).toEqual(['107000', '0']);
    const refunds = await asked<{ amount: string; state: string }[]>(staff.get('/billing/refunds'));
    expect(refunds.map(({ amount }) => amount)).toEqual(['107000']);
    const notes = await asked<{ total: string; cause: string; reason: string }[]>(
      staff.get('/billing/credit-notes?sort=id:asc'),
    );
    expect(notes.slice(1).map(({ total, cause, reason }) => [total, cause, reason])).toEqual(
      [PAID, REFUNDED, TAXED].map(() => ['107000', 'price_wrong', 'ราคาผิด']),
    );
    for (const place of [UNPAID, PAID, REFUNDED, TAXED, FREE]) expect(await statesOf(at(place))).toEqual(['undone']);
    expect(await statesOf(at(CREDITED))).toEqual(['billed']);

    const items = await asked<{ outcome: string; problem: string | null; invoice: { number: string } }[]>(
      staff.get('/contracts/billing-undo-items?populate=invoice&filters[outcome][$eq]=left'),
    );
    expect(items.map(({ invoice }) => invoice.number)).toEqual([numbers[CREDITED]]);
    expect(items[0]?.problem).toContain(numbers[CREDITED]);
  });

  test('takes back what was not sent yet, and nothing else', async () => {
    const mails = await app.platform.rows.find<{ state: string; aboutDocumentId: string }>(
      'plugin::platform.delivery',
      (query, column) => void query.where(column('aboutType'), INVOICE),
    );
    const stateOf = async (place: number) => {
      const { documentId } = await invoiceOf(at(place));
      return mails.filter(({ aboutDocumentId }) => aboutDocumentId === documentId).map(({ state }) => state);
    };
    expect(await stateOf(UNPAID)).toEqual(['withdrawn']);
    expect(await stateOf(CREDITED)).toEqual(['queued']);
  });

  test('undone again changes nothing', async () => {
    const before = (await written()).slice(0, 5);
    await undo(run);
    await steps.undo();
    expect(await lastUndo()).toMatchObject({ state: 'finished', voided: 0, credited: 0, left: 1, periods: 0 });
    expect((await written()).slice(0, 5)).toEqual(before);
  });

  test('is billed again when staff say so, each period once; the clock leaves it until the day that was named', async () => {
    const billed = () => count('plugin::contracts.billing-period', { state: 'billed' });
    expect(await billed()).toBe(1);
    await steps.bill();
    expect(await billed()).toBe(1);
    const preview = await asked<{ contracts: number }>(staff.post('/contracts/billing-runs', { dryRun: true }), 201);
    expect(preview.contracts).toBe(5);
    await billNow();
    expect(await billed()).toBe(6);
    expect((await statesOf(at(UNPAID))).sort()).toEqual(['billed', 'undone']);
    await steps.bill();
    expect(await billed()).toBe(6);
    const invoices = (await app.strapi.db.query(INVOICE as never).findMany({})) as { number: string }[];
    const places = invoices.map(({ number }) => Number(number.slice(-6))).sort((one, other) => one - other);
    expect(places).toEqual(places.map((_, place) => place + 1));
  });
});

test('an undo that dies in the midst goes on where it stood', async () => {
  const made = [await make(0), await make(1), await make(2)];
  const run = await billNow();
  await undo(run);
  const store = undosStore(app.platform.rows);
  const row = await store.running();
  if (!row) throw new Error('nothing is being undone');
  const [first = 0, ...rest] = await store.next(row, 10);
  await asSystem(app, () => undoInvoices({ strapi: app.strapi, platform: app.platform }, row, [first]));
  const dies = asSystem(app, () =>
    app.platform.transaction(async () => {
      await undoInvoices({ strapi: app.strapi, platform: app.platform }, row, rest);
      throw new Error('killed');
    }),
  );
  await expect(dies).rejects.toThrow('killed');
  expect((await Promise.all(made.map(statesOf))).flat().filter((state) => state === 'undone')).toHaveLength(1);
  // Two at once do it once.
  await Promise.all([steps.undoOnce(), steps.undoOnce()]);
  await steps.undo();
  expect(await lastUndo()).toMatchObject({ voided: 3, credited: 0, left: 0, periods: 3, total: '321000' });
  expect(await count('plugin::contracts.billing-undo-item', { undo: row.id })).toBe(3);
});

test('the clock bills each on the day until which it is held, also where the first of them has been billed meanwhile', async () => {
  const held = (days: number) => ({ billAgainOn: addDays(START, days) });
  await make(4);
  await undo(await billNow(), held(10));
  await steps.undo();
  await billNow();
  await make(5);
  await undo(await billNow(), held(20));
  await steps.undo();
  const jobs = await asked<{ name: string; nextDue: string }[]>(staff.get('/platform/jobs'));
  expect(jobs.find(({ name }) => name === 'contracts.run-billing')?.nextDue).toBe(
    startOfDay('Asia/Bangkok', addDays(START, 20)),
  );
});

test('what is undone after the clock found it due is left until the day that was named; by staff it is billed at once', async () => {
  const made = await make(0);
  await billNow();
  const first = await invoiceOf(made);
  await asked(staff.post('/contracts/billing-runs', { asOf: addDays(START, 31) }), 201);
  await steps.bill();
  const ahead = await lastRun();
  // Of the first month nothing stands any more: it is due, as the next month is undone.
  await asked(staff.post(`/billing/invoices/${first.documentId}/void`, { reason: 'ราคาผิด' }));
  await undo(ahead);
  const { sideBySide } = app.platform;
  const between = jest.spyOn(app.platform, 'sideBySide').mockImplementationOnce(async (works) => {
    await steps.undo();
    return sideBySide(works);
  });
  await steps.bill();
  expect(between).toHaveBeenCalled();
  between.mockRestore();
  expect(await statesOf(made)).toEqual(['undone', 'undone']);
  await billNow();
  expect(await statesOf(made)).toEqual(['undone', 'undone', 'billed']);
});

test('what is over stays as it was billed; who may not, and what is not there, is refused', async () => {
  const made = await make(3, { billedIn: 'arrears' }, { termMonths: 1 });
  const clerk = await app.staff('sales-lead');
  await desk.turnTo(addDays(START, 60));
  expect(await desk.read(made.documentId)).toMatchObject({ state: 'ended' });
  const run = (
    await app.platform.rows.find<{ billingRun: number }>(
      'plugin::contracts.billing-period',
      (query, column) => void query.whereIn(column('contract'), [made.id]),
    )
  )[0]?.billingRun;
  const [{ documentId } = { documentId: '' }] = await app.platform.rows.byIds('plugin::contracts.billing-run', [
    run ?? 0,
  ]);
  const preview = await asked<Preview>(staff.post(`/contracts/billing-runs/${documentId}/undo/preview`));
  expect(preview.problems.map(({ problem }) => problem).join()).toContain(made.number);

  expect((await clerk.post(`/contracts/billing-runs/${documentId}/undo`, {})).status).toBe(403);
  expect((await staff.post('/contracts/billing-runs/nosuchrun/undo', {})).status).toBe(404);
  expect(await refused(staff.post(`/contracts/billing-runs/${documentId}/undo`, { billAgainOn: START }))).toEqual([
    ...[400, 'billing_undo.in_past', 'billAgainOn'],
  ]);
  expect(
    await refused(
      staff.post(`/contracts/billing-runs/${documentId}/undo`, {
        customers: [{ customer: 'nobody', settle: 'credit' }],
      }),
    ),
  ).toEqual([404, 'contract.customer_unknown', 'customers.0.customer']);
});
