import type { PlatformCore } from '../../../plugins/platform/server/src/core/core';
import { createTidyKeys } from '../../../plugins/platform/server/src/doors/tidy-keys';
import { type App, bootApp, type Member, type Staff } from '../../support/app';
import { companyMember, customerOf, issue, line, slipPicture } from '../billing/support';
import { changedIn, createFingerprint } from '../doors/fingerprint';

let app: App;
let owner: Staff;
let member: Member;

beforeAll(async () => {
  app = await bootApp({ SANYA_JOBS: 'off', SANYA_GRAPHQL: 'on' });
  owner = await app.staff();
  member = await app.member();
}, 240_000);
afterAll(() => app?.close());

const KEY = 'plugin::platform.idempotency-key';
const keys = (): Promise<number> => app.strapi.db.query(KEY).count();
const turn = (advance: string, key?: string) =>
  owner.post('/platform/clock', { advance }, key ? { 'Idempotency-Key': key } : {});
const now = async (): Promise<string> => (await owner.get('/platform/clock')).body.data.now as string;

describe('actions with transactions of their own', () => {
  test('the clock is turned once by a key, however often it is asked', async () => {
    const first = await turn('P1D', 'one-day');
    expect(first.status).toBe(200);
    const after = await now();
    const again = await turn('P1D', 'one-day');
    expect(again.status).toBe(200);
    expect(again.body).toEqual(first.body);
    expect(await now()).toBe(after);
  });

  test('the same key with another body is refused, and turns nothing', async () => {
    const before = await now();
    const other = await turn('P2D', 'one-day');
    expect(other.status).toBe(422);
    expect(other.body.error.details.code).toBe('idempotency.other_body');
    expect(await now()).toBe(before);
  });

  test('a key is its caller’s own: another who uses the same one is answered for itself', async () => {
    const [accountant, again] = [await app.staff('accountant'), await app.staff('owner')];
    const ask = (who: Staff) =>
      who.post('/crm/customers', { kind: 'person', name: 'ลูกค้า' }, { 'Idempotency-Key': 'the-same' });
    const [mine, others] = [await ask(owner), await ask(again)];
    expect([mine.status, others.status]).toEqual([201, 201]);
    expect(others.body.data.documentId).not.toBe(mine.body.data.documentId);
    // Who may not is refused, whatever another was answered.
    expect((await ask(accountant)).status).toBe(403);
    expect((await ask(owner)).body.data.documentId).toBe(mine.body.data.documentId);
  });

  test('what is refused frees its key', async () => {
    const before = await keys();
    const refused = await turn('yesterday', 'free-again');
    expect(refused.status).toBe(400);
    expect(await keys()).toBe(before);
    expect((await turn('PT1H', 'free-again')).status).toBe(200);
  });

  test('two at once do it once: the second is told that the first has not ended, or its answer', async () => {
    const before = Date.parse(await now());
    const answers = await Promise.all([turn('P3D', 'at-once'), turn('P3D', 'at-once')]);
    for (const { status, body } of answers) {
      if (status === 200) continue;
      expect(status).toBe(409);
      expect(body.error.details).toMatchObject({ code: 'idempotency.not_finished', field: 'Idempotency-Key' });
    }
    expect(answers.some(({ status }) => status === 200)).toBe(true);
    // The clock goes on by itself meanwhile, by seconds.
    const days = (Date.parse(await now()) - before) / 86_400_000;
    expect(Math.round(days)).toBe(3);
  });

  test('a key whose work never ended is not done twice', async () => {
    expect((await turn('PT1H', 'cut-off')).status).toBe(200);
    await app.strapi.db.query(KEY).update({ where: { key: 'cut-off' }, data: { answerStatus: null, answer: null } });
    const before = await now();
    const again = await turn('PT1H', 'cut-off');
    expect(again.status).toBe(409);
    expect(again.body.error.details.code).toBe('idempotency.not_finished');
    expect(Date.parse(await now()) - Date.parse(before)).toBeLessThan(60_000);
  });

  test('a job is run once by a key, and another job has keys of its own', async () => {
    const run = (job: string) => owner.post(`/platform/jobs/${job}/run`, {}, { 'Idempotency-Key': 'run' });
    const first = await run('platform.deliver-events');
    expect(first.status).toBe(200);
    const again = await run('platform.deliver-events');
    expect(again.body.data.id).toBe(first.body.data.id);
    const other = await run('platform.tidy-job-runs');
    expect(other.status).toBe(200);
    expect(other.body.data.id).not.toBe(first.body.data.id);
  });
});

describe('what moves money', () => {
  let payer: Member;
  let customer: { id: number; documentId: string };
  let fingerprint: () => Promise<Record<string, string>>;
  beforeAll(async () => {
    payer = await companyMember(app);
    customer = await customerOf(app, payer);
    fingerprint = createFingerprint({ app });
  });

  interface Asked {
    path: string;
    body: object;
    /** The same door with something else. */
    other: object;
    who?: Pick<Member, 'post'>;
  }
  const billed = () => issue(app, customer.id, [line()]);
  const money = (amount: string, invoice?: { documentId: string }) => ({
    ...{ customer: customer.documentId, method: 'cash', amount, receivedOn: app.platform.clock.today() },
    ...(invoice && { allocations: [{ invoice: invoice.documentId, amount }] }),
  });
  const made = async (path: string, body: object, who: Pick<Member, 'post'> = owner): Promise<string> => {
    const answer = await who.post(path, body);
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body.data.documentId;
  };
  const submitted = async (): Promise<string> =>
    made(`/api/billing/invoices/${(await billed()).documentId}/payments`, { method: 'promptpay' }, payer);
  const because = (path: string): Asked => ({ path, body: { reason: 'this' }, other: { reason: 'that' } });

  const ACTIONS: Record<string, () => Promise<Asked>> = {
    async 'recording a payment'() {
      const invoice = await billed();
      return { path: '/billing/payments', body: money('1000', invoice), other: money('2000', invoice) };
    },
    async 'paying as a member'() {
      const path = `/api/billing/invoices/${(await billed()).documentId}/payments`;
      return { path, body: { method: 'promptpay' }, other: { method: 'promptpay', amount: '1000' }, who: payer };
    },
    async 'verifying a payment'() {
      const path = `/billing/payments/${await submitted()}/verify`;
      return { path, body: { bank: 'KBANK', reference: 'V1' }, other: { bank: 'KBANK', reference: 'V2' } };
    },
    'rejecting a payment': async () => because(`/billing/payments/${await submitted()}/reject`),
    'reversing a payment': async () =>
      because(`/billing/payments/${await made('/billing/payments', money('1070000', await billed()))}/reverse`),
    async 'refunding a payment'() {
      // Of somebody who owes nothing: else it would settle that.
      const { documentId } = await customerOf(app, await companyMember(app));
      const payment = await made('/billing/payments', { ...money('50000'), customer: documentId });
      const body = { amount: '1000', reason: 'too much' };
      return { path: `/billing/payments/${payment}/refund`, body, other: { ...body, amount: '2000' } };
    },
    'crediting an invoice': async () => because(`/billing/invoices/${(await billed()).documentId}/credit-notes`),
    async 'charging more'() {
      const invoice = await billed();
      await made('/billing/payments', money('1070000', invoice));
      const [own] = await app.platform.rows.find<{ invoice: number }>(
        'plugin::billing.invoice-line',
        (query, column) => void query.where(column('invoice'), invoice.id),
      );
      const more = (amount: string) => ({ reason: 'too little', lines: [{ line: own?.documentId, amount }] });
      return { path: `/billing/invoices/${invoice.documentId}/debit-notes`, body: more('10700'), other: more('21400') };
    },
    async 'taxing early'() {
      const { documentId: invoice } = await billed();
      return { path: '/billing/tax-invoices', body: { invoice, reason: 'a' }, other: { invoice, reason: 'b' } };
    },
    'voiding an invoice': async () => because(`/billing/invoices/${(await billed()).documentId}/void`),
    async 'asking for a deposit'() {
      const body = { customer: customer.documentId, kind: 'security', description: 'Key', amount: '10000' };
      return { path: '/billing/deposits', body, other: { ...body, amount: '20000' } };
    },
    async 'taking a cheque'() {
      const body = { customer: customer.documentId, bank: 'KBANK', number: '7654321', amount: '5000' };
      const date = app.platform.clock.today();
      return { path: '/billing/cheques', body: { ...body, date }, other: { ...body, date, amount: '6000' } };
    },
  };

  test.each(Object.entries(ACTIONS))('%s: a key does it once, and refuses another body', async (name, prepare) => {
    const { path, body, other, who = owner } = await prepare();
    const key = { 'Idempotency-Key': name };
    const first = await who.post(path, body, key);
    expect([first.status, first.body.error]).toEqual([expect.any(Number), undefined]);
    const before = await fingerprint();
    const again = await who.post(path, body, key);
    expect([again.status, again.body]).toEqual([first.status, first.body]);
    const refused = await who.post(path, other, key);
    expect([refused.status, refused.body.error.details.code]).toEqual([422, 'idempotency.other_body']);
    expect(changedIn(before, await fingerprint())).toEqual([]);
  });

  test('GraphQL: a key pays once, and refuses another body', async () => {
    const { documentId } = await billed();
    const query = `mutation Pay($id: ID!, $input: PayInvoiceInput!, $key: String) {
      payInvoice(id: $id, input: $input, idempotencyKey: $key) { documentId }
    }`;
    const pay = (input: object) =>
      payer.post('/graphql', { query, variables: { id: documentId, input, key: 'graphql-pays' } });
    const first = await pay({ method: 'promptpay' });
    expect(first.body.data.payInvoice.documentId).toEqual(expect.any(String));
    const before = await fingerprint();
    expect((await pay({ method: 'promptpay' })).body).toEqual(first.body);
    const refused = await pay({ method: 'promptpay', amount: '1000' });
    expect(refused.body.errors[0].extensions.error.details.code).toBe('idempotency.other_body');
    expect(changedIn(before, await fingerprint())).toEqual([]);
  });
});

test('a file that is sent again with its key is kept once; another file with that key is refused', async () => {
  const send = (n: number) =>
    app.http
      .post('/api/platform/files')
      .set('Authorization', `Bearer ${member.token}`)
      .set('Idempotency-Key', 'slip')
      .attach('file', slipPicture(n), 'slip.png');
  const files = (): Promise<number> => app.strapi.db.query('plugin::platform.file').count();
  const before = await files();
  const first = await send(1);
  const again = await send(1);
  expect([first.status, again.status]).toEqual([201, 201]);
  expect(again.body.data.id).toBe(first.body.data.id);
  expect(await files()).toBe(before + 1);
  const other = await send(2);
  expect(other.status).toBe(422);
  expect(other.body.error.details.code).toBe('idempotency.other_body');
  expect(await files()).toBe(before + 1);
});

test('keys are forgotten with their answers after thirty days, all but those whose work never ended', async () => {
  const core = app.strapi.plugin('platform').service('core') as PlatformCore;
  const later = (days: number): string => new Date(Date.parse(core.clock.now()) + days * 86_400_000).toISOString();
  await app.strapi.db.query(KEY).deleteMany({});
  const at = core.clock.now();
  const row = (key: string, answerStatus: number | null) => ({
    ...{ caller: 'staff:1', route: 'test', key, bodyHash: '-', answerStatus, answer: answerStatus && { key }, at },
  });
  const many = Array.from({ length: 2500 }, (_, index) => row(`many-${index}`, 200));
  await app.platform.rows.insert(KEY, [...many, row('cut-off', null)]);
  const tidy = createTidyKeys({ rows: app.platform.rows, clock: core.clock });
  expect(Date.parse((await tidy.nextDue()) ?? '') - Date.parse(at)).toBe(31 * 86_400_000);
  expect(await tidy.step({ tick: at, cursor: null, runId: 0 })).toEqual({ done: true, processed: 0 });

  await core.clock.moveTo(later(29));
  expect((await turn('PT1H', 'of-now')).status).toBe(200);
  expect(await keys()).toBe(2502);
  await core.clock.moveTo(later(3));
  await core.jobs.runDue();
  const left = (await app.strapi.db.query(KEY).findMany({ orderBy: { key: 'asc' } })) as { key: string }[];
  expect(left.map(({ key }) => key)).toEqual(['cut-off', 'of-now']);
  expect(await tidy.nextDue()).not.toBeNull();
});
