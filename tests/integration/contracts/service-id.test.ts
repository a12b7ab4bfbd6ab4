import { type App, bootApp, type Member, type Staff } from '../../support/app';
import { companyMember, customerOf, proofOf } from '../billing/support';
import { openShop, type Shop } from '../sales/shop';
import { asked, type Contract, contractDesk, refused } from './support';

let app: App;
let shop: Shop;
let owner: Staff;
let agent: Staff;
let desk: ReturnType<typeof contractDesk>;
let member: Member;
let customer: { id: number; documentId: string };

beforeAll(async () => {
  app = await bootApp();
  shop = await openShop(app);
  owner = await app.staff('owner');
  agent = await app.staff('support-agent');
  desk = contractDesk(app, await app.staff());
  member = await companyMember(app);
  customer = await customerOf(app, member);
  await desk.turnTo('2030-01-15');
});
afterAll(() => app?.close());
afterEach(async () => expect(await proofOf(app)).toEqual([]));

interface Card extends Contract {
  customer: { documentId: string; code: string; name: string };
  contacts: { name: string; phone: string | null }[];
  off: { from: string; reason: string; cause: string } | null;
  serviceLevel: { name: string } | null;
  entitlements: { unit: string; left: string }[];
  items: { name: string; serial: string; site: string | null; installedOn: string }[];
}

const find = (serviceId: string, staff = agent) => staff.post('/contracts/service-ids', { serviceId });

test('what is said on the phone shows who calls, what was agreed, what is left, and for which item', async () => {
  await asked(
    owner.post('/crm/contacts', { customer: customer.documentId, name: 'คุณวิภา', phone: '081-222-3333', priority: 1 }),
    201,
  );
  const item = await asked<{ documentId: string }>(
    owner.post('/sales/installed-items', {
      ...{ product: shop.camera, customer: customer.documentId, serial: 'SN-77' },
      ...{ site: 'โกดัง 2', installedOn: '2029-12-01' },
    }),
    201,
  );
  const visits = { unit: 'visit', quantity: '12', per: 'year', carries: 'none' };
  const line = {
    description: 'ดูแลกล้อง',
    unitPrice: '100000',
    installedItem: item.documentId,
    entitlements: [visits],
  };
  const made = await desk.make(customer.documentId, [line], { termMonths: 12 });
  await asked(
    owner.post(`/contracts/contract-lines/${made.lines[0]?.documentId}/use`, { unit: 'visit', quantity: '5' }),
  );

  // As it is typed by whoever listens: small, with spaces or other dashes.
  const { serviceId } = made;
  for (const said of [serviceId, ` ${serviceId.toLowerCase().replace('-', ' ')} `, serviceId.replace('-', ' – ')]) {
    expect(await asked<Card>(find(said))).toMatchObject({
      ...{ documentId: made.documentId, number: made.number, state: 'active', endsOn: '2031-01-14', off: null },
      customer: { documentId: customer.documentId, code: expect.any(String) },
      entitlements: [{ unit: 'visit', left: '7' }],
      items: [{ name: 'กล้องวงจรปิด', serial: 'SN-77', site: 'โกดัง 2', installedOn: '2029-12-01' }],
    });
  }
  expect((await asked<Card>(find(serviceId))).contacts.map(({ name }) => name)).toContain('คุณวิภา');

  await desk.act(made.documentId, 'suspend', { reason: 'ลูกค้าขอหยุด' });
  expect((await asked<Card>(find(serviceId))).off).toEqual({
    ...{ from: desk.today(), reason: 'ลูกค้าขอหยุด', cause: 'staff' },
  });
  await desk.act(made.documentId, 'resume');
  await desk.act(made.documentId, 'cancel', { ending: 'now' });
  await desk.turnTo('2030-01-16');
  // It is over, and what it was is still known.
  expect(await asked<Card>(find(serviceId))).toMatchObject({ state: 'ended', items: [{ serial: 'SN-77' }] });
});

test('a character that was heard wrong is told as such, and two that changed places; what nobody has is not there', async () => {
  const { serviceId, documentId } = await desk.make(customer.documentId, [{ description: 'ดูแล', unitPrice: '100' }]);
  const last = serviceId.endsWith('2') ? '3' : '2';
  const plain = serviceId.replace('-', '');
  const [first, second] = [plain[0], [...plain].find((one) => one !== plain[0])];
  const swapped = [...plain];
  const place = plain.indexOf(second ?? '');
  [swapped[place - 1], swapped[place]] = [second ?? '', first ?? ''];
  for (const wrong of [`${serviceId.slice(0, -1)}${last}`, swapped.join(''), plain.slice(1), 'โทรมา', '']) {
    expect(await refused(find(wrong))).toEqual([404, 'contract.service_id_misheard', 'serviceId']);
  }
  const told = await find(`${serviceId.slice(0, -1)}${last}`).set('Accept-Language', 'en');
  expect(told.body.error.message).toBe(
    'This is no service ID: a character is wrong or missing. Have it read out again, one by one.',
  );
  // Right in itself, and of no contract.
  expect(await refused(find('2222-2222'))).toEqual([404, 'contract.service_id_unknown', 'serviceId']);
  expect((await find(serviceId, await app.staff('storekeeper'))).status).toBe(403);
  // Who sees only own customers finds no other's.
  expect(await refused(find(serviceId, await app.staff('sales')))).toEqual([
    ...[404, 'contract.service_id_unknown', 'serviceId'],
  ]);
  await desk.act(documentId, 'cancel', { ending: 'now' });
});
