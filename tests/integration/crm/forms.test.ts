import { type App, bootApp, type Member, type Staff } from '../../support/app';
import { inBoth } from '../../support/in-both';

let app: App;
let member: Member;
let sales: Staff;
let marketing: Staff;

beforeAll(async () => {
  app = await bootApp({ SANYA_GRAPHQL: 'on' });
  member = await app.member({ name: 'ร้านกาแฟดอยสุเทพ', contactName: 'สมศรี ใจดี' });
  sales = await app.staff('sales');
  marketing = await app.staff('marketing');
});
afterAll(() => app?.close());

const visit = (form: string, body: object, headers: Record<string, string> = {}) =>
  app.http.post(`/api/crm/forms/${form}`).set(headers).send(body);

const codeOf = ({
  status,
  body,
}: {
  status: number;
  body: { error?: { details: { code: string; field?: string } } };
}) => [status, body.error?.details.code, body.error?.details.field];

const SURVEY = {
  code: 'how-was-it',
  name: 'ติชม',
  purpose: 'suggestion',
  thankYou: 'ขอบคุณสำหรับคำติชม',
  translations: { en: { name: 'Tell us', thankYou: 'Thank you for telling us' } },
  fields: [
    { key: 'name', kind: 'text', label: { th: 'ชื่อ', en: 'Name' }, required: true, most: 20 },
    { key: 'email', kind: 'email', label: { th: 'อีเมล', en: 'E-mail' } },
    { key: 'phone', kind: 'phone', label: { th: 'โทรศัพท์', en: 'Phone' } },
    { key: 'stars', kind: 'number', label: { th: 'ดาว', en: 'Stars' } },
    {
      ...{ key: 'about', kind: 'choice', label: { th: 'เรื่อง', en: 'About' }, required: true },
      choices: [
        { value: 'price', label: { th: 'ราคา', en: 'Price' } },
        { value: 'people', label: { th: 'พนักงาน', en: 'People' } },
      ],
    },
    { key: 'agreed', kind: 'consent', label: { th: 'ยินยอม', en: 'I agree' }, required: true },
    { key: 'text', kind: 'long_text', label: { th: 'ข้อความ', en: 'Text' } },
  ],
};
const FILLED = { name: 'มานี', about: 'price', agreed: true };

let form: string;
beforeAll(async () => {
  const made = await marketing.post('/crm/forms', SURVEY);
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  form = made.body.data.documentId;
});

const submissions = async (query = '') =>
  (await sales.get(`/crm/form-submissions?sort=id:asc&pagination[pageSize]=100${query}`)).body.data;
const last = async () => (await submissions()).at(-1);

test('a visitor sees a form in the own language and sends it; staff read the answers with their questions', async () => {
  const english = await app.http.get('/api/crm/forms/how-was-it').set('Accept-Language', 'en');
  expect(english.status).toBe(200);
  expect(english.body.data).toMatchObject({ code: 'how-was-it', name: 'Tell us', purpose: 'suggestion' });
  expect(english.body.data.fields[4]).toEqual({
    ...{ key: 'about', kind: 'choice', label: 'About', required: true, most: null },
    choices: [
      { value: 'price', label: 'Price' },
      { value: 'people', label: 'People' },
    ],
  });
  const thai = await app.http.get('/api/crm/forms/how-was-it').set('Accept-Language', 'th');
  expect(thai.body.data.fields[0]).toMatchObject({ key: 'name', label: 'ชื่อ', most: 20 });

  const sent = await visit(
    'how-was-it',
    { ...FILLED, email: 'Manee@Example.com', phone: '081 234 5678', stars: 4.5, text: '<script>alert(1)</script>' },
    { 'Accept-Language': 'en' },
  );
  expect([sent.status, sent.body.data.thankYou]).toEqual([201, 'Thank you for telling us']);
  expect(await last()).toMatchObject({
    ...{ documentId: sent.body.data.documentId, state: 'new', purpose: 'suggestion', language: 'en' },
    ...{ name: 'มานี', email: 'manee@example.com', phone: '+66812345678', handledAt: null },
    answers: [
      { key: 'name', label: { th: 'ชื่อ', en: 'Name' }, value: 'มานี' },
      { key: 'email', value: 'manee@example.com' },
      { key: 'phone', value: '+66812345678' },
      { key: 'stars', value: '4.5' },
      { key: 'about', value: 'price', choice: { th: 'ราคา', en: 'Price' } },
      { key: 'agreed', value: true },
      { key: 'text', value: '<script>alert(1)</script>' },
    ],
  });
});

test('a question that changes later is not changed in what was sent before', async () => {
  const before = await last();
  const fields = SURVEY.fields.map((field) =>
    field.key === 'text' ? { ...field, label: { th: 'เล่าให้ฟัง' } } : field,
  );
  const changed = await marketing.put(`/crm/forms/${form}`, { fields });
  expect(changed.status).toBe(200);
  expect((await last()).answers).toEqual(before.answers);
  expect(await marketing.put(`/crm/forms/${form}`, { fields: SURVEY.fields })).toMatchObject({ status: 200 });
});

test.each([
  ['what the form does not ask', { ...FILLED, colour: 'red' }, 'form.unknown_answer', 'colour'],
  ['nothing where something must be', { ...FILLED, name: '  ' }, 'form.answer_missing', 'name'],
  ['a text that is too long', { ...FILLED, name: 'ก'.repeat(21) }, 'form.answer_too_long', 'name'],
  ['a mail address that is none', { ...FILLED, email: 'somebody' }, 'email.invalid', 'email'],
  ['a phone number that is none', { ...FILLED, phone: '12' }, 'phone.invalid', 'phone'],
  ['a number that is none', { ...FILLED, stars: 'many' }, 'form.number_wrong', 'stars'],
  ['a choice that is not there', { ...FILLED, about: 'weather' }, 'form.no_such_choice', 'about'],
  ['no consent', { ...FILLED, agreed: false }, 'form.consent_missing', 'agreed'],
  ['consent in other words', { ...FILLED, agreed: 'maybe' }, 'form.consent_wrong', 'agreed'],
  ['a thing for a text', { ...FILLED, text: { $ne: '' } }, 'form.answer_no_text', 'text'],
  ['a character that nobody types', { ...FILLED, text: 'a\u0001b' }, 'input.control_characters', 'text'],
])('refused with its field: %s', async (_, body, code, field) => {
  const count = (await submissions()).length;
  for (const language of ['th', 'en']) {
    const answer = await visit('how-was-it', body, { 'Accept-Language': language });
    expect(codeOf(answer)).toEqual([400, code, field]);
    expect(/[ก-๙]/.test(answer.body.error.message)).toBe(language === 'th');
  }
  expect(await submissions()).toHaveLength(count);
});

test.each([[[]], ['text'], [null], [17]])('a body that is no form is refused: %j', async (body) => {
  const answer = await visit('how-was-it', { data: body });
  expect(answer.status).toBe(400);
});

test('the same key twice is one submission', async () => {
  const count = (await submissions()).length;
  const key = { 'Idempotency-Key': 'form-once' };
  const first = await visit('how-was-it', FILLED, key);
  const second = await visit('how-was-it', FILLED, key);
  expect([first.status, second.status]).toEqual([201, 201]);
  expect(second.body.data).toEqual(first.body.data);
  expect(await submissions()).toHaveLength(count + 1);
});

test('whoever fills in what people do not see hears nothing of it, and nobody is told', async () => {
  const { body } = await app.http.get('/api/crm/forms/how-was-it');
  const answer = await visit('how-was-it', { ...FILLED, email: 'bot@example.com', [body.data.trap]: 'http://spam' });
  expect([answer.status, Object.keys(answer.body.data)]).toEqual([201, ['documentId', 'submittedAt', 'thankYou']]);
  expect(await last()).toMatchObject({ state: 'dismissed', handledBy: 'system:form-trap' });
  const trapped = (await last()).documentId;
  const notes = await inBoth<{ note: string }>(() => sales.get(`/crm/form-submissions/${trapped}`));
  expect(notes.map(({ note }) => note)).toEqual([
    'ช่องที่คนมองไม่เห็นถูกกรอก จึงน่าจะเป็นโปรแกรมอัตโนมัติ',
    'A field that no person sees was filled in: most likely a machine.',
  ]);
  expect(await mailsTo('bot@example.com')).toEqual([]);
  const { documentId } = await last();
  expect(
    (await sales.get(`/platform/timeline?type=plugin::crm.form-submission&subject=${documentId}`)).body.data,
  ).toEqual([]);
});

const mailsTo = (to: string) =>
  app.strapi.db.query('plugin::platform.delivery').findMany({ where: { to } }) as Promise<Record<string, unknown>[]>;

test('whoever left a mail address is told once that it arrived, and not more than five times an hour', async () => {
  const sent = await visit('how-was-it', { ...FILLED, name: 'Buy pills', email: 'once@example.com' });
  expect(sent.status).toBe(201);
  const mails = await mailsTo('once@example.com');
  expect(mails).toHaveLength(1);
  expect(mails[0]).toMatchObject({ language: 'th', data: { form: { name: 'ติชม', thankYou: 'ขอบคุณสำหรับคำติชม' } } });
  expect(JSON.stringify(mails)).not.toContain('Buy pills');
  for (let time = 0; time < 7; time += 1) await visit('how-was-it', { ...FILLED, email: 'once@example.com' });
  expect(await mailsTo('once@example.com')).toHaveLength(5);
});

test('what a member sends is known to be the member’s, and stands in the timeline of the customer', async () => {
  const { documentId: customer } = (await member.get('/api/crm/me')).body.data.customer;
  const sent = await member.post('/api/crm/forms/how-was-it', { about: 'people', agreed: true, name: 'สมศรี' });
  expect(sent.status).toBe(201);
  const lead = await app.staff('sales-lead');
  const [told] = (await lead.get(`/crm/customers/${customer}/timeline`)).body.data;
  expect(told).toMatchObject({
    ...{ name: 'form.submitted', subjectDocumentId: sent.body.data.documentId },
    after: { purpose: 'suggestion', formCode: 'how-was-it', name: 'สมศรี' },
  });
  expect(await last()).toMatchObject({ email: member.email });
});

test('a form that is closed or was never there is not found', async () => {
  expect(codeOf(await visit('nowhere', FILLED))).toEqual([404, 'form.unknown', 'form']);
  expect((await app.http.get('/api/crm/forms/nowhere')).status).toBe(404);
  expect((await marketing.post(`/crm/forms/${form}/close`)).body.data.state).toBe('closed');
  expect(codeOf(await visit('how-was-it', FILLED))).toEqual([404, 'form.unknown', 'form']);
  expect((await app.http.get('/api/crm/forms/how-was-it')).status).toBe(404);
  expect((await marketing.post(`/crm/forms/${form}/open`)).body.data.state).toBe('open');
  expect((await visit('how-was-it', FILLED)).status).toBe(201);
});

test('what came in is dealt with or dismissed once, and its timeline says so', async () => {
  const { documentId } = await last();
  const done = await sales.post(`/crm/form-submissions/${documentId}/handle`, { note: 'โทรกลับแล้ว' });
  expect(done.body.data).toMatchObject({ state: 'handled', note: 'โทรกลับแล้ว' });
  const again = await sales.post(`/crm/form-submissions/${documentId}/dismiss`, { reason: 'ซ้ำ' });
  expect(codeOf(again).slice(0, 2)).toEqual([409, 'state.not_allowed']);
  const timeline = await sales.get(`/platform/timeline?type=plugin::crm.form-submission&subject=${documentId}`);
  expect(timeline.body.data.map(({ name }: { name: string }) => name)).toEqual([
    'form_submission.handled',
    'form.submitted',
  ]);
  expect((await marketing.post(`/crm/form-submissions/${documentId}/handle`)).status).toBe(403);
});

test.each([
  ['a code with blanks', { code: 'how was it' }, 'form.code_invalid', 'code'],
  ['a code that is taken', { code: 'how-was-it' }, 'form.code_taken', undefined],
  ['no question', { fields: [] }, 'form.no_fields', 'fields'],
  ['one key twice', { fields: [SURVEY.fields[0], SURVEY.fields[0]] }, 'form.key_twice', 'fields.1.key'],
  ['a choice of nothing', { fields: [{ ...SURVEY.fields[4], choices: [] }] }, 'form.no_choices', 'fields.0.choices'],
  ['no words', { fields: [{ ...SURVEY.fields[0], label: {} }] }, 'form.no_label', 'fields.0.label'],
  [
    'the key of the trap',
    { fields: [{ key: 'website', kind: 'text', label: { en: 'Web' } }] },
    'form.key_reserved',
    'fields.0.key',
  ],
  ['quotes without a way to answer', { purpose: 'quote_request' }, 'form.no_way_back', 'fields'],
])('a form is not made with %s', async (_, change, code, field) => {
  const answer = await marketing.post('/crm/forms', { ...SURVEY, code: 'another', ...change });
  expect(codeOf(answer).slice(1)).toEqual([code, field]);
  expect([400, 409]).toContain(answer.status);
});

test('sales makes no forms, and nobody rewrites what was sent', async () => {
  expect((await sales.post('/crm/forms', { ...SURVEY, code: 'mine' })).status).toBe(403);
  const all = await app.staff();
  const { documentId } = await last();
  const url = `/content-manager/collection-types/plugin::crm.form-submission/${documentId}`;
  expect(codeOf(await all.put(url, { note: 'x' })).slice(0, 2)).toEqual([409, 'crm.by_action_only']);
  await expect(
    app.strapi.db
      .query('plugin::crm.form-submission')
      .update({ where: { documentId }, data: { name: 'somebody else' } }),
  ).rejects.toThrow();
});

test('the same door stands in GraphQL', async () => {
  const ask = (query: string, variables: object) => app.http.post('/graphql').send({ query, variables });
  const read = await ask('query ($form: ID!) { readForm(form: $form) { name fields { key kind } } }', {
    form: 'how-was-it',
  });
  expect(read.body.data.readForm.fields[0]).toEqual({ key: 'name', kind: 'text' });
  const sent = await ask(
    'mutation ($form: ID!, $input: JSON!) { submitForm(form: $form, input: $input) { thankYou } }',
    { form: 'how-was-it', input: FILLED },
  );
  expect(sent.body.errors).toBeUndefined();
  expect(sent.body.data.submitForm.thankYou).toBe('ขอบคุณสำหรับคำติชม');
});

test('a new site asks for quotes from the beginning', async () => {
  const { body } = await app.http.get('/api/crm/forms/quote-request').set('Accept-Language', 'en');
  expect(body.data).toMatchObject({ name: 'Request for a quote', purpose: 'quote_request' });
  expect(body.data.fields.map(({ key }: { key: string }) => key)).toEqual([
    ...['name', 'company', 'email', 'phone', 'products', 'message'],
  ]);
});

test('a flood from one address is stopped', async () => {
  const codes: unknown[] = [];
  while (codes.length < 100 && !codes.includes('input.too_often')) {
    codes.push(codeOf(await visit('how-was-it', { about: 'none' }))[1]);
  }
  expect(codes.at(-1)).toBe('input.too_often');
  expect((await member.post('/api/crm/forms/how-was-it', FILLED)).status).toBe(201);
});
