import { type App, bootApp, type Staff } from '../../support/app';
import { companyMember, CUSTOMER, customerOf, proofOf } from '../billing/support';
import { asked, type Contract, contractDesk, own, refused } from './support';

let app: App;
let clerk: Staff;
let technician: Staff;
let seller: Staff;
let desk: ReturnType<typeof contractDesk>;

interface People {
  people: { id: number; name: string; part: string | null }[];
}

beforeAll(async () => {
  app = await bootApp();
  clerk = await app.staff();
  technician = await app.staff('technician', 'technician@example.com');
  seller = await app.staff('sales', 'seller@example.com');
  desk = contractDesk(app, clerk);
  await desk.turnTo('2031-01-01');
});
afterAll(() => app?.close());
afterEach(async () => expect(await proofOf(app)).toEqual([]));

async function agreed() {
  const member = await companyMember(app);
  const customer = await customerOf(app, member);
  await app.platform.rows.update(CUSTOMER, [{ id: customer.id, owner: Number(seller.id) }]);
  const line = { description: 'ดูแลลิฟต์', unitPrice: '1200000', cycle: { unit: 'year', count: 1 } };
  return { member, contract: await desk.make(customer.documentId, [line], { startsOn: desk.today(), termMonths: 12 }) };
}
const pathOf = ({ documentId }: Contract): string => `/contracts/contracts/${documentId}/people`;
const peopleOf = async (contract: Contract): Promise<unknown[]> =>
  (await asked<People>(clerk.get(pathOf(contract)))).people.map(({ id, part }) => [id, part]);
const set = (contract: Contract, people: unknown) => clerk.post(pathOf(contract), { people });

test('a contract says which members of staff have a part in it and which, and what it said before stays known', async () => {
  const { member, contract } = await agreed();
  expect(await peopleOf(contract)).toEqual([]);
  const [fixes, sold] = [Number(technician.id), Number(seller.id)];
  const told = await asked<People>(set(contract, [{ id: fixes, part: 'ดูแลหน้างาน' }, { id: sold }]));
  expect(told.people[0]?.name).not.toBe('');
  expect(await peopleOf(contract)).toEqual([
    [fixes, 'ดูแลหน้างาน'],
    [sold, null],
  ]);
  const both = (await asked<People>(clerk.get(pathOf(contract)))).people;
  const nameOf = (person: number): string | undefined => both.find(({ id }) => id === person)?.name;
  await asked(set(contract, [{ id: sold, part: 'ผู้ขาย' }]));
  expect(await peopleOf(contract)).toEqual([[sold, 'ผู้ขาย']]);
  const events = await app.strapi.db.query('plugin::platform.event').findMany({
    where: { name: 'contract.people_set', subjectDocumentId: contract.documentId },
    orderBy: { id: 'asc' },
  });
  expect(events[1]).toMatchObject({
    before: {
      people: [
        { person: fixes, part: 'ดูแลหน้างาน' },
        { person: sold, part: null },
      ],
      staff: `${nameOf(fixes)} · ดูแลหน้างาน, ${nameOf(sold)}`,
    },
    after: { people: [{ person: sold, part: 'ผู้ขาย' }], staff: `${nameOf(sold)} · ผู้ขาย` },
  });
  expect((await member.get(`/api${pathOf(contract)}`)).status).toBe(404);
});

test('whoever has a part in a contract is told of its end, with whoever looks after the customer', async () => {
  const { member, contract } = await agreed();
  await asked(set(contract, [{ id: Number(technician.id) }, { id: Number(seller.id) }]));
  const readers = async (template: string): Promise<string[]> => {
    const rows = await app.strapi.db
      .query('plugin::platform.delivery')
      .findMany({ where: { template, aboutDocumentId: contract.documentId }, orderBy: { id: 'asc' } });
    return rows.map(({ to }: { to: string }) => to);
  };
  await asked(clerk.post('/platform/clock', { now: '2031-10-02T03:00:00.000Z' }));
  expect(await readers('renewal-staff')).toEqual(['seller@example.com', 'technician@example.com']);
  await asked(clerk.post('/platform/clock', { now: '2032-01-01T03:00:00.000Z' }));
  expect(await readers('renewal-lapsed-staff')).toEqual(['seller@example.com', 'technician@example.com']);
  // What is over, is over; what comes back has the same people.
  expect(await refused(set(contract, []))).toEqual([409, 'contract.not_active', undefined]);
  await asked(clerk.post(`/contracts/contracts/${contract.documentId}/renew`));
  const [back] = await asked<Contract[]>(own(member, 'contracts?sort=id:desc&pagination[pageSize]=1'));
  expect(back?.documentId).not.toBe(contract.documentId);
  expect(back && (await peopleOf(back))).toEqual(await peopleOf(contract));
});

test('somebody who is unknown or named twice is refused, and nothing of it is kept; so is who may not', async () => {
  const { contract } = await agreed();
  const one = { id: Number(technician.id) };
  await asked(set(contract, [one]));
  expect(await refused(set(contract, [{ id: 999_999 }]))).toEqual([400, 'staff.unknown', 'people']);
  expect((await refused(set(contract, [one, one])))[1]).toBe('contract_people.twice');
  expect((await refused(set(contract, [{ ...one, part: 'ก'.repeat(61) }])))[0]).toBe(400);
  const accountant = await app.staff('accountant');
  expect((await accountant.post(pathOf(contract), { people: [] })).status).toBe(403);
  expect(await peopleOf(contract)).toEqual([[one.id, null]]);
});
