import { type App, bootApp, type Staff } from '../../support/app';
import { companyMember, customerOf, proofOf } from './support';

let app: App;
let clerk: Staff;

beforeAll(async () => {
  app = await bootApp();
  clerk = await app.staff('billing');
});
afterAll(() => app.close());

const received = (from: string, to: string) => clerk.get(`/billing/received?from=${from}&to=${to}`);

test('what came in is told by day; what was reversed is not in it', async () => {
  const customer = await customerOf(app, await companyMember(app));
  const pay = async (amount: string, receivedOn: string): Promise<string> => {
    const answer = await clerk.post('/billing/payments', {
      customer: customer.documentId,
      method: 'bank_transfer',
      currency: 'THB',
      amount,
      receivedOn,
    });
    expect(answer.status).toBe(201);
    return answer.body.data.documentId;
  };
  const day = app.platform.clock.today();
  const first = `${day.slice(0, 8)}01`;
  await pay('100000', day);
  await pay('20050', day);
  const wrong = await pay('999900', day);
  expect((await clerk.post(`/billing/payments/${wrong}/reverse`, { reason: 'typed twice' })).status).toBe(200);
  const answer = await received(first, day);
  expect([answer.status, answer.body.data]).toEqual([
    200,
    [{ on: day, currency: 'THB', amount: '120050', payments: 2 }],
  ]);
  expect(await proofOf(app)).toEqual([]);
});

test('a period that ends before it begins, that is too long or no dates is refused; sales may not ask', async () => {
  for (const [from, to, code] of [
    ['2026-02-01', '2026-01-01', 'billing.period_invalid'],
    ['2024-01-01', '2026-01-01', 'billing.period_invalid'],
    ['x', '2026-01-01', 'input.not_a_date'],
  ] as const) {
    const answer = await received(from, to);
    expect([answer.status, answer.body.error.details.code]).toEqual([400, code]);
    expect(answer.body.error.message).not.toMatch(/[{}]/);
  }
  const sales = await app.staff('sales');
  expect((await sales.get('/billing/received?from=2026-01-01&to=2026-01-31')).status).toBe(403);
});
