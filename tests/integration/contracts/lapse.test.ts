import { addDays, addMonths } from '@sanya/strapi-plugin-platform/kernel';
import type { PlatformCore } from '../../../plugins/platform/server/src/core/core';
import type { MailMessage } from '../../../plugins/platform/server/src/ports/mail';
import { type App, bootApp, type Member, type Staff } from '../../support/app';
import { inBoth } from '../../support/in-both';
import { companyMember, CUSTOMER, customerOf, proofOf } from '../billing/support';
import { asked, type Contract, contractDesk, own } from './support';

let app: App;
let owner: Staff;
let seller: Staff;
let desk: ReturnType<typeof contractDesk>;

interface Buyer {
  member: Member;
  documentId: string;
}
interface Standing {
  granted: string;
  carried: string;
  used: string;
  expired: string;
  left: string;
}

beforeAll(async () => {
  app = await bootApp();
  owner = await app.staff('owner');
  seller = await app.staff('sales', 'seller@example.com');
  desk = contractDesk(app, await app.staff());
  await desk.turnTo('2031-01-01');
});
afterAll(() => app?.close());
afterEach(async () => expect(await proofOf(app)).toEqual([]));

/** On credit terms: asking for it is deciding it. */
async function buyer(language: 'th' | 'en' = 'th'): Promise<Buyer> {
  const member = await companyMember(app);
  const { id, documentId } = await customerOf(app, member);
  await app.platform.rows.update(CUSTOMER, [{ id, owner: Number(seller.id) }]);
  await asked(owner.put(`/crm/customers/${documentId}`, { language }));
  await asked(owner.post(`/crm/customers/${documentId}/credit`, { creditTermsDays: 30 }));
  return { member, documentId };
}
const yearly = ({ documentId }: Buyer, startsOn: string, entitlements: object[]): Promise<Contract> =>
  desk.make(
    documentId,
    [{ description: 'ดูแลระบบ', unitPrice: '1200000', cycle: { unit: 'year', count: 1 }, entitlements }],
    { startsOn, termMonths: 12 },
  );
const draw = ({ lines }: Contract, quantity: string) =>
  owner
    .post(`/contracts/contract-lines/${lines[0]?.documentId}/use`, { unit: 'visit', quantity })
    .set('Accept-Language', 'en');
const standing = async ({ documentId }: { documentId: string }): Promise<Standing | undefined> =>
  (await asked<{ entitlements: Standing[] }>(owner.get(`/contracts/contracts/${documentId}/entitlements`)))
    .entitlements[0];
const at = (instant: string) => asked(owner.post('/platform/clock', { now: instant }));
function mailsTo(address: string): MailMessage[] {
  const { ports } = app.strapi.plugin('platform').service('core') as PlatformCore;
  return (ports.mail as unknown as { sent: MailMessage[] }).sent.filter(({ to }) => to === address);
}

test('the letter of what lapsed names what is lost, and its link brings it back, once', async () => {
  await asked(
    owner.put('/content-manager/single-types/plugin::platform.setting', { storefrontUrl: 'https://shop.example.com/' }),
  );
  const words = {
    name: 'เร่งด่วน',
    nameEn: 'Fast',
    promise: 'ถึงหน้างานใน 4 ชั่วโมง',
    promiseEn: 'On site in 4 hours',
  };
  await asked(
    owner.post('/content-manager/collection-types/plugin::contracts.service-level', {
      ...{ code: 'fast', active: true, ...words },
    }),
    201,
  );
  const letters: string[] = [];
  for (const language of ['th', 'en'] as const) {
    const who = await buyer(language);
    const from = addDays(desk.today(), 1);
    const made = await yearly(who, from, [{ unit: 'visit', quantity: '12', per: 'year', carries: 'none' }]);
    await asked(owner.post(`/contracts/contracts/${made.documentId}/service-level`, { serviceLevel: 'fast' }));
    await desk.turnTo(from);
    await asked(draw(made, '9'));
    const last = addDays(addMonths(from, 12), -1);
    await at(`${last}T16:59:00.000Z`);
    await asked(draw(made, '1'));
    await at(`${last}T17:00:00.000Z`);
    // The same moment nothing is drawn any more, and the refusal says why.
    const late = await draw(made, '1');
    expect([late.status, late.body.error.details.code]).toEqual([409, 'entitlement.not_running']);
    expect(late.body.error.message).toContain(`Contract ${made.number} did not run on`);

    const letter = mailsTo(who.member.email).at(-1)?.html ?? '';
    letters.push(letter);
    expect(mailsTo('seller@example.com').at(-1)?.html).toContain(made.number);
    const link = /href="https:\/\/shop\.example\.com\/contracts\/([a-z0-9]+)"/.exec(letter)?.[1];
    expect(link).toBe(made.documentId);
    const press = () => asked<{ state: string }>(who.member.post(`/api/contracts/contracts/${link}/renew`));
    expect(await press()).toMatchObject({ state: 'won_back', startsOn: desk.today() });
    expect(await press()).toMatchObject({ state: 'won_back' });
    expect(await asked(own(who.member, 'contracts?sort=id:desc'))).toMatchObject([
      { state: 'active', startsOn: desk.today() },
      { state: 'ended', documentId: made.documentId },
    ]);
  }
  const [thai, english] = letters;
  for (const said of ['เพราะยังไม่ได้ต่ออายุ', 'ดูแลระบบ: เข้าบริการ 2 ครั้ง', 'เร่งด่วน: ถึงหน้างานใน 4 ชั่วโมง']) {
    expect(thai).toContain(said);
  }
  for (const said of ['because it was not renewed', 'ดูแลระบบ: Visits: 2', 'Fast: On site in 4 hours']) {
    expect(english).toContain(said);
  }
});

test('9 of 12 visits of a term are used and 2 go on: what is renewed starts with 14, and the 2 are good for as long as agreed', async () => {
  const from = addDays(desk.today(), 1);
  const next = addMonths(from, 12);
  const carried = { unit: 'visit', quantity: '12', per: 'term', carries: 'at_most', most: '2', carriedMonths: 3 };
  const [used, unused, given] = [await buyer(), await buyer(), await buyer()];
  const made: Contract[] = [];
  for (const who of [used, unused, given]) made.push(await yearly(who, from, [carried]));
  const [one, other, over] = made as [Contract, Contract, Contract];
  await desk.turnTo(from);
  for (const contract of made) await asked(draw(contract, '9'));
  await desk.turnTo(addDays(next, -20));
  for (const [who, contract] of [
    [used, one],
    [unused, other],
  ] as const) {
    await asked(who.member.post(`/api/contracts/contracts/${contract.documentId}/renew`));
  }
  // Renewed, and not begun: what is left is of the term that runs.
  expect(await standing(one)).toMatchObject({ granted: '12', used: '9', left: '3' });

  await desk.turnTo(next);
  for (const contract of [one, other]) {
    expect(await standing(contract)).toMatchObject({ granted: '12', carried: '2', used: '0', left: '14' });
  }
  // What was not renewed takes nothing along.
  expect(await standing(over)).toMatchObject({ left: '0', expired: '3' });

  // What was taken over is used first; what of it was not used is gone after the three months.
  await asked(draw(one, '3'));
  await desk.turnTo(addDays(addMonths(next, 3), -1));
  expect([(await standing(one))?.left, (await standing(other))?.left]).toEqual(['11', '14']);
  await desk.turnTo(addMonths(next, 3));
  expect([(await standing(one))?.left, (await standing(other))?.left]).toEqual(['11', '12']);
  expect((await draw(other, '13')).body.error.details.code).toBe('entitlement.too_little_left');
  await asked(draw(other, '12'));
});

describe('the reason that the system gives by itself', () => {
  const LAPSED = ['หมดอายุโดยไม่ได้ต่อ', 'Lapsed without renewal'];
  const OVER = ['พ้นกำหนดชำระเพื่อต่อสัญญา', 'The days to renew by paying are over'];

  interface Told {
    name: string;
    after: { reason?: string } | null;
  }
  const timeline = async (type: string, documentId: string, name: string) =>
    (await inBoth<Told[]>(() => owner.get(`/platform/timeline?type=${type}&subject=${documentId}`))).map(
      (log) => log.find((event) => event.name === name)?.after?.reason,
    );

  test('why a contract and its offer are over, each reader is told in their own language, wherever they read it', async () => {
    const admin = await app.staff();
    const text = 'Why: {{ contract.endReason }}';
    const { workflow } = await asked<{ workflow: { documentId: string } }>(
      admin.post('/platform/workflows', {
        ...{ name: 'Lapsed', event: 'contract.ended' },
        conditions: { all: [{ field: 'endReason', operator: 'contains', value: 'ไม่ได้ต่อ' }] },
        actions: [{ kind: 'mail', to: 'customer', subject: { th: text, en: text }, body: { th: text, en: text } }],
      }),
      201,
    );
    await asked(admin.post(`/platform/workflows/${workflow.documentId}/switch-on`));
    const [who, thai] = [await buyer('en'), await buyer('th')];
    const from = addDays(desk.today(), 1);
    const made = await yearly(who, from, []);
    await yearly(thai, from, []);
    const last = addDays(addMonths(from, 12), -1);
    await desk.turnTo(addDays(last, -1));
    const [renewal] = await asked<{ invoice: { documentId: string } }[]>(
      owner.get(`/contracts/renewals?filters[contract][documentId][$eq]=${made.documentId}&populate[invoice]=true`),
    );
    await desk.turnTo(addDays(last, 1));

    const reasons = async (ask: () => ReturnType<Staff['get']>) =>
      (await inBoth<{ endReason: string }>(ask)).map(({ endReason }) => endReason);
    const { documentId } = made;
    expect(await reasons(() => owner.get(`/contracts/contracts/${documentId}`))).toEqual(LAPSED);
    expect(await reasons(() => who.member.get(`/api/contracts/contracts/${documentId}`))).toEqual(LAPSED);
    const plain = `/content-manager/collection-types/plugin::contracts.contract/${documentId}`;
    expect(await reasons(() => admin.get(plain))).toEqual(LAPSED);
    const query = `{ contractsContract(documentId: "${documentId}") { endReason } }`;
    const asking = () => who.member.post('/graphql', { query });
    const graphql = await inBoth<{ contractsContract: { endReason: string } }>(asking);
    expect(graphql.map(({ contractsContract }) => contractsContract.endReason)).toEqual(LAPSED);
    expect(await timeline('plugin::contracts.contract', documentId, 'contract.ended')).toEqual(LAPSED);
    // A condition is held against the words of the office, and a mail says it in the language of its reader.
    expect([mailsTo(thai.member.email), mailsTo(who.member.email)].map((mails) => mails.at(-1)?.subject)).toEqual(
      LAPSED.map((said) => `Why: ${said}`),
    );

    await desk.turnTo(addDays(last, 200));
    const offer = renewal?.invoice.documentId ?? '';
    for (const ask of [
      () => owner.get(`/billing/invoices/${offer}`),
      () => who.member.get(`/api/billing/invoices/${offer}`),
    ]) {
      const said = await inBoth<{ state: string; voidReason: string }>(ask);
      expect(said.map(({ state, voidReason }) => [state, voidReason])).toEqual(OVER.map((words) => ['void', words]));
    }
    expect(await timeline('plugin::billing.invoice', offer, 'invoice.voided')).toEqual(OVER);
  });

  test('what people type is never taken for it', async () => {
    const who = await buyer();
    const made = await yearly(who, desk.today(), []);
    const typed = '{"code":"renewal.lapsed_reason","params":{}}';
    const cancel = (reason: string) =>
      owner.post(`/contracts/contracts/${made.documentId}/cancel`, { ending: 'now', reason });
    const forged = await cancel(`\u0002${typed}\u0003`);
    expect([forged.status, forged.body.error.details.code]).toEqual([400, 'input.control_characters']);
    const around = await owner.put(`/content-manager/collection-types/plugin::contracts.contract/${made.documentId}`, {
      endReason: `\u0002${typed}\u0003`,
    });
    expect([around.status, around.body.error.details.code]).toEqual([400, 'input.control_characters']);
    await asked(cancel(typed));
    const said = await inBoth<{ endReason: string }>(() => owner.get(`/contracts/contracts/${made.documentId}`));
    expect(said.map(({ endReason }) => endReason)).toEqual([typed, typed]);
  });
});
