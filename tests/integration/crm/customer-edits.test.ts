import { type App, bootApp, type Staff } from '../../support/app';

/** Where the settings ask for it, a salesperson's change of a customer waits for the lead. */
let app: App;
let owner: Staff;
let lead: Staff;
let sales: Staff;

beforeAll(async () => {
  app = await bootApp();
  [owner, lead, sales] = [await app.staff('owner'), await app.staff('sales-lead'), await app.staff('sales')];
});
afterAll(() => app?.close());

test('a change waits with what it would be, is made when it is granted, and comes to nothing when refused', async () => {
  const made = (await sales.post('/crm/customers', { name: 'บริษัท รอ จำกัด', kind: 'person', phone: '0812345678' }))
    .body;
  const door = `/crm/customers/${made.data.documentId}`;
  const nameOf = async (): Promise<string> => (await lead.get(door)).body.data.name;
  const rename = (staff: Staff, name: string) => staff.put(door, { name });
  expect((await rename(sales, 'ก่อน')).body.data).toMatchObject({ name: 'ก่อน' });

  const setting = await owner.get('/content-manager/single-types/plugin::crm.setting');
  expect(setting.body.data.editsNeedApproval).toBe(false);
  await owner.put('/content-manager/single-types/plugin::crm.setting', { editsNeedApproval: true });

  const asked = await rename(sales, 'หลัง');
  expect(asked.body.data).toMatchObject({ name: 'ก่อน', approval: { documentId: expect.any(String) } });
  expect(await nameOf()).toBe('ก่อน');
  const id = asked.body.data.approval.documentId;
  const question = (await lead.get(`/platform/approvals/${id}`)).body.data;
  expect(question).toMatchObject({ kind: 'customer-edit', words: { en: 'Name: ก่อน → หลัง.' } });
  expect((await rename(sales, 'อื่น')).body.error.details.code).toBe('customer.edit_waits');
  // What changes nothing asks nothing.
  expect((await rename(lead, 'ก่อน')).body.data.approval).toBeUndefined();
  expect((await sales.post(`/platform/approvals/${id}/grant`)).status).toBe(403);
  expect((await lead.post(`/platform/approvals/${id}/grant`)).body.data.state).toBe('granted');
  expect(await nameOf()).toBe('หลัง');

  const second = (await rename(sales, 'ไม่เอา')).body.data.approval.documentId;
  await owner.post(`/platform/approvals/${second}/refuse`, { comment: 'ชื่อผิด' });
  expect(await nameOf()).toBe('หลัง');
  expect((await rename(lead, 'หัวหน้าแก้')).body.data.name).toBe('หัวหน้าแก้');
});
