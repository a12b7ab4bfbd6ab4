import { type App, bootApp, type Staff } from '../../support/app';
import { companyMember, customerOf, issue, line, SETTING } from './support';

const DOOR = `/content-manager/single-types/${SETTING}`;
const RATED = { code: 'standard', name: { th: 'ปกติ', en: 'Standard' }, treatment: 'rated' };
const OLD = { from: '1992-01-01', ppm: 70000 };
const TODAY = '2030-03-01';

let app: App;
let clerk: Staff;
let others: { code: string }[];

beforeAll(async () => {
  app = await bootApp();
  const owner = await app.staff('owner');
  await owner.post('/platform/clock', { now: `${TODAY}T03:00:00Z` });
  clerk = await app.staff('billing');
  const { taxCategories } = await app.platform.settings.read<{ taxCategories: { code: string }[] }>(SETTING);
  others = taxCategories.filter((one) => one.code !== 'standard');
});
afterAll(() => app.close());

const save = (data: object) => clerk.put(DOOR, data).set('Accept-Language', 'en');
const rates = (...list: object[]) => save({ taxCategories: [{ ...RATED, rates: list }, ...others] });

test('a new rate begins on a day to come; what has begun stays', async () => {
  const wrong: [ReturnType<typeof save>, number, string, string][] = [
    [rates({ ...OLD, ppm: 100000 }), 409, 'rate_fixed', 'taxCategories.0.rates'],
    [rates({ from: '2040-01-01', ppm: 70000 }), 409, 'rate_fixed', 'taxCategories.0.rates'],
    [rates(OLD, { from: TODAY, ppm: 100000 }), 400, 'rate_too_early', 'taxCategories.0.rates.1.from'],
    [rates(OLD, { from: '2030-02-30', ppm: 100000 }), 400, 'tax_categories', 'taxCategories.0.rates'],
    [rates(OLD, { from: '2040-01-01', ppm: 1000001 }), 400, 'tax_categories', 'taxCategories.0.rates'],
    [save({ taxCategories: others }), 409, 'category_kept', 'taxCategories'],
    [
      save({ taxCategories: [{ ...RATED, treatment: 'exempt', rates: [] }, ...others] }),
      409,
      'treatment_fixed',
      'taxCategories.0.treatment',
    ],
  ];
  for (const [asked, status, code, field] of wrong) {
    const refused = await asked;
    expect({ status: refused.status, ...refused.body.error?.details }).toMatchObject({
      status,
      code: `billing_setting.${code}`,
      field,
    });
  }
  expect((await rates(OLD, { from: '2030-03-02', ppm: 100000 })).status).toBe(200);
  // Until it begins it may be changed again.
  expect((await rates(OLD, { from: '2030-03-02', ppm: 80000 })).status).toBe(200);
  const more = { code: 'penalty', name: { th: 'ค่าปรับ', en: 'Penalty' }, treatment: 'outside', rates: [] };
  expect(
    (await save({ taxCategories: [{ ...RATED, rates: [OLD, { from: '2030-03-02', ppm: 80000 }] }, ...others, more] }))
      .status,
  ).toBe(200);
});

test('the rate of the day is used, before and after it began', async () => {
  const customer = await customerOf(app, await companyMember(app));
  const tax = async () => {
    const { documentId } = await issue(app, customer.id, [line()]);
    const { body } = await clerk.get(`/billing/invoices/${documentId}`);
    return body.data.tax as string;
  };
  expect(await tax()).toBe('70000');
  await (await app.staff('owner')).post('/platform/clock', { advance: 'P1D' });
  expect(await tax()).toBe('80000');
});

test('each setting is refused at its field; the currency stays once there is an invoice', async () => {
  const account = { bank: 'กสิกรไทย', number: '123-4-56789-0', name: 'บริษัท ตัวอย่าง จำกัด' };
  const wrong: [object, number, string, string][] = [
    [{ bankAccounts: [account, account] }, 400, 'bank_accounts', 'bankAccounts.1.number'],
    [{ bankAccounts: [{ ...account, number: 'many' }] }, 400, 'bank_accounts', 'bankAccounts.0.number'],
    [{ bankAccounts: [{ ...account, bank: '' }] }, 400, 'bank_accounts', 'bankAccounts.0.bank'],
    [{ bankAccounts: 'all of them' }, 400, 'bank_accounts', 'bankAccounts'],
    [{ incomeKinds: [{ kind: 'service', ppm: -1 }] }, 400, 'income_kinds', 'incomeKinds.0.ppm'],
    [{ promptPayTarget: '12345' }, 400, 'promptpay_target', 'promptPayTarget'],
    [{ promptPayBillerId: '12345' }, 400, 'biller_id', 'promptPayBillerId'],
    [{ currency: 'USD' }, 409, 'currency_fixed', 'currency'],
    [{ currency: 'baht' }, 400, 'currency', 'currency'],
    [{ tolerance: '-1' }, 400, 'not_an_amount', 'tolerance'],
    [{ dueDays: 366 }, 400, 'out_of_bounds', 'dueDays'],
    [{ slipMaxBytes: 'big' }, 400, 'out_of_bounds', 'slipMaxBytes'],
    [{ vatRegisteredTo: '1991-01-01' }, 422, 'vat_dates', 'vatRegisteredTo'],
  ];
  for (const [data, status, code, field] of wrong) {
    const refused = await save(data);
    expect({ status: refused.status, ...refused.body.error?.details }).toMatchObject({
      status,
      code: `billing_setting.${code}`,
      field,
    });
  }
  expect((await save({ bankAccounts: [account], tolerance: '50', dueDays: 14 })).status).toBe(200);
  const kept = await clerk.get(DOOR);
  expect(kept.body.data).toMatchObject({ bankAccounts: [account], tolerance: '50', dueDays: 14 });
  expect((await (await app.staff('sales')).put(DOOR, { dueDays: 1 })).status).toBe(403);
});
