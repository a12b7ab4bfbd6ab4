import { addDays } from '@sanya/strapi-plugin-platform/kernel';
import { type App, bootApp, type Member, type Staff } from '../../support/app';
import { said, textOf } from '../../support/pdf';
import { createTampering } from '../../support/tamper';
import { asSystem, companyMember, customerOf, issue, line, proofOf } from '../billing/support';
import type { entitlements as entitlementsService } from '../../../plugins/contracts/server/src/services/entitlements';
import { asked, type Contract, contractDesk, own, pay, refused } from './support';

const ENTRY = 'plugin::contracts.entitlement-entry';

interface Standing {
  line: string;
  unit: string;
  startsOn: string | null;
  endsOn: string | null;
  granted: string;
  carried: string;
  added: string;
  used: string;
  expired: string;
  left: string;
  expiring: string;
}
interface Entry {
  documentId: string;
  kind: string;
  amount: string;
  periodStart: string;
  happenedOn: string;
}

let app: App;
let owner: Staff;
let desk: ReturnType<typeof contractDesk>;
let member: Member;
let other: Member;
let customer: { id: number; documentId: string };

beforeAll(async () => {
  app = await bootApp({ SANYA_GRAPHQL: 'on' });
  owner = await app.staff('owner');
  desk = contractDesk(app, await app.staff());
  [member, other] = [await companyMember(app), await companyMember(app)];
  customer = await customerOf(app, member);
  await desk.turnTo('2030-01-31');
});
afterAll(() => app?.close());
afterEach(async () => expect(await proofOf(app)).toEqual([]));

const visits = { unit: 'visit', quantity: '12', per: 'year', carries: 'at_most', most: '2' };
const make = (entitlements: object[], more: object = {}, over: object = {}): Promise<Contract> =>
  desk.make(
    customer.documentId,
    [{ description: 'ดูแลเครื่องปรับอากาศ', unitPrice: '100000', unit: 'เดือน', entitlements, ...over }],
    more,
  );
const standing = async ({ documentId }: { documentId: string }): Promise<Standing[]> =>
  (await asked<{ entitlements: Standing[] }>(owner.get(`/contracts/contracts/${documentId}/entitlements`)))
    .entitlements;
const left = async (contract: Contract): Promise<(string | undefined)[]> =>
  (await standing(contract)).map((one) => one.left);
const entries = (contract: Contract, query = ''): Promise<Entry[]> =>
  asked(
    owner.get(
      `/contracts/entitlement-entries?filters[contract][documentId][$eq]=${contract.documentId}&sort=id:asc&pagination[pageSize]=100${query}`,
    ),
  );
const lineOf = (contract: Contract): string => contract.lines[0]?.documentId ?? '';
const on = (contract: Contract, verb: string, body: object, staff = owner) =>
  staff.post(`/contracts/contract-lines/${lineOf(contract)}/${verb}`, body);
const face = () => app.strapi.plugin('contracts').service('entitlements') as ReturnType<typeof entitlementsService>;
const lineId = async (contract: Contract): Promise<number> => {
  const [row] = await app.platform.rows.byDocumentIds('plugin::contracts.contract-line', [lineOf(contract)]);
  return row?.id ?? 0;
};
const turnOf = (documentId: string) =>
  app.platform.rows
    .byDocumentIds<{ entitlementsDueOn: string | null }>('plugin::contracts.contract-line', [documentId])
    .then(([row]) => row?.entitlementsDueOn ?? null);

test('12 visits a year, 9 used, at most 2 carried over: the next year starts with 14', async () => {
  const contract = await make([visits]);
  expect(await standing(contract)).toMatchObject([
    { unit: 'visit', granted: '12', used: '0', left: '12', startsOn: '2030-01-31', endsOn: '2031-01-30' },
  ]);
  expect(await turnOf(lineOf(contract))).toBe('2031-01-31');
  await asked(on(contract, 'use', { unit: 'visit', quantity: '9', reason: 'ล้างเครื่อง' }));
  expect(await standing(contract)).toMatchObject([{ granted: '12', used: '9', left: '3', expiring: '1' }]);
  await desk.turnTo('2031-01-31');
  expect(await standing(contract)).toMatchObject([
    { granted: '12', carried: '2', used: '0', left: '14', startsOn: '2031-01-31' },
  ]);
  expect((await entries(contract)).map(({ kind, amount, periodStart }) => [kind, amount, periodStart])).toEqual([
    ['grant', '12', '2030-01-31'],
    ['use', '-9', '2030-01-31'],
    ['grant', '12', '2031-01-31'],
    ['carry', '2', '2031-01-31'],
    ['expire', '-1', '2030-01-31'],
    ['carry', '-2', '2030-01-31'],
  ]);

  // A visit of last year that is told late takes what would have expired first, and then what was carried over.
  await asked(on(contract, 'use', { unit: 'visit', quantity: '2', on: '2030-12-01' }));
  expect(await left(contract)).toEqual(['13']);
  expect(await refused(on(contract, 'use', { unit: 'visit', quantity: '2', on: '2030-12-01' }))).toEqual([
    ...[422, 'entitlement.too_little_left', 'quantity'],
  ]);
  // Thought better of: it is as it was.
  const [late] = await entries(contract, '&filters[happenedOn][$eq]=2030-12-01');
  await asked(owner.post(`/contracts/entitlement-entries/${late?.documentId}/undo`, { reason: 'ลงผิดวัน' }));
  await asked(owner.post(`/contracts/entitlement-entries/${late?.documentId}/undo`, {}));
  expect(await left(contract)).toEqual(['14']);
  await desk.act(contract.documentId, 'cancel', { ending: 'now' });
});

test('the payment that begins a contract grants what it entitles to, and before it there is nothing', async () => {
  const invoice = await issue(app, customer.id, [line()]);
  const terms = { entitlements: [visits], noticeDays: 0 };
  const contract = await asked<Contract>(
    owner.post(`/contracts/contracts/from-invoice/${invoice?.documentId}`, terms),
    201,
  );
  expect([contract.state, await left(contract), (await entries(contract)).length]).toEqual([
    'awaiting_start',
    ['0'],
    0,
  ]);
  const asks = { documentId: invoice?.documentId ?? '', total: String(invoice?.total) };
  await pay(owner, customer.documentId, asks, desk.today());
  expect([(await desk.read(contract.documentId)).state, await left(contract)]).toEqual(['active', ['12']]);
  expect((await entries(contract)).map(({ kind }) => kind)).toEqual(['grant']);
  await desk.act(contract.documentId, 'cancel', { ending: 'now' });
});

test('many who use the last ones at once get what there is, and never more', async () => {
  const contract = await make([{ ...visits, quantity: '3' }]);
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => on(contract, 'use', { unit: 'visit', quantity: '1' }).then(({ status }) => status)),
  );
  expect(answers.filter((status) => status === 200).length).toBe(3);
  expect(answers.filter((status) => status === 422).length).toBe(5);
  expect(await left(contract)).toEqual(['0']);
  // The database itself refuses it.
  await expect(
    app.platform.rows.insert(ENTRY, [
      {
        ...{ contract: contract.id, line: await lineId(contract), unit: 'visit', kind: 'use', amount: -1000n },
        ...{ periodStart: desk.today(), happenedOn: desk.today(), cause: null, reason: null },
        recordedAt: app.platform.clock.now(),
      },
    ]),
  ).rejects.toMatchObject({ message: expect.stringMatching(/./) });
  await desk.act(contract.documentId, 'cancel', { ending: 'now' });
});

test('what is entered for a cause is entered once, however often and by how many it is told', async () => {
  const contract = await make([{ unit: 'hour', quantity: '10', per: 'period' }]);
  const id = await lineId(contract);
  const wish = { line: id, unit: 'hour' as const, quantity: 1_500n, cause: 'visit:once' };
  await asSystem(app, () => face().useEntitlements([wish, wish]));
  await Promise.all([1, 2, 3].map(() => asSystem(app, () => face().useEntitlements([wish]))));
  expect(await left(contract)).toEqual(['8.5']);
  const [balance] = await asSystem(app, () => face().balances([contract.id]));
  expect(balance).toMatchObject({ left: 8_500n, used: 1_500n, granted: 10_000n });

  // A list is entered whole or not at all.
  const tooMuch = { line: id, unit: 'hour' as const, quantity: 9_000n, cause: 'visit:big' };
  const fits = { line: id, unit: 'hour' as const, quantity: 1_000n, cause: 'visit:small' };
  await expect(asSystem(app, () => face().useEntitlements([fits, tooMuch]))).rejects.toThrow(
    'entitlement.too_little_left',
  );
  expect(await left(contract)).toEqual(['8.5']);

  const back = { use: { cause: 'visit:once' } };
  await asSystem(app, () => face().giveBackEntitlements([back]));
  await asSystem(app, () => face().giveBackEntitlements([back]));
  expect(await left(contract)).toEqual(['10']);
  await expect(asSystem(app, () => face().giveBackEntitlements([{ use: { cause: 'visit:never' } }]))).rejects.toThrow(
    'entitlement.use_unknown',
  );
  await desk.act(contract.documentId, 'cancel', { ending: 'now' });
});

test('each billed period grants its own; a leap over several leaves what living through them would have', async () => {
  const contract = await make([{ unit: 'case', quantity: '4', per: 'period', carries: 'all', carriedMonths: 1 }]);
  await asked(on(contract, 'use', { unit: 'case', quantity: '1' }));
  const start = desk.today();
  await desk.turnTo('2031-04-15');
  const periods = await entries(contract, '&filters[kind][$eq]=grant');
  expect(periods.map(({ periodStart }) => periodStart)).toEqual([start, '2031-02-28', '2031-03-31']);
  // What February took over was good for a month: 3 expired. March took over the 4 of February.
  expect(await entries(contract, '&filters[kind][$eq]=expire')).toMatchObject([
    { amount: '-3', happenedOn: '2031-03-28', periodStart: '2031-02-28' },
  ]);
  expect(await left(contract)).toEqual(['8']);
  await asked(on(contract, 'top-up', { unit: 'case', quantity: '2', reason: 'ซื้อเพิ่ม' }));
  await asked(on(contract, 'adjust', { unit: 'case', quantity: '-1', reason: 'นับซ้ำ' }));
  expect(await standing(contract)).toMatchObject([{ carried: '4', added: '1', left: '9' }]);

  // Nothing is used while the service is off, nor what is over.
  await desk.act(contract.documentId, 'suspend', { reason: 'ปิดปรับปรุง' });
  expect(await refused(on(contract, 'use', { unit: 'case', quantity: '1' }))).toEqual([
    ...[409, 'entitlement.suspended', 'on'],
  ]);
  await desk.act(contract.documentId, 'resume');
  await asked(on(contract, 'use', { unit: 'case', quantity: '1', on: '2031-04-15' }));
  await desk.act(contract.documentId, 'cancel', { ending: 'now' });
  await desk.turnTo('2031-04-16');
  expect((await desk.read(contract.documentId)).state).toBe('ended');
  expect(await left(contract)).toEqual(['0']);
  expect(await refused(on(contract, 'use', { unit: 'case', quantity: '1' }))).toEqual([
    ...[409, 'entitlement.not_running', 'on'],
  ]);
  expect(await turnOf(lineOf(contract))).toBeNull();
});

test('what a running contract entitles to is agreed later, and granted at once', async () => {
  const contract = await make([]);
  expect(await standing(contract)).toEqual([]);
  await desk.turnTo('2031-06-01');
  const agree = (entitlements: object[]) => on(contract, 'entitlements', { entitlements });
  await asked(agree([visits, { unit: 'hour', quantity: '5.5', per: 'period' }]));
  expect((await standing(contract)).map(({ unit, startsOn, left: rest }) => [unit, startsOn, rest])).toEqual([
    ['visit', '2031-04-16', '12'],
    ['hour', '2031-05-16', '5.5'],
  ]);
  // From the next period on.
  await asked(
    agree([
      { ...visits, quantity: '24' },
      { unit: 'hour', quantity: '0', per: 'period' },
    ]),
  );
  expect(await left(contract)).toEqual(['12', '5.5']);
  await desk.turnTo('2031-06-16');
  expect(await left(contract)).toEqual(['12', '0']);
  expect(await refused(agree([visits]))).toEqual([422, 'entitlement.still_kept', 'entitlements']);
  const monthly = { unit: 'hour', quantity: '0', per: 'period' };
  expect(await refused(agree([{ ...visits, per: 'term' }, monthly]))).toEqual([
    ...[422, 'entitlement.per_stays', 'entitlements.0.per'],
  ]);
  await desk.act(contract.documentId, 'cancel', { ending: 'now' });
});

test('what cannot be kept, or is not promised, is refused where it stands', async () => {
  const wrong = async (entitlement: object, ...rest: object[]) =>
    refused(
      owner.post('/contracts/contracts', {
        customer: customer.documentId,
        lines: [{ description: 'x', unitPrice: '1', entitlements: [entitlement, ...rest] }],
      }),
    );
  const at = (field: string) => `lines.0.entitlements.0.${field}`;
  expect(await wrong({ unit: 'visit', quantity: '1.5' })).toEqual([400, 'entitlement.not_whole', at('quantity')]);
  expect(await wrong({ unit: 'visit', quantity: '1', carries: 'at_most' })).toEqual([
    ...[400, 'entitlement.quantity_not_positive', at('most')],
  ]);
  expect(await wrong({ unit: 'visit', quantity: '1', carriedMonths: 3 })).toEqual([
    ...[422, 'entitlement.nothing_carried', at('carriedMonths')],
  ]);
  expect(await wrong(visits, visits)).toEqual([400, 'entitlement.unit_twice', 'lines.0.entitlements.1.unit']);
  const contract = await make([visits]);
  const use = (body: object, staff = owner) =>
    refused(on(contract, 'use', { unit: 'visit', quantity: '1', ...body }, staff));
  expect(await use({ unit: 'hour' })).toEqual([422, 'entitlement.not_promised', 'unit']);
  expect(await use({ quantity: '0' })).toEqual([400, 'entitlement.quantity_not_positive', 'quantity']);
  expect(await use({ on: '2099-01-01' })).toEqual([400, 'entitlement.in_future', 'on']);
  expect(await use({ on: '2031-01-01' })).toEqual([409, 'entitlement.not_running', 'on']);
  expect((await refused(on(contract, 'adjust', { unit: 'visit', quantity: '1', reason: '' })))[0]).toBe(400);
  expect(await refused(on(contract, 'adjust', { unit: 'visit', quantity: '-13', reason: 'x' }))).toEqual([
    ...[422, 'entitlement.too_little_left', 'quantity'],
  ]);
  const [grant] = await entries(contract);
  expect(await refused(owner.post(`/contracts/entitlement-entries/${grant?.documentId}/undo`, {}))).toEqual([
    ...[409, 'entitlement.no_use', undefined],
  ]);

  // Who answers the phone enters a use, and tops nothing up.
  const agent = await app.staff('support-agent');
  await asked(on(contract, 'use', { unit: 'visit', quantity: '1' }, agent));
  expect((await refused(on(contract, 'top-up', { unit: 'visit', quantity: '1' }, agent)))[0]).toBe(403);
  const accountant = await app.staff('accountant');
  expect((await use({}, accountant))[0]).toBe(403);

  const draft = await make([visits], { draft: true });
  expect(await refused(on(draft, 'use', { unit: 'visit', quantity: '1' }))).toEqual([
    ...[409, 'contract.not_active', undefined],
  ]);
  expect(await left(draft)).toEqual(['0']);
});

test('members see what is left of their own, in REST and in GraphQL, and nobody else’s', async () => {
  const [mine] = await asked<Contract[]>(own(member, 'contracts?filters[state][$eq]=active&sort=id:desc'));
  const url = `contracts/${mine?.documentId}/entitlements`;
  const seen = await asked<{ entitlements: Standing[] }>(own(member, url));
  expect(seen.entitlements).toMatchObject([{ unit: 'visit', used: '1', left: '11' }]);
  const read = await asked<{ entitlements: Standing[] }>(own(member, `contracts/${mine?.documentId}`));
  expect(read.entitlements).toEqual(seen.entitlements);
  const [entry] = await asked<Record<string, unknown>[]>(own(member, 'entitlement-entries?sort=id:desc'));
  expect(entry).toMatchObject({ kind: 'use', amount: '-1' });
  expect(entry).not.toHaveProperty('cause');
  expect((await own(other, url)).status).toBe(404);
  expect(await asked(own(other, 'entitlement-entries'))).toEqual([]);
  const use = `/api/contracts/contract-lines/${seen.entitlements[0]?.line}/use`;
  expect((await member.post(use, { unit: 'visit', quantity: '1' })).status).toBe(405);
  const ask = async (reader: Member) =>
    (
      await reader.post('/graphql', {
        query: `query ($id: ID!) { contractEntitlements(id: $id) { entitlements { unit left } } }`,
        variables: { id: mine?.documentId },
      })
    ).body as { data: { contractEntitlements: { entitlements: { unit: string; left: string }[] } } | null };
  expect((await ask(member)).data?.contractEntitlements.entitlements).toEqual([{ unit: 'visit', left: '11' }]);
  expect((await ask(other)).data ?? { contractEntitlements: null }).toEqual({ contractEntitlements: null });
});

test('the books proof names a contract whose period was never granted', async () => {
  const contract = await make([visits]);
  // As if somebody had changed the row by hand.
  const cases = { unit: 'case', quantity: '2', per: 'year', carries: 'none', most: null };
  await app.platform.rows.update('plugin::contracts.contract-line', [
    {
      id: await lineId(contract),
      entitlements: [visits, cases].map((one) => ({ ...one, carriedMonths: null, from: null })),
    },
  ]);
  expect(await proofOf(app)).toMatchObject([
    { check: 'contracts.entitlements-granted', documentId: contract.documentId },
  ]);
  await asked(on(contract, 'entitlements', { entitlements: [visits, { unit: 'case', quantity: '2', per: 'year' }] }));
  expect(await left(contract)).toEqual(['12', '2']);
});

test('a contract is a paper in both languages, on the clauses that it was agreed on', async () => {
  const agreed = await make(
    [visits],
    { termMonths: 12, noticeDays: 30, note: 'ล้างใหญ่ปีละครั้ง' },
    { minimumMonths: 6 },
  );
  const paper = async (
    contract: Contract,
    lang: string,
    reader: Member | Staff = owner,
    door = '',
  ): Promise<string> => {
    const answer = await reader
      .get(`${door}/contracts/contracts/${contract.documentId}/document?lang=${lang}`)
      .buffer(true)
      .parse((response, done) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => done(null, Buffer.concat(parts)));
      });
    expect(answer.headers['content-type']).toBe('application/pdf');
    return textOf(answer.body as Buffer);
  };
  const thai = await paper(agreed, 'th', member, '/api');
  for (const text of [
    agreed.number,
    agreed.serviceId,
    'บริษัท เชียงใหม่การค้า จำกัด',
    'ดูแลเครื่องปรับอากาศ',
    'ล้างใหญ่ปีละครั้ง',
  ]) {
    expect(thai).toContain(said(text));
  }
  expect(thai).toContain(said('เข้าบริการ 12 ครั้ง ต่อปี'));
  expect(thai).toContain(said('แจ้งล่วงหน้า 30 วัน'));
  const english = await paper(agreed, 'en');
  expect(english).toContain('Service contract');
  expect(english).toContain('At most 2 of what is left is carried over.');
  expect(english).toContain('The minimum term is 6 months.');

  // New clauses are for what is agreed from now on.
  const marketing = await app.staff();
  const templates = await asked<{ id: string; code: string; version: number }[]>(marketing.get('/platform/templates'));
  const { id, version } = templates.find(({ code }) => code === 'contract-clauses') ?? { id: '', version: 0 };
  const preview = { language: 'en', subject: 'x', body: '<p>{{ contract.serviceId }}</p>', row: agreed.documentId };
  expect((await asked<{ html: string }>(marketing.post(`/platform/templates/${id}/preview`, preview))).html).toContain(
    agreed.serviceId,
  );
  await asked(marketing.put(`/platform/templates/${id}`, { version, bodyEn: '<h3>1. New</h3><p>Other words.</p>' }));
  expect(await paper(agreed, 'en')).toBe(english);
  const later = await make([]);
  expect(await paper(later, 'en')).toContain('Other words.');

  // A draft is a paper for staff alone; another's is not there.
  const draft = await make([], { draft: true });
  expect(await paper(draft, 'en')).toContain('Other words.');
  expect((await own(member, `contracts/${draft.documentId}/document`)).status).toBe(404);
  expect((await own(other, `contracts/${agreed.documentId}/document`)).status).toBe(404);
});

test('the books proof names a contract of which an entry is gone, whether of this period or one before', async () => {
  const today = desk.today();
  const contract = await make([visits]);
  const untouched = await make([visits]);
  await asked(on(contract, 'use', { unit: 'visit', quantity: '9' }));
  const books = createTampering(app, (check) => check.startsWith('contracts.entitlements'));
  /** What is named when one entry is taken from the ledger. */
  const without = async (kind: string, amount: string): Promise<[string, string][]> => {
    const [entry, ...more] = (await entries(contract)).filter((one) => one.kind === kind && one.amount === amount);
    expect([kind, more.length]).toEqual([kind, 0]);
    let named: [string, string][] = [];
    await books.undone([ENTRY], async () => {
      const knex = await app.platform.rows.knex();
      await knex(app.platform.rows.table(ENTRY)).where('document_id', entry?.documentId).delete();
      named = (await books.found()).map(({ check, documentId }) => [check, documentId]);
    });
    return named;
  };
  const unequal = ['contracts.entitlements-equal-entries', contract.documentId];
  const missing = ['contracts.entitlements-granted', contract.documentId];
  expect(await without('grant', '12')).toEqual([unequal, missing]);

  await desk.turnTo(addDays(today, 366));
  // The year before: one of the three that were left had expired.
  expect(await without('expire', '-1')).toEqual([unequal, missing]);
  expect(await without('use', '-9')).toContainEqual(unequal);
  expect(await left(untouched)).toEqual(['14']);
  expect(books.seen).toEqual(new Set(books.registered()));
});
