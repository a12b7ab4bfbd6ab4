import type { PlatformCore } from '../../../plugins/platform/server/src/core/core';
import type { MailMessage } from '../../../plugins/platform/server/src/ports/mail';
import type { Recorder } from '../../../plugins/platform/server/src/ports/recorder';
import { type App, bootApp, type Member, type Staff } from '../../support/app';
import { companyMember, customerOf, issue, line } from '../billing/support';

/** Staff edit what mails say, try it with real documents, and find and retry what did not leave. */
let app: App;
let owner: Staff;
let marketing: Staff;
let member: Member;
let customer: { id: number };
let invoice: Awaited<ReturnType<typeof issue>>;

const core = (): PlatformCore => app.strapi.plugin('platform').service('core') as PlatformCore;
const outbox = () => core().ports.mail as unknown as Recorder<MailMessage>;
const deliver = () => core().jobs.runDue();

interface Shown {
  id: string;
  code: string;
  version: number;
}
const templateOf = async (code: string): Promise<Shown> =>
  ((await owner.get('/platform/templates')).body.data as Shown[]).find((one) => one.code === code) as Shown;
const opened = async (code = 'invoice-mail') =>
  (await owner.get(`/platform/templates/${(await templateOf(code)).id}`)).body.data;
const versions = async () => (await owner.get(`/platform/templates/${(await opened()).id}/versions`)).body.data;
const refusal = (answer: { status: number; body: { error?: { details?: { code?: string; field?: string } } } }) => [
  answer.status,
  answer.body.error?.details?.code,
  answer.body.error?.details?.field,
];

beforeAll(async () => {
  app = await bootApp({ SANYA_JOBS: 'off' });
  [owner, marketing] = [await app.staff('owner', 'owner@office.test'), await app.staff('marketing')];
  member = await companyMember(app);
  customer = await customerOf(app, member);
  invoice = await issue(app, customer.id, [line()]);
  await deliver();
});
afterAll(() => app.close());

test('who may sees all templates with what they may say; who may not sees none', async () => {
  const list = (await marketing.get('/platform/templates')).body.data;
  expect(list).toContainEqual(
    expect.objectContaining({
      ...{ code: 'invoice-mail', plugin: 'billing', type: 'plugin::billing.invoice', version: 1 },
      ...{ languages: ['th', 'en'], changedBy: null },
    }),
  );
  const { variables } = await opened();
  expect(variables).toContainEqual({ path: 'total', example: '10,700.00', insert: '{{ total }}' });
  const sales = await app.staff('sales');
  const { id } = await templateOf('invoice-mail');
  for (const answer of [
    await sales.get('/platform/templates'),
    await sales.get(`/platform/templates/${id}`),
    await sales.get(`/platform/templates/${id}/versions`),
    await sales.put(`/platform/templates/${id}`, { version: 1, subjectTh: 'x' }),
    await sales.post(`/platform/templates/${id}/test`),
    await sales.get('/platform/deliveries'),
  ]) {
    expect(answer.status).toBe(403);
  }
});

test('templates are called by names in the reader’s language', async () => {
  const named = async (language: string): Promise<{ code: string; name: string }[]> =>
    (await owner.get('/platform/templates').set('Accept-Language', language)).body.data;
  const [thai, english] = [await named('th'), await named('en')];
  expect(thai.filter(({ name }) => !/[ก-๙]/.test(name))).toEqual([]);
  expect(english.filter(({ name }) => /[ก-๙]/.test(name))).toEqual([]);
  expect(thai.find(({ code }) => code === 'order-shipped')?.name).toBe('ส่งสินค้าแล้ว');
});

test('a draft is shown with a real invoice, to who may read that invoice', async () => {
  const { id } = await opened();
  const rows = (await owner.get(`/platform/templates/${id}/rows?q=${invoice.number.slice(-4)}`)).body.data;
  expect(rows).toEqual([{ id: invoice.documentId, title: invoice.number }]);
  const draft = { language: 'en', subject: 'Bill {{ number }}', body: '<p>{{ customer }}: {{ total }}</p>' };
  const shown = await owner.post(`/platform/templates/${id}/preview`, { ...draft, row: invoice.documentId });
  expect(shown.body.data).toMatchObject({ subject: `Bill ${invoice.number}`, unknown: { subject: [], body: [] } });
  expect(shown.body.data.html).toContain('10,700.00');

  expect((await marketing.get(`/platform/templates/${id}/rows`)).body.data).toEqual([]);
  const blind = await marketing.post(`/platform/templates/${id}/preview`, { ...draft, row: invoice.documentId });
  expect(refusal(blind)).toEqual([404, 'template.row_unknown', 'row']);
  const nobody = await owner.post(`/platform/templates/${id}/preview`, { ...draft, row: 'nosuchrow' });
  expect(refusal(nobody)).toEqual([404, 'template.row_unknown', 'row']);
  expect((await marketing.post(`/platform/templates/${id}/preview`, draft)).body.data.subject).toContain('Bill');

  // A role that is shown only some fields of an invoice does not read the others in a mail.
  const [role] = await app.strapi.db.query('admin::role').findMany({ where: { code: 'sanya-marketing' } });
  await app.strapi.service('admin::permission').createMany([
    {
      action: 'plugin::content-manager.explorer.read',
      subject: 'plugin::billing.invoice',
      properties: { fields: ['number'] },
      conditions: [],
      role: role.id,
    },
  ]);
  expect((await marketing.get(`/platform/templates/${id}/rows`)).body.data).toEqual([]);
});

test('what is wrong is told at its field and its place, in both languages, and nothing is saved', async () => {
  const { id, version } = await opened();
  const draft = await owner.post(`/platform/templates/${id}/preview`, { body: '<p>\n{{ total | mony }}</p>' });
  expect(refusal(draft)).toEqual([400, 'template.filter_unknown', 'body']);
  expect(draft.body.error.details.params).toMatchObject({ name: 'mony', line: 2, column: 1 });
  const typo = await owner.post(`/platform/templates/${id}/preview`, { body: '<p>{{ totl }}</p>' });
  expect(typo.body.data.unknown.body).toEqual([{ name: 'totl', line: 1, column: 7 }]);

  for (const [texts, code, field] of [
    [{ bodyTh: '{{ total' }, 'template.not_closed', 'bodyTh'],
    [{ subjectEn: '{{ totl }}' }, 'template.variable_unknown', 'subjectEn'],
    [{ bodyEn: '{% for line in lines %}{{ line.totl }}{% endfor %}' }, 'template.variable_unknown', 'bodyEn'],
    [{ bodyEn: '{% for i in (1..9999999) %}{{ i }}{% endfor %}' }, 'template.too_much', 'bodyEn'],
    [{ bodyEn: '{% include "secrets" %}' }, 'template.syntax', 'bodyEn'],
    [{ subjectTh: ' ' }, 'template.empty', 'subjectTh'],
  ] as const) {
    const answer = await owner.put(`/platform/templates/${id}`, { version, ...texts });
    expect(refusal(answer)).toEqual([400, code, field]);
  }
  const said = async (language: string): Promise<string> =>
    (
      await app.http
        .put(`/platform/templates/${id}`)
        .set({ Authorization: `Bearer ${owner.token}`, 'Accept-Language': language })
        .send({ version, subjectEn: '{{ totl }}' })
    ).body.error.message;
  expect(await said('th')).toContain('ไม่มีข้อมูลชื่อ "totl"');
  expect(await said('en')).toContain('nothing here is called “totl”');
  expect((await opened()).version).toBe(version);
});

test('of two who save at once the second is told of the first, and both texts are kept', async () => {
  const { id, version } = await opened();
  const both = await Promise.all([
    owner.put(`/platform/templates/${id}`, { version, subjectEn: 'Ours {{ number }}' }),
    marketing.put(`/platform/templates/${id}`, { version, subjectEn: 'Theirs {{ number }}' }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  const [won, lost] = both[0].status === 200 ? ['Ours', owner] : ['Theirs', marketing];
  const late = both.find(({ status }) => status === 409);
  expect(late?.body.error.details).toMatchObject({ code: 'template.changed_meanwhile', params: { version: 2 } });
  expect(late?.body.error.details.params.by).toMatch(/^Staff /);
  expect((await opened()).subjectEn).toBe(`${won} {{ number }}`);
  const other = lost === owner ? marketing : owner;
  const again = await other.put(`/platform/templates/${id}`, { version: 2, subjectEn: 'Agreed {{ number }}' });
  expect(again.body.data).toEqual({ version: 3 });
  expect((await versions()).map((one: { version: number; subjectEn: string }) => [one.version, one.subjectEn])).toEqual(
    [
      [3, 'Agreed {{ number }}'],
      [2, `${won} {{ number }}`],
      [1, expect.stringContaining('Invoice {{ number }}')],
    ],
  );
  const unchanged = await owner.put(`/platform/templates/${id}`, { version: 3, subjectEn: 'Agreed {{ number }}' });
  expect(unchanged.body.data).toEqual({ version: 3 });
});

test('a mail keeps the version it was queued with; the next one says the new text; an old text is taken up again', async () => {
  const { id } = await opened();
  await app.platform.rows.update('plugin::crm.customer', [{ id: customer.id, language: 'en' }]);
  const before = await issue(app, customer.id, [line()]);
  await owner.put(`/platform/templates/${id}`, { version: 3, subjectEn: 'Newer {{ number }}' });
  const after = await issue(app, customer.id, [line()]);
  await deliver();
  const subjects = outbox().sent.map((mail) => mail.subject);
  expect(subjects).toEqual(expect.arrayContaining([`Agreed ${before.number}`, `Newer ${after.number}`]));
  expect((await versions()).map((one: { version: number; used: number }) => [one.version, one.used])).toEqual([
    [4, 1],
    [3, 1],
    [2, 0],
    [1, 1],
  ]);

  const stale = await owner.post(`/platform/templates/${id}/restore`, { version: 3, from: 1 });
  expect(refusal(stale).slice(0, 2)).toEqual([409, 'template.changed_meanwhile']);
  const none = await owner.post(`/platform/templates/${id}/restore`, { version: 4, from: 9 });
  expect(refusal(none)).toEqual([404, 'template.version_unknown', 'from']);
  expect((await owner.post(`/platform/templates/${id}/restore`, { version: 4, from: 1 })).body.data).toEqual({
    version: 5,
  });
  const [last, ...past] = await versions();
  expect(last).toMatchObject({ version: 5, restoredFrom: 1, subjectEn: past.at(-1).subjectEn, current: true });
  expect(past).toHaveLength(4);
  const events = await owner.get(`/platform/events?subject=${id}&name=template.changed`);
  expect(events.body.data[0].after).toMatchObject({ version: 5, restoredFrom: 1 });
});

test('a test goes to oneself with the text on the screen, and is a delivery that no version counts', async () => {
  const { id } = await opened();
  const draft = { language: 'en', subject: 'Draft {{ number }}', row: invoice.documentId };
  const answer = await owner.post(`/platform/templates/${id}/test`, draft);
  expect(answer.body.data).toEqual({ to: 'owner@office.test' });
  const wrong = await owner.post(`/platform/templates/${id}/test`, { language: 'en', subject: '{{ x' });
  expect(refusal(wrong)).toEqual([400, 'template.not_closed', 'subject']);
  await deliver();
  expect(outbox().sent.at(-1)).toMatchObject({ to: 'owner@office.test', subject: `Draft ${invoice.number}` });
  const [kept] = (await owner.get('/platform/deliveries?filters[isTest][$eq]=true')).body.data;
  expect(kept).toMatchObject({ to: 'owner@office.test', subject: `Draft ${invoice.number}`, templateVersion: null });
  expect((await versions())[0].used).toBe(0);
});

test('a mail is shown as it left, under the letterhead of then', async () => {
  const [mail] = (await owner.get(`/platform/deliveries?filters[aboutName][$eq]=${invoice.number}&sort=id:asc`)).body
    .data;
  expect(mail).toMatchObject({
    state: 'sent',
    aboutType: 'plugin::billing.invoice',
    aboutDocumentId: invoice.documentId,
  });
  const company = await app.platform.settings.read<object>('plugin::platform.setting');
  await app.platform.rows.update('plugin::platform.setting', [{ id: company.id, companyName: 'ชื่อใหม่ จำกัด' }]);
  const { html, subject, files } = (await owner.get(`/platform/deliveries/${mail.documentId}/content`)).body.data;
  const sent = outbox().sent.find((one) => one.messageId.includes(mail.documentId));
  expect([subject, html]).toEqual([sent?.subject, sent?.html]);
  expect(files).toEqual([{ id: expect.any(String), name: `${invoice.number}.pdf`, size: expect.any(Number) }]);
  const sales = await app.staff('sales');
  expect((await sales.get(`/platform/deliveries/${mail.documentId}/content`)).status).toBe(403);
  // Whoever may write everything rewrites no mail: junk in it could not be shown.
  const url = `/content-manager/collection-types/plugin::platform.delivery/${mail.documentId}`;
  const rewritten = await (await app.staff()).put(url, { letterhead: { lines: 'x' } });
  expect([rewritten.status, refusal(rewritten)[1]]).toEqual([409, 'delivery.by_action_only']);
});

test('what was given up is found with its reason and tried again, one or many; what was sent is left', async () => {
  outbox().failNext(Object.assign(new Error('no such mailbox'), { permanent: true }));
  await issue(app, customer.id, [line()]);
  await deliver();
  const find = async (state: string) => (await owner.get(`/platform/deliveries?filters[state][$eq]=${state}`)).body;
  const { data: dead, meta } = await find('dead');
  expect(dead).toMatchObject([{ lastError: 'no such mailbox', attempts: 1 }]);
  expect(meta.pagination).toMatchObject({ total: 1, capped: false });
  const [sent] = (await find('sent')).data;
  const ids = [dead[0].documentId, sent.documentId];
  expect(refusal(await owner.post(`/platform/deliveries/${sent.documentId}/retry`))[1]).toBe('delivery.not_retriable');
  const strange = await owner.post('/platform/deliveries/retry', { deliveries: [...ids, 'nosuchmail'] });
  expect(refusal(strange)).toEqual([404, 'delivery.unknown', 'deliveries.2']);
  expect((await find('dead')).data).toHaveLength(1);
  const retried = await owner.post('/platform/deliveries/retry', { deliveries: ids });
  expect(retried.body.data).toEqual({ retried: 1, left: 1 });
  await deliver();
  expect((await find('dead')).data).toEqual([]);
});
