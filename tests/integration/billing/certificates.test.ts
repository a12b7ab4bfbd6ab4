import { type App, bootApp, type Staff } from '../../support/app';
import { companyMember, customerOf, issue, line, proofOf, slipPicture } from './support';

let app: App;
let clerk: Staff;

beforeAll(async () => {
  app = await bootApp();
  clerk = await app.staff('billing');
  const owner = await app.staff('owner');
  expect((await owner.post('/platform/clock', { now: '2031-01-10T03:00:00Z' })).status).toBe(200);
});
afterAll(() => app.close());
afterEach(async () => expect(await proofOf(app)).toEqual([]));

const today = () => app.platform.clock.today();
const refused = (answer: { status: number; body: { error?: { details?: { code?: string } } } }) => [
  answer.status,
  answer.body.error?.details?.code,
];
const clockTo = async (now: string) =>
  expect((await (await app.staff()).post('/platform/clock', { now })).status).toBe(200);

async function company() {
  const member = await companyMember(app);
  return { member, ...(await customerOf(app, member)) };
}
/** A payment of which 300.00 were withheld. */
async function withheld(buyer: { id: number; documentId: string }) {
  const invoice = await issue(app, buyer.id, [line()]);
  const paid = await clerk.post('/billing/payments', {
    ...{ customer: buyer.documentId, method: 'cash', amount: '1040000', receivedOn: today() },
    allocations: [{ invoice: invoice.documentId, amount: '1040000', withheld: '30000' }],
  });
  expect(paid.status).toBe(201);
  const [one] = (
    await clerk.get(`/billing/certificates?filters[payment][documentId][$eq]=${paid.body.data.documentId}`)
  ).body.data;
  return { certificate: one.documentId as string, payment: paid.body.data.documentId as string };
}
const scanOf = async (n: number): Promise<string> => {
  const sent = await app.http
    .post('/platform/files')
    .set('Authorization', `Bearer ${clerk.token}`)
    .attach('file', slipPicture(n), 'certificate.png');
  expect(sent.status).toBe(201);
  return sent.body.data.id as string;
};
const receive = (id: string, body: object, who: Staff = clerk) => who.post(`/billing/certificates/${id}/receive`, body);

test('one that says what our books say is checked; one that differs is looked at, within the tolerance or disputed', async () => {
  const buyer = await company();
  const [same, near, far] = [await withheld(buyer), await withheld(buyer), await withheld(buyer)];
  expect((await receive(same.certificate, { on: today() })).status).toBe(400);
  expect((await receive(same.certificate, { number: '1', on: today() }, await app.staff('accountant'))).status).toBe(
    403,
  );
  const scan = await scanOf(1);
  const first = await receive(same.certificate, { book: '3', number: '17', on: today(), scan });
  expect(first.body.data).toMatchObject({ state: 'checked', book: '3', number: '17', statedAmount: '30000' });
  const file = await clerk.get(`/platform/files/${scan}`);
  expect(file.status).toBe(200);
  expect((await buyer.member.get(`/api/platform/files/${scan}`)).status).toBe(404);
  expect(refused(await receive(near.certificate, { number: '18', on: today(), scan }))).toEqual([
    409,
    'file.attached_already',
  ]);

  const { body } = await receive(near.certificate, { number: '18', on: today(), amount: '30001' });
  expect(body.data).toMatchObject({ state: 'received', statedAmount: '30001', amount: '30000' });
  const checked = await clerk.post(`/billing/certificates/${near.certificate}/check`, { reason: 'ปัดเศษ' });
  expect(checked.body.data).toMatchObject({ state: 'checked', checkNote: 'ปัดเศษ' });

  await receive(far.certificate, { number: '19', on: today(), amount: '20000' });
  const url = `/billing/certificates/${far.certificate}`;
  const tooFar = await clerk.post(`${url}/check`).set('Accept-Language', 'en');
  expect(refused(tooFar)).toEqual([409, 'certificate.difference_too_large']);
  expect(tooFar.body.error.message).toContain('200.00 THB');
  expect((await clerk.post(`${url}/dispute`, {})).status).toBe(400);
  const disputed = await clerk.post(`${url}/dispute`, { reason: 'ยอดไม่ตรง' });
  expect(disputed.body.data).toMatchObject({ state: 'disputed', disputeReason: 'ยอดไม่ตรง' });
  expect((await receive(far.certificate, { number: '20', on: today() })).body.data).toMatchObject({
    ...{ state: 'checked', number: '20', disputeReason: null },
  });
  const report = await (
    await app.staff('accountant')
  ).get('/reports/reports/withheld?from=2031-01-01&to=2031-12-31&by=document');
  expect(report.body.data.totals).toMatchObject({ withheld: '90000', stated: '90001' });
});

test('many at once, with one scan: all of them, or none; the same one at the same moment once', async () => {
  const buyer = await company();
  const list = [await withheld(buyer), await withheld(buyer)];
  const papers = list.map(({ certificate }, index) => ({ certificate, number: `A${index}`, on: today() }));
  const wrong = [...papers.slice(0, 1), { ...papers[1], on: '2031-01-11' }];
  expect(refused(await clerk.post('/billing/certificates/receive', { certificates: wrong }))).toEqual([
    400,
    'certificate.in_future',
  ]);
  expect(refused(await clerk.post('/billing/certificates/receive', { certificates: [papers[0], papers[0]] }))).toEqual([
    400,
    'certificate.twice',
  ]);
  const scan = await scanOf(2);
  const answers = await Promise.all(
    [1, 2, 3].map(() => clerk.post('/billing/certificates/receive', { certificates: papers, scan })),
  );
  expect(answers.map((one) => one.status).sort()).toEqual([200, 409, 409]);
  const rows = (
    await clerk.get(`/billing/certificates?filters[customer][documentId][$eq]=${buyer.documentId}&populate=scan`)
  ).body.data;
  expect(rows.map((row: { state: string; scan: { documentId: string } }) => [row.state, row.scan.documentId])).toEqual([
    ['checked', scan],
    ['checked', scan],
  ]);
});

test('what is pending is listed by customer and age, and asked for once a week at most', async () => {
  const buyer = await company();
  const silent = await company();
  const first = await withheld(buyer);
  await withheld(silent);
  await clerk.put(`/crm/customers/${silent.documentId}`, { email: null });
  await clockTo('2031-03-01T03:00:00Z');
  await withheld(buyer);
  const pending = (await clerk.get('/billing/pending-certificates')).body.data as Record<string, unknown>[];
  expect(pending.find((one) => one.customer === buyer.documentId)).toMatchObject({
    ...{ certificates: 2, amount: '60000', oldest: '2031-01-10', current: '30000', past30: '30000', past60: '0' },
  });
  const chase = async (...customers: string[]) =>
    (await clerk.post('/billing/pending-certificates/chase', { customers })).body.data as {
      customer: string;
      outcome: string;
    }[];
  const outcomes = async (...customers: string[]) => (await chase(...customers)).map((one) => one.outcome);
  const together = await Promise.all([1, 2, 3].map(() => outcomes(buyer.documentId)));
  expect(together.flat().sort()).toEqual(['asked_lately', 'asked_lately', 'sent']);
  expect(await outcomes(silent.documentId)).toEqual(['no_address']);
  await clockTo('2031-03-07T16:00:00Z');
  expect(await outcomes(buyer.documentId)).toEqual(['asked_lately']);
  await clockTo('2031-03-08T03:00:00Z');
  expect(await outcomes(buyer.documentId)).toEqual(['sent']);
  const mails = await app.platform.rows.find<{ to: string; data: { total: string; certificates: unknown[] } }>(
    'plugin::platform.delivery',
    (query, column) => void query.where(column('template'), 'certificates-chase').orderBy(column('id')),
  );
  expect(mails.map(({ data }) => [data.total, data.certificates.length])).toEqual([
    ['600.00', 2],
    ['600.00', 2],
  ]);
  await receive(first.certificate, { number: '30', on: today() });
  const left = (await clerk.get('/billing/pending-certificates')).body.data as Record<string, unknown>[];
  expect(left.find((one) => one.customer === buyer.documentId)).toMatchObject({ certificates: 1, amount: '30000' });
  // A reversed payment is not waited for any more.
  const again = await withheld(silent);
  expect((await clerk.post(`/billing/payments/${again.payment}/reverse`, { reason: 'x' })).status).toBe(200);
  const url = `/platform/timeline?type=plugin::billing.withholding-certificate&subject=${again.certificate}`;
  const told = (await clerk.get(url)).body.data as { name: string }[];
  expect(told.map(({ name }) => name)).toEqual(['certificate.dropped', 'certificate.expected']);
  expect((await receive(again.certificate, { number: '31', on: today() })).status).toBe(409);
});
