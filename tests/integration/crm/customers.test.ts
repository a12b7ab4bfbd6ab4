import { type App, bootApp, type Member, type Staff } from '../../support/app';

const TAX_ID = '0105567000013';
const OTHER_TAX_ID = '0105567000021';

interface Blocking {
  blockDeletionWhen(reason: string, of: (ids: readonly number[]) => Promise<readonly number[]>): void;
  byIds(ids: readonly number[]): Promise<{ code: string; addressLines: string[] }[]>;
  createCustomers(drafts: readonly object[]): Promise<{ id: number; code: string }[]>;
}

let app: App;
let owner: Staff;
let lead: Staff;
let seller: Staff;
let billing: Staff;
let accountant: Staff;

beforeAll(async () => {
  app = await bootApp({ SANYA_GRAPHQL: 'on' });
  owner = await app.staff('owner');
  lead = await app.staff('sales-lead');
  seller = await app.staff('sales');
  billing = await app.staff('billing');
  accountant = await app.staff('accountant');
});
afterAll(() => app?.close());

const make = async (staff: Staff, body: object) => {
  const answer = await staff.post('/crm/customers', { kind: 'person', name: 'Somebody', ...body });
  expect(answer.body.error).toBeUndefined();
  expect(answer.status).toBe(201);
  return answer.body.data;
};
const names = async (customer: string): Promise<string[]> => {
  const { body } = await owner.get(`/crm/customers/${customer}/timeline`);
  return body.data.map((event: { name: string }) => event.name);
};
const setting = (data: object) => app.strapi.db.query('plugin::crm.setting').updateMany({ where: {}, data });

describe('a member', () => {
  let member: Member;
  beforeAll(async () => {
    member = await app.member({ name: 'สมหญิง' });
  });

  test('changes name, phone, address and language; a person’s contact goes along; the log tells', async () => {
    const change = {
      name: 'สมหญิง ใหม่',
      phone: '0899999999',
      address: { line1: '1', postcode: '50000' },
      language: 'en',
    };
    const { body, status } = await member.put('/api/crm/me', change);
    expect(status).toBe(200);
    expect(body.data.customer).toMatchObject({ name: 'สมหญิง ใหม่', phone: '+66899999999', language: 'en' });
    expect(body.data.contact).toMatchObject({ name: 'สมหญิง ใหม่', phone: '+66899999999' });
    const found = await owner.get(`/crm/customers/search?text=${encodeURIComponent('089-999')}`);
    expect(await names(found.body.data.customers[0].documentId)).toEqual([
      ...['contact.changed', 'customer.changed', 'member.registered', 'contact.created', 'customer.created'],
    ]);
  });

  test.each([
    [{ email: 'x@example.org' }, 'input.unknown_field'],
    [{ taxId: TAX_ID }, 'input.unknown_field'],
    [{ creditTermsDays: 90 }, 'input.unknown_field'],
    [{ phone: 'abc' }, 'phone.invalid'],
    [{ address: { postcode: 'x' } }, 'postcode.invalid'],
    [{ name: '' }, 'input.too_short'],
    [{ language: 'de' }, 'input.not_one_of'],
    [{ name: 'a\u0007' }, 'input.control_characters'],
  ])('%j is a 400', async (change, code) => {
    const { body, status } = await member.put('/api/crm/me', change);
    expect([status, body.error.details.code]).toEqual([400, code]);
  });

  test('may not where the settings say so', async () => {
    await setting({ membersMayEdit: false });
    const { body, status } = await member.put('/api/crm/me', { phone: '0811111111' });
    await setting({ membersMayEdit: true });
    expect([status, body.error.details.code]).toEqual([403, 'member.may_not_edit']);
  });

  test('reads no customers but by the own door', async () => {
    for (const path of ['/api/crm/customers', '/api/crm/contacts', '/api/crm/customer-classes', '/api/crm/setting']) {
      expect([403, 404]).toContain((await member.get(path)).status);
    }
    const graphql = await app.http
      .post('/graphql')
      .set('Authorization', `Bearer ${member.token}`)
      .send({ query: '{ customers { name } }' });
    expect(graphql.body.errors).toBeDefined();
  });
});

describe('staff', () => {
  test('create a customer with contacts, read it, change it', async () => {
    const made = await make(billing, {
      ...{ kind: 'organisation', name: 'บริษัท หนึ่ง จำกัด', taxId: TAX_ID, phone: '053-111222', creditTermsDays: 30 },
      ...{
        creditLimit: '5000000',
        contacts: [
          { name: 'คุณเอ', type: 'billing' },
          { name: 'คุณบี', priority: 2 },
        ],
      },
    });
    expect(made).toMatchObject({ branchCode: '00000', creditTermsDays: 30, creditLimit: '5000000', currency: 'THB' });
    expect(made.owner).toBe(billing.id);
    const read = await billing.get(`/crm/customers/${made.documentId}?populate=contacts`);
    expect(read.status).toBe(200);
    expect(read.body.data.contacts.map((contact: { name: string }) => contact.name).sort()).toEqual(['คุณบี', 'คุณเอ']);
    const changed = await billing.put(`/crm/customers/${made.documentId}`, { name: 'บริษัท หนึ่งเดียว จำกัด' });
    expect(changed.body.data).toMatchObject({ name: 'บริษัท หนึ่งเดียว จำกัด', taxId: TAX_ID, creditTermsDays: 30 });
    await billing.put(`/crm/customers/${made.documentId}`, { name: 'บริษัท หนึ่งเดียว จำกัด' }).expect(200);
    expect(await names(made.documentId)).toEqual([
      ...['customer.changed', 'contact.created', 'contact.created', 'customer.created'],
    ]);
  });

  test('a class gives its terms; an unknown class is refused', async () => {
    await app.strapi.documents('plugin::crm.customer-class').create({
      data: { code: 'regular', name: 'ลูกค้าประจำ', defaultTermsDays: 15 } as never,
    });
    const { body } = await seller.get('/crm/customer-classes');
    const made = await make(seller, { name: 'Class Member', class: body.data[0].documentId });
    expect(made.creditTermsDays).toBe(15);
    const unknown = await seller.post('/crm/customers', {
      kind: 'person',
      name: 'x',
      class: 'abcdefghijklmnopqrstuvwx',
    });
    expect([unknown.status, unknown.body.error.details.code]).toEqual([400, 'customer_class.unknown']);
  });

  test('one tax id and branch is one active customer, also for four at once', async () => {
    const taken = await billing.post('/crm/customers', { kind: 'organisation', name: 'Copy', taxId: TAX_ID });
    expect([taken.status, taken.body.error.details]).toMatchObject([409, { code: 'customer.duplicate_tax_id' }]);
    const answers = await Promise.all(
      [1, 2, 3, 4].map((n) =>
        lead.post('/crm/customers', { kind: 'organisation', name: `N ${n}`, taxId: OTHER_TAX_ID }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    for (const answer of answers.filter(({ status }) => status === 409)) {
      expect(answer.body.error.details.code).toBe('customer.duplicate_tax_id');
    }
    const [made] = answers.filter(({ status }) => status === 201);
    const id = made?.body.data.documentId;
    await lead.post(`/crm/customers/${id}/close`).expect(200);
    const next = await make(lead, { kind: 'organisation', name: 'Successor', taxId: OTHER_TAX_ID });
    const reopened = await lead.post(`/crm/customers/${id}/reopen`);
    expect([reopened.status, reopened.body.error.details.code]).toEqual([409, 'customer.duplicate_tax_id']);
    await lead.put(`/crm/customers/${next.documentId}`, { taxId: null }).expect(200);
    await lead.post(`/crm/customers/${id}/reopen`).expect(200);
    await lead.post(`/crm/customers/${id}/reopen`).expect(409);
    const change = await lead.put(`/crm/customers/${next.documentId}`, { taxId: OTHER_TAX_ID });
    expect([change.status, change.body.error.details.field]).toEqual([409, 'taxId']);
  });

  test('are told who may be the same, or refused, as the settings say', async () => {
    await make(lead, { name: 'นาย ทวี ซ้ำซ้อน', phone: '0822222222' });
    const question = await lead.get(
      `/crm/customers/duplicates?phone=082-222-2222&name=${encodeURIComponent('ทวี ซ้ำซ้อน')}`,
    );
    expect(question.body.data).toMatchObject([{ reasons: ['name', 'phone'] }]);
    const typing = await lead.get('/crm/customers/duplicates?phone=08');
    expect(typing.body.data).toEqual([]);
    const warned = await make(lead, { name: 'Tawee', phone: '0822222222' });
    expect(warned.duplicates).toMatchObject([{ reasons: ['phone'] }]);
    await setting({ duplicateRule: 'refuse' });
    const refused = await lead.post('/crm/customers', { kind: 'person', name: 'Tawee', phone: '0822222222' });
    await setting({ duplicateRule: 'warn' });
    expect([refused.status, refused.body.error.details.code]).toEqual([409, 'customer.duplicate']);
  });

  test('a supplier is a customer that the company buys from: marked, found by it, with its contacts', async () => {
    const made = await lead.post('/crm/customers', { kind: 'organisation', name: 'โรงงานกล่องดี', supplier: true });
    expect([made.status, made.body.data.supplier]).toEqual([201, true]);
    const path = `/crm/customers/${made.body.data.documentId}`;
    await lead.post('/crm/contacts', { customer: made.body.data.documentId, name: 'ฝ่ายขายโรงงาน' }).expect(201);
    const found = async (supplier: boolean): Promise<string[]> => {
      const { body } = await lead.get(`/crm/customers/search?pageSize=100&supplier=${supplier}`);
      return body.data.customers.map(({ name }: { name: string }) => name);
    };
    expect(await found(true)).toEqual(['โรงงานกล่องดี']);
    expect(await found(false)).not.toContain('โรงงานกล่องดี');
    await lead.get('/crm/customers/search?supplier=maybe').expect(400);
    expect((await lead.put(path, { supplier: false })).body.data.supplier).toBe(false);
    expect(await found(true)).toEqual([]);
  });

  test('search by name, code, phone and tax id', async () => {
    const made = await make(lead, { name: 'ค้นหาเจอ', phone: '0833333333', nameEn: 'Findable' });
    for (const text of ['ค้นหา', 'FINDAB', made.code, '083-333-33']) {
      const { body } = await lead.get(`/crm/customers/search?text=${encodeURIComponent(text)}`);
      expect(body.data.customers.map((row: { code: string }) => row.code)).toContain(made.code);
    }
    const byTax = await lead.get(`/crm/customers/search?text=${TAX_ID.slice(0, 12)}&state=active`);
    expect(byTax.body.data.total).toBe(1);
    await lead.get('/crm/customers/search?text=%25&page=1&pageSize=1').expect(200);
    for (const bad of [
      'page=0',
      'page=x',
      'pageSize=101',
      'state=open',
      'nonsense=1',
      'kind=x',
      'sort=note:asc',
      'class=%25',
    ]) {
      await lead.get(`/crm/customers/search?${bad}`).expect(400);
    }
  });

  test('the list says class and credit, is narrowed by kind and class, and sorted', async () => {
    const { documentId } = await app.strapi.documents('plugin::crm.customer-class').create({
      data: { code: 'listed', name: 'ราชการ', translations: { en: { name: 'State' } }, defaultTermsDays: 45 } as never,
    });
    const listed = { class: documentId, kind: 'government' };
    await make(lead, { ...listed, name: 'Listed B', creditLimit: '100000050' });
    await make(lead, { ...listed, name: 'Listed A', creditTermsDays: 7 });
    await make(lead, { name: 'Listed C', class: documentId });
    const list = async (query: string) => {
      const { body } = await lead.get(`/crm/customers/search?class=${documentId}&${query}`);
      return body.data.customers as { name: string; class: object; creditLimit: string; creditTermsDays: number }[];
    };
    const names = async (query: string) => (await list(query)).map(({ name }) => name);
    expect(await names('')).toEqual(['Listed C', 'Listed A', 'Listed B']);
    expect(await names('kind=government&sort=name:asc')).toEqual(['Listed A', 'Listed B']);
    expect(await names('sort=name:desc')).toEqual(['Listed C', 'Listed B', 'Listed A']);
    expect(await names('sort=creditTermsDays:asc&pageSize=1')).toEqual(['Listed A']);
    const [last] = await list('sort=name:asc&page=2&pageSize=1');
    expect(last).toMatchObject({ name: 'Listed B', creditTermsDays: 45, creditLimit: '100000050', currency: 'THB' });
    expect(last?.class).toEqual({ documentId, name: 'ราชการ', translations: { en: { name: 'State' } } });
  });

  test('who can look after a customer is named, without mail or rights', async () => {
    const { body } = await seller.get('/crm/customer-owners');
    const found = body.data.find(({ id }: { id: number }) => id === lead.id);
    expect(Object.keys(found).sort()).toEqual(['id', 'name']);
    await app.http.get('/crm/customer-owners').expect(401);
  });

  test('sales see their own customers, unless the settings open all', async () => {
    const own = await make(seller, { name: 'Own of seller' });
    const other = await make(lead, { name: 'Other of seller' });
    const list = async () => (await seller.get('/crm/customers/search?text=of seller')).body.data.total;
    expect(await list()).toBe(1);
    await seller.get(`/crm/customers/${own.documentId}`).expect(200);
    const page = await seller.get(`/crm/customers/${own.documentId}?populate[class]=true`);
    expect([page.status, page.body.error]).toEqual([200, undefined]);
    const contacts = await seller.get(
      `/crm/contacts?filters[customer][documentId][$eq]=${own.documentId}&sort[0]=state:asc&sort[1]=id:asc`,
    );
    expect([contacts.status, contacts.body.error]).toEqual([200, undefined]);
    expect(page.body.data.owner).toBe(seller.id);
    await seller.get(`/crm/customers/${other.documentId}`).expect(404);
    await seller.put(`/crm/customers/${other.documentId}`, { name: 'Mine now' }).expect(404);
    await seller.get(`/crm/customers/${other.documentId}/timeline`).expect(404);
    const contact = await seller.post('/crm/contacts', { customer: other.documentId, name: 'x' });
    expect([contact.status, contact.body.error.details.code]).toEqual([404, 'customer.unknown']);
    await setting({ salesSee: 'all' });
    expect(await list()).toBe(2);
    await setting({ salesSee: 'own' });
    await lead.post(`/crm/customers/${other.documentId}/assign`, { owner: seller.id }).expect(200);
    expect(await list()).toBe(2);
    const nobody = await lead.post(`/crm/customers/${other.documentId}/assign`, { owner: 999999 });
    expect([nobody.status, nobody.body.error.details.code]).toEqual([400, 'staff.unknown']);
  });

  test('each right by its function', async () => {
    const own = await make(seller, { name: 'Rights' });
    const path = `/crm/customers/${own.documentId}`;
    await seller.post(`${path}/credit`, { creditTermsDays: 30 }).expect(403);
    await seller.post(`${path}/assign`, { owner: null }).expect(403);
    await seller.post(`${path}/close`).expect(403);
    await seller.delete(path).expect(403);
    await accountant.get(path).expect(200);
    await accountant.put(path, { name: 'x' }).expect(403);
    await lead.delete(path).expect(403);
    const credit = await seller.post('/crm/customers', { kind: 'person', name: 'x', creditTermsDays: 30 });
    expect([credit.status, credit.body.error.details.code]).toEqual([403, 'customer.credit_not_yours']);
    const given = await seller.post('/crm/customers', { kind: 'person', name: 'x', owner: lead.id });
    expect([given.status, given.body.error.details.code]).toEqual([403, 'customer.owner_not_yours']);
    await billing.post(`${path}/credit`, { creditTermsDays: 45, creditLimit: '100' }).expect(200);
    await app.http.get('/crm/customers/search').expect(401);
    await app.http.post('/crm/customers').send({ kind: 'person', name: 'x' }).expect(401);
  });

  test.each([
    [{ kind: 'robot' }, 'input.not_one_of'],
    [{ name: 7 }, 'input.wrong_type'],
    [{ creditLimit: '-1' }, 'input.invalid'],
    [{ creditLimit: 100 }, 'input.wrong_type'],
    [{ creditTermsDays: 366 }, 'input.too_large'],
    [{ taxId: '1234567890123' }, 'tax_id.invalid'],
    [{ contacts: [{ name: 'x', phone: '1' }] }, 'phone.invalid'],
    [{ code: 'C-1' }, 'input.unknown_field'],
    [{ state: 'closed' }, 'input.unknown_field'],
    [{ billingAddress: { line1: 'x', planet: 'Mars' } }, 'input.invalid'],
    [{ class: "' or 1=1" }, 'input.invalid'],
  ])('%j is a 400 and nothing is written', async (part, code) => {
    const before = await app.strapi.db.query('plugin::crm.customer').count();
    const { body, status } = await owner.post('/crm/customers', { kind: 'person', name: 'Bad', ...part });
    expect([status, body.error.details.code]).toEqual([400, code]);
    expect(await app.strapi.db.query('plugin::crm.customer').count()).toBe(before);
  });

  test('the same key is one customer; with another body it is refused', async () => {
    const headers = { 'Idempotency-Key': 'once' };
    const body = { kind: 'person', name: 'Only once' };
    const first = await owner.post('/crm/customers', body, headers);
    const second = await owner.post('/crm/customers', body, headers);
    expect(second.body.data.code).toBe(first.body.data.code);
    await owner.post('/crm/customers', { ...body, name: 'Another' }, headers).expect(422);
  });

  test('nonsense in filters is no 500', async () => {
    for (const query of [
      'filters[id][$eq]=abc',
      'filters[id][$eq]=99999999999999999999',
      'sort=nothing',
      'pagination[page]=x',
      'populate=owner',
    ]) {
      expect((await owner.get(`/crm/customers?${query}`)).status).toBeLessThan(500);
    }
    for (const id of ['nothing', "'", '%00', '999999999999999999999999999999999999999999999']) {
      const { status } = await owner.get(`/crm/customers/${id}`);
      expect([400, 404]).toContain(status);
    }
  });
});

describe('contacts', () => {
  test('are added, changed and deleted; a member’s is not', async () => {
    const customer = await make(lead, { name: 'With contacts' });
    const added = await lead.post('/crm/contacts', {
      customer: customer.documentId,
      name: 'คุณซี',
      phone: '0844444444',
    });
    expect([added.status, added.body.data.phone]).toEqual([201, '+66844444444']);
    const path = `/crm/contacts/${added.body.data.documentId}`;
    const changed = await lead.put(path, { position: 'ผู้จัดการ', priority: 2, state: 'inactive' });
    expect(changed.body.data).toMatchObject({
      position: 'ผู้จัดการ',
      priority: 2,
      state: 'inactive',
      phone: '+66844444444',
    });
    await lead.put(path, { priority: 10 }).expect(400);
    await lead.put(path, { customer: customer.documentId }).expect(400);
    await lead.delete(path).expect(200);
    await lead.delete(path).expect(404);
    expect((await names(customer.documentId)).slice(0, 3)).toEqual([
      'contact.deleted',
      'contact.changed',
      'contact.created',
    ]);

    const member = await app.member();
    const [contact] = (await lead.get(`/crm/contacts?filters[email][$eq]=${member.email}`)).body.data;
    const refused = await lead.delete(`/crm/contacts/${contact.documentId}`);
    expect([refused.status, refused.body.error.details.code]).toEqual([409, 'contact.is_member']);
  });

  test('staff link a member to the customer that was there', async () => {
    const company = await make(lead, { kind: 'organisation', name: 'Was there' });
    const member = await app.member();
    const [contact] = (await lead.get(`/crm/contacts?filters[email][$eq]=${member.email}`)).body.data;
    await billing.post(`/crm/contacts/${contact.documentId}/move`, { customer: company.documentId }).expect(403);
    await lead.post(`/crm/contacts/${contact.documentId}/move`, { customer: company.documentId }).expect(200);
    const me = await member.get('/api/crm/me');
    expect(me.body.data.customer.code).toBe(company.code);
    expect(await names(company.documentId)).toContain('contact.moved');
  });
});

describe('deleting', () => {
  const face = () => app.strapi.plugin('crm').service('customers') as Blocking;

  test('a customer that nothing depends on goes with its contacts', async () => {
    const made = await make(lead, { name: 'Gone soon', contacts: [{ name: 'Also gone' }] });
    await owner.delete(`/crm/customers/${made.documentId}`).expect(200);
    expect(await app.strapi.db.query('plugin::crm.contact').count({ where: { name: 'Also gone' } })).toBe(0);
    const [event] = await app.strapi.db
      .query('plugin::platform.event')
      .findMany({ where: { name: 'customer.deleted' } });
    expect(event).toMatchObject({ before: { name: 'Gone soon', contacts: ['Also gone'] } });
  });

  test('one with members, or with what a later plugin keeps, is refused in words, by every way', async () => {
    const member = await app.member();
    const code = (await member.get('/api/crm/me')).body.data.customer.code;
    const row = await app.strapi.db.query('plugin::crm.customer').findOne({ where: { code } });
    const refused = await owner.delete(`/crm/customers/${row.documentId}`);
    expect([refused.status, refused.body.error.details.code]).toEqual([409, 'customer.in_use']);
    expect(refused.body.error.message).toContain(code);
    await expect(
      app.strapi.documents('plugin::crm.customer').delete({ documentId: row.documentId }),
    ).rejects.toMatchObject({
      code: 'customer.in_use',
    });
    await expect(app.strapi.db.query('plugin::crm.customer').delete({ where: { id: row.id } })).rejects.toMatchObject({
      message: expect.stringContaining('sanya-restrict'),
    });
    const admin = await app.staff();
    const manager = await admin.delete(`/content-manager/collection-types/plugin::crm.customer/${row.documentId}`);
    expect([manager.status, manager.body.error.details.code]).toEqual([409, 'customer.in_use']);

    const made = await make(lead, { name: 'With invoices', contacts: [{ name: 'Stays' }] });
    const kept = await app.strapi.db.query('plugin::crm.customer').findOne({ where: { documentId: made.documentId } });
    face().blockDeletionWhen('customer.has_members', async (ids) => ids.filter((id) => id === Number(kept.id)));
    const blocked = await owner.delete(`/crm/customers/${made.documentId}`);
    expect([blocked.status, blocked.body.error.details.code]).toEqual([409, 'customer.in_use']);
    expect(await app.strapi.db.query('plugin::crm.contact').count({ where: { name: 'Stays' } })).toBe(1);
  });
});

describe('the content manager', () => {
  const LIST = '/content-manager/collection-types/plugin::crm.customer';
  let admin: Staff;
  beforeAll(async () => {
    admin = await app.staff();
  });

  test('keeps the rules: code, one form, events', async () => {
    const made = await admin.post(LIST, {
      ...{ kind: 'person', name: ' By  hand ', phone: '0855555555', vatRegistered: false, language: 'th' },
      ...{
        creditTermsDays: 0,
        creditLimit: '12345',
        currency: 'THB',
        state: 'active',
        contacts: { connect: [], disconnect: [] },
      },
    });
    expect([made.status, made.body.error]).toEqual([201, undefined]);
    expect(made.body.data).toMatchObject({ name: 'By hand', phone: '+66855555555', creditLimit: '12345' });
    expect(made.body.data.code).toMatch(/^C-\d{6}$/);
    const id = made.body.data.documentId;
    const changed = await admin.put(`${LIST}/${id}`, {
      name: 'By  other hand',
      code: made.body.data.code,
      phone: '0866666666',
    });
    expect(changed.status).toBe(200);
    expect(changed.body.data).toMatchObject({
      name: 'By other hand',
      phone: '+66866666666',
      code: made.body.data.code,
    });
    expect(await names(id)).toEqual(['customer.changed', 'customer.created']);
    for (const part of [{ code: 'X-1' }, { state: 'closed' }]) {
      const answer = await admin.put(`${LIST}/${id}`, part);
      expect([answer.status, answer.body.error.details.code]).toEqual([409, 'row.field_fixed']);
    }
    const bad = await admin.put(`${LIST}/${id}`, { taxId: '123' });
    expect([bad.status, bad.body.error.details.code]).toEqual([400, 'tax_id.invalid']);
    const robot = await admin.post(LIST, { kind: 'robot', name: 'x' });
    expect(robot.status).toBe(400);
    const nameless = await admin.post(LIST, { kind: 'person' });
    expect(nameless.status).toBe(400);
    await admin.delete(`${LIST}/${id}`).expect(200);
  });

  test('a contact is created at its customer, and saving a customer keeps it', async () => {
    const customer = await make(lead, { name: 'Panel' });
    const made = await admin.post('/content-manager/collection-types/plugin::crm.contact', {
      ...{ name: 'Panel contact', type: 'general', priority: 1, state: 'active', isMember: false },
      customer: { connect: [{ documentId: customer.documentId }], disconnect: [] },
    });
    expect([made.status, made.body.error]).toEqual([201, undefined]);
    await admin
      .put(`${LIST}/${customer.documentId}`, { name: 'Panel', contacts: { connect: [], disconnect: [] } })
      .expect(200);
    const contacts = await app.strapi.db.query('plugin::crm.contact').findMany({
      where: { name: 'Panel contact' },
      populate: ['customer'],
    });
    expect(contacts).toMatchObject([{ customer: { documentId: customer.documentId } }]);
  });
});

test('a list of customers by the face: one series without gap, snapshots with address lines', async () => {
  const face = app.strapi.plugin('crm').service('customers') as Blocking;
  const made = await face.createCustomers(
    Array.from({ length: 600 }, (_, n) => ({
      kind: 'person',
      name: `Bulk ${n}`,
      billingAddress: { line1: `${n}`, province: 'เชียงใหม่' },
    })),
  );
  const numbers = made.map(({ code }) => Number(code.slice(2)));
  expect(numbers).toEqual(numbers.map((_, n) => (numbers[0] ?? 0) + n));
  const [snapshot] = await face.byIds([made[7]?.id ?? 0]);
  expect(snapshot).toMatchObject({ code: made[7]?.code, addressLines: ['7', 'เชียงใหม่'] });
  await expect(
    face.createCustomers([
      { kind: 'person', name: 'Fine' },
      { kind: 'person', name: ' ' },
    ]),
  ).rejects.toMatchObject({
    field: 'customers.1.name',
  });
});
