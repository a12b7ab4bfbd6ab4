import { type App, bootApp, type Member, type Staff } from '../../support/app';
import { textOf } from '../../support/pdf';
import { companyMember, customerOf, proofOf } from '../billing/support';
import { asked, type Contract, contractDesk, refused } from './support';

const CONTENT = '/content-manager/collection-types';

let app: App;
let manager: Staff;
let desk: ReturnType<typeof contractDesk>;
/** Document ids of a class of customers and of levels, by their codes. */
let vip: string;
const levels: Record<string, string> = {};

interface Level {
  serviceLevel: { code: string; name: string; promise: string | null; of: string } | null;
}

const add = (type: string, body: object) => manager.post(`${CONTENT}/plugin::contracts.${type}`, body);

beforeAll(async () => {
  app = await bootApp();
  const owner = await app.staff('super-admin');
  manager = await app.staff('service-manager');
  desk = contractDesk(app, owner);
  await desk.turnTo('2030-01-10');
  const made = await asked<{ documentId: string }>(
    owner.post(`${CONTENT}/plugin::crm.customer-class`, { code: 'vip', name: 'ลูกค้าสำคัญ' }),
    201,
  );
  vip = made.documentId;
  for (const [code, name, nameEn, active] of [
    ['gold', 'ทอง', 'Gold', true],
    ['silver', 'เงิน', 'Silver', true],
    ['old', 'เดิม', 'Old', false],
  ] as const) {
    const promise = { promise: `${name}: ตอบภายใน 4 ชั่วโมง`, promiseEn: `${nameEn}: answered within 4 hours` };
    const level = await asked<{ documentId: string }>(
      add('service-level', { code, name, nameEn, active, ...promise }),
      201,
    );
    levels[code] = level.documentId;
  }
  const usual = {
    customerClass: { connect: [{ documentId: vip }] },
    serviceLevel: { connect: [{ documentId: levels.gold }] },
  };
  expect((await add('class-service-level', usual)).status).toBe(201);
  const [, code] = await refused(add('class-service-level', usual));
  expect(code).toBe('service_level.class_has_one');
});
afterAll(() => app?.close());
afterEach(async () => expect(await proofOf(app)).toEqual([]));

const LINE = { description: 'ดูแล', quantity: '1', unitPrice: '100000', cycle: { unit: 'month', count: 1 } };

async function agreed(isVip: boolean): Promise<{ member: Member; contract: Contract }> {
  const member = await companyMember(app);
  const customer = await customerOf(app, member);
  const [row] = await app.platform.rows.byDocumentIds('plugin::crm.customer-class', [vip], { fields: [] });
  if (isVip) await app.platform.rows.update('plugin::crm.customer', [{ id: customer.id, class: row?.id }]);
  return { member, contract: await desk.make(customer.documentId, [LINE]) };
}
const levelOf = async ({ documentId }: Contract): Promise<Level['serviceLevel']> =>
  (await asked<Level>(manager.get(`/contracts/contracts/${documentId}/service-level`))).serviceLevel;
const set = ({ documentId }: Contract, serviceLevel: string | null) =>
  manager.post(`/contracts/contracts/${documentId}/service-level`, { serviceLevel });

test('the class of a customer says which service is promised, wherever the contract is seen', async () => {
  const [important, usual, other] = [await agreed(true), await agreed(false), await agreed(false)];
  expect(await levelOf(important.contract)).toMatchObject({ code: 'gold', name: 'ทอง', of: 'class' });
  expect(await levelOf(usual.contract)).toBeNull();
  const { serviceId, documentId } = important.contract;
  const found = await asked<Level>(manager.post('/contracts/service-ids', { serviceId }));
  expect(found).toMatchObject({ serviceLevel: { code: 'gold', promise: 'ทอง: ตอบภายใน 4 ชั่วโมง' } });
  const path = `/api/contracts/contracts/${documentId}/service-level`;
  const seen = await important.member.get(path).set('Accept-Language', 'en');
  expect(seen.body.data.serviceLevel).toMatchObject({ name: 'Gold', promise: 'Gold: answered within 4 hours' });
  expect((await other.member.get(path)).status).toBe(404);
});

test('a contract may agree on another, which stays when the class changes, and may let the class decide again', async () => {
  const { contract } = await agreed(true);
  expect(await asked<Level>(set(contract, 'silver'))).toMatchObject({
    serviceLevel: { code: 'silver', of: 'contract' },
  });
  expect(await levelOf(contract)).toMatchObject({ code: 'silver', of: 'contract' });
  const paper = await manager.get(`/contracts/contracts/${contract.documentId}/document?lang=en`).responseType('blob');
  expect(await textOf(paper.body as Buffer)).toMatch(/Service level\s+Silver/);
  const events = await app.strapi.db
    .query('plugin::platform.event')
    .findMany({ where: { name: 'contract.service_level_set', subjectDocumentId: contract.documentId } });
  expect(events).toMatchObject([{ before: { level: 'gold' }, after: { level: 'silver' } }]);
  await asked(set(contract, null));
  expect(await levelOf(contract)).toMatchObject({ code: 'gold', of: 'class' });
});

test('what is unknown, not in use any more, or of a contract that is over is refused; so is who may not', async () => {
  const { contract } = await agreed(false);
  expect(await refused(set(contract, 'platinum'))).toEqual([400, 'service_level.unknown', 'serviceLevel']);
  expect(await refused(set(contract, 'old'))).toEqual([422, 'service_level.closed', 'serviceLevel']);
  const accountant = await app.staff('accountant');
  const body = { serviceLevel: 'gold' };
  expect((await accountant.post(`/contracts/contracts/${contract.documentId}/service-level`, body)).status).toBe(403);
  await asked(set(contract, 'silver'));
  await desk.act(contract.documentId, 'cancel', { ending: 'now' });
  await desk.turnTo('2030-01-12');
  expect(await refused(set(contract, 'gold'))).toEqual([409, 'service_level.contract_over', undefined]);
  expect(await levelOf(contract)).toMatchObject({ code: 'silver' });
});
