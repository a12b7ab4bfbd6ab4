import { type App, bootApp } from '../../support/app';

const COMPANY_TAX_ID = '0105536000313';
const OTHER_TAX_ID = '0107537000254';
const LOGIN = { password: 'Secret-pass1' };

let app: App;
let counter = 0;

beforeAll(async () => {
  app = await bootApp({ SANYA_GRAPHQL: 'on' });
});
afterAll(() => app?.close());

const fresh = () => {
  counter += 1;
  return { username: `visitor${counter}`, email: `visitor${counter}@example.org`, ...LOGIN };
};
const register = (body: object, language = 'en') =>
  app.http.post('/api/auth/local/register').set('Accept-Language', language).send(body);

const counts = async () => ({
  users: await app.strapi.db.query('plugin::users-permissions.user').count(),
  customers: await app.strapi.db.query('plugin::crm.customer').count(),
  contacts: await app.strapi.db.query('plugin::crm.contact').count(),
  events: await app.strapi.db.query('plugin::platform.event').count(),
});

describe('registration', () => {
  test('makes member, contact and customer of a person; the answer is users-permissions’ own', async () => {
    const login = fresh();
    const answer = await register(
      {
        ...login,
        email: login.email.toUpperCase(),
        name: 'สมชาย ใจดี',
        phone: '081-234-5678',
        address: { line1: '9/1 ถนนนิมมานเหมินท์', province: 'เชียงใหม่', postcode: '๕๐๒๐๐' },
        referral: 'FRIEND',
      },
      'th',
    );
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      jwt: expect.any(String),
      user: { email: login.email, username: login.username },
    });
    const me = await app.http.get('/api/crm/me').set('Authorization', `Bearer ${answer.body.jwt}`);
    expect(me.status).toBe(200);
    expect(me.body.data).toMatchObject({
      customer: {
        code: expect.stringMatching(/^C-\d{6}$/),
        kind: 'person',
        name: 'สมชาย ใจดี',
        phone: '+66812345678',
        email: login.email,
        language: 'th',
        creditTermsDays: 0,
        state: 'active',
        billingAddress: { postcode: '50200', country: 'TH' },
      },
      contact: { name: 'สมชาย ใจดี', phone: '+66812345678' },
    });
    expect(me.body.data.customer).not.toHaveProperty('note');
    expect(me.body.data.customer).not.toHaveProperty('owner');
    const [event] = await app.strapi.db
      .query('plugin::platform.event')
      .findMany({ where: { name: 'member.registered' }, orderBy: { id: 'desc' }, limit: 1 });
    expect(event).toMatchObject({ actor: 'visitor', after: { email: login.email, referral: 'FRIEND' } });
  });

  test('makes an organisation with tax id and branch, and a contact with a name of its own', async () => {
    const member = await app.member({
      kind: 'organisation',
      name: 'บริษัท ล้านนาบริการ จำกัด',
      contactName: 'คุณหญิง',
      taxId: '0-1055-36000-31-3',
      branch: '00001',
      address: '1 Nimman Road',
    });
    const { body } = await member.get('/api/crm/me');
    expect(body.data.customer).toMatchObject({
      kind: 'organisation',
      taxId: COMPANY_TAX_ID,
      branchCode: '00001',
      vatRegistered: true,
      billingAddress: { line1: '1 Nimman Road' },
    });
    expect(body.data.contact.name).toBe('คุณหญิง');
  });

  test('queues a welcome in the language of the request', async () => {
    const login = fresh();
    await register(login, 'th').expect(200);
    const [delivery] = await app.strapi.db.query('plugin::platform.delivery').findMany({ where: { to: login.email } });
    expect(delivery).toMatchObject({ language: 'th', to: login.email });
  });

  test('four at once with one mail: exactly one passes, the others are told so', async () => {
    const before = await counts();
    const email = 'race@example.org';
    const answers = await Promise.all(
      [1, 2, 3, 4].map((place) =>
        register({ ...LOGIN, username: `racer${place}`, email: place % 2 ? email : email.toUpperCase() }),
      ),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 400, 400, 400]);
    for (const answer of answers.filter(({ status }) => status === 400)) {
      expect(answer.body.error.details).toMatchObject({ code: 'member.email_taken', field: 'email' });
    }
    const after = await counts();
    expect(after.users - before.users).toBe(1);
    expect(after.customers - before.customers).toBe(1);
    expect(after.contacts - before.contacts).toBe(1);
  });

  test('four at once with one user name: exactly one passes, the others are told so', async () => {
    const before = await counts();
    const answers = await Promise.all(
      [1, 2, 3, 4].map((place) => register({ ...LOGIN, username: 'racer', email: `name-race${place}@example.org` })),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 400, 400, 400]);
    for (const answer of answers.filter(({ status }) => status === 400)) {
      expect(answer.body.error.details).toMatchObject({ code: 'member.username_taken', field: 'username' });
    }
    expect((await counts()).users - before.users).toBe(1);
  });

  test('four at once with one tax id: exactly one passes', async () => {
    const before = await counts();
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => register({ ...fresh(), kind: 'organisation', name: 'Racing', taxId: OTHER_TAX_ID })),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409, 409]);
    const after = await counts();
    expect(after.users - before.users).toBe(1);
    expect(after.customers - before.customers).toBe(1);
  });

  test('a newcomer never joins a customer by tax id: refused, and led to staff', async () => {
    const taken = await register({ ...fresh(), name: 'Copy', taxId: COMPANY_TAX_ID, branch: '00001' });
    expect(taken.status).toBe(409);
    expect(taken.body.error.details).toMatchObject({ code: 'customer.duplicate_tax_id', field: 'taxId' });
    expect(taken.body.error.message).toMatch(/contact our staff/);
    await register({ ...fresh(), name: 'Other branch', taxId: COMPANY_TAX_ID, branch: '00002' }).expect(200);
  });

  const bad: [string, object, string, string | null][] = [
    ['no mail', { username: 'someone', ...LOGIN }, 'input.required', 'email'],
    ['no mail address', { ...LOGIN, username: 'someone', email: 'nonsense' }, 'email.invalid', 'email'],
    ['a mail that is no text', { ...LOGIN, username: 'someone', email: { $ne: '' } }, 'input.wrong_type', 'email'],
    ['a short password', { username: 'someone', email: 's@example.org', password: 'x' }, 'input.too_short', 'password'],
    [
      'a password that bcrypt cuts',
      { username: 'someone', email: 's@example.org', password: 'ก'.repeat(25) },
      'password.too_long',
      'password',
    ],
    ['a wrong check digit', { taxId: '0105536000316' }, 'tax_id.invalid', 'taxId'],
    ['a wrong branch', { taxId: COMPANY_TAX_ID, branch: '12' }, 'branch.invalid', 'branch'],
    ['a branch alone', { branch: '00003' }, 'branch.without_tax_id', 'taxId'],
    ['no phone number', { phone: '12' }, 'phone.invalid', 'phone'],
    ['a wrong postcode', { address: { line1: 'x', postcode: '12' } }, 'postcode.invalid', 'address.postcode'],
    ['an unknown kind', { kind: 'robot' }, 'input.not_one_of', 'kind'],
    ['an unknown key', { role: 1 }, 'input.unknown_field', null],
    ['control characters', { name: 'a\u0007b' }, 'input.control_characters', 'name'],
    ['U+0000', { name: 'a\u0000b' }, 'input.control_characters', null],
    ['a long name', { name: 'x'.repeat(201) }, 'input.too_long', 'name'],
    ['a name of spaces', { name: '   ' }, 'input.too_short', 'name'],
  ];
  test.each(bad)('%s: a clear 400 and nothing half-written', async (_, part, code, field) => {
    const before = await counts();
    const body = 'password' in part ? part : { ...fresh(), ...part };
    const answer = await register(body);
    expect(answer.status).toBe(400);
    expect(answer.body.error.details.code).toBe(code);
    if (field) expect(answer.body.error.details.field).toBe(field);
    expect(answer.body.error.message).not.toBe(code);
    expect(await counts()).toEqual(before);
  });

  test('no body, or one that is a list, is a 400', async () => {
    for (const body of [undefined, [], [1]]) {
      const answer = await app.http.post('/api/auth/local/register').send(body as never);
      expect(answer.status).toBe(400);
    }
  });

  test('a user name that is taken is refused with its field', async () => {
    const login = fresh();
    await register(login).expect(200);
    const answer = await register({ ...fresh(), username: login.username });
    expect(answer.status).toBe(400);
    expect(answer.body.error.details).toMatchObject({ code: 'member.username_taken', field: 'username' });
  });

  test('closed registration stays closed, in the house shape', async () => {
    const store = app.strapi.store({ type: 'plugin', name: 'users-permissions' });
    const advanced = (await store.get({ key: 'advanced' })) as object;
    await store.set({ key: 'advanced', value: { ...advanced, allow_register: false } });
    const before = await counts();
    const answer = await register(fresh());
    await store.set({ key: 'advanced', value: advanced });
    expect(answer.status).toBe(400);
    expect(answer.body.error.details.code).toBe('member.refused');
    expect(await counts()).toEqual(before);
  });

  test('where mails are confirmed, the mail leaves after the commit, and not for one that was refused', async () => {
    const store = app.strapi.store({ type: 'plugin', name: 'users-permissions' });
    const advanced = (await store.get({ key: 'advanced' })) as object;
    const email = app.strapi.plugin('email').service('email') as { send: (mail: { to: string }) => Promise<void> };
    const { send } = email;
    const sent: { to: string; inTransaction: boolean }[] = [];
    email.send = async ({ to }) => void sent.push({ to, inTransaction: app.strapi.db.inTransaction() });
    await store.set({ key: 'advanced', value: { ...advanced, email_confirmation: true } });
    const login = fresh();
    const good = await register(login);
    const refused = await register({ ...fresh(), taxId: COMPANY_TAX_ID, branch: '00001' });
    await store.set({ key: 'advanced', value: advanced });
    email.send = send;
    expect([good.status, refused.status]).toEqual([200, 409]);
    expect(good.body).not.toHaveProperty('jwt');
    expect(sent).toEqual([{ to: login.email, inTransaction: false }]);
    expect(await app.strapi.db.query('plugin::crm.contact').count({ where: { email: login.email } })).toBe(1);
  });

  test('GraphQL register makes the same, and tells refusals with their code', async () => {
    const query = `mutation ($input: UsersPermissionsRegisterInput!) { register(input: $input) { jwt user { id email } } }`;
    const login = fresh();
    const good = await app.http.post('/graphql').send({ query, variables: { input: login } });
    expect(good.body.data.register).toMatchObject({ jwt: expect.any(String), user: { email: login.email } });
    const me = await app.http
      .post('/graphql')
      .set('Authorization', `Bearer ${good.body.data.register.jwt}`)
      .send({ query: '{ myCustomer { customer { email name billingAddress { line1 } } contact { name } } }' });
    expect(me.body.data.myCustomer.customer).toMatchObject({ email: login.email, name: login.username });
    const again = await app.http.post('/graphql').send({ query, variables: { input: login } });
    expect(again.body.errors[0].extensions.error.details).toMatchObject({ code: 'member.email_taken' });
  });

  test('a member without customer (provider log-in) gets one at first use, once', async () => {
    const role = await app.strapi.db
      .query('plugin::users-permissions.role')
      .findOne({ where: { type: 'authenticated' } });
    const user = await app.strapi.documents('plugin::users-permissions.user').create({
      data: { username: 'provided', email: 'provided@example.org', provider: 'google', confirmed: true, role: role.id },
    });
    const jwt = await app.strapi.plugin('users-permissions').service('jwt').issue({ id: user.id });
    const ask = () => app.http.get('/api/crm/me').set('Authorization', `Bearer ${jwt}`);
    const answers = await Promise.all([ask(), ask(), ask()]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const codes = new Set(answers.map(({ body }) => body.data.customer.code));
    expect(codes.size).toBe(1);
    expect(await app.strapi.db.query('plugin::crm.contact').count({ where: { user: user.id } })).toBe(1);
  });

  test('a visitor has no customer', async () => {
    await app.http.get('/api/crm/me').expect((answer) => expect([401, 403]).toContain(answer.status));
  });
});
