import { bootApp, type App, type Staff } from '../../support/app';
import type { Templates } from '../../../plugins/platform/server/src/templates/create-templates';

const TEMPLATE = 'plugin::platform.template';
const SEED = {
  code: 'test-mail',
  name: { th: 'อีเมลทดสอบ', en: 'Test mail' },
  subject: { th: 'เรื่อง {{ number }}', en: 'About {{ number }}' },
  body: {
    th: '<p>ยอด {{ total | money }} ครบกำหนด {{ due | date }}</p>',
    en: '<p>{{ total | money }} due {{ due | date }}</p>',
  },
  sample: { number: 'IV-1', total: '107000', due: '2026-01-31' },
};

let app: App;
let owner: Staff;
let templates: Templates;

beforeAll(async () => {
  app = await bootApp();
  owner = await app.staff();
  templates = (app.strapi.plugin('platform').service('core') as { templates: Templates }).templates;
  await templates.seed([SEED]);
});
afterAll(() => app.close());

interface Row {
  id: number;
  documentId: string;
  version: number;
  current: boolean;
  origin: string;
  subjectTh: string;
}
const versions = (): Promise<Row[]> =>
  app.platform.rows.find<Row>(
    TEMPLATE,
    (query, column) => void query.where(column('code'), SEED.code).orderBy(column('version')),
  ) as Promise<Row[]>;
const current = async (): Promise<Row> => (await versions()).find((row) => row.current) as Row;

const edit = async (data: Record<string, unknown>) =>
  owner.put(`/content-manager/collection-types/${TEMPLATE}/${(await current()).documentId}`, data);

describe('templates', () => {
  it('are made of what plugins bring along, once', async () => {
    await templates.seed([SEED]);
    expect(await versions()).toMatchObject([{ version: 1, current: true, origin: 'seed' }]);
  });

  it('take the text of a later release as a new version, as long as staff changed nothing', async () => {
    const later = { ...SEED, subject: { ...SEED.subject, th: 'เรื่องใหม่ {{ number }}' } };
    await templates.seed([later]);
    expect(await versions()).toMatchObject([
      { version: 1, current: false, subjectTh: SEED.subject.th },
      { version: 2, current: true, subjectTh: later.subject.th },
    ]);
  });

  it('say in both languages what the data says, escaped', async () => {
    const th = await templates.render({
      code: SEED.code,
      version: 1,
      language: 'th',
      data: { number: '<b>\r\nBcc: x@example.com', total: '107000', due: '2026-01-31' },
    });
    expect(th.subject).toBe('เรื่อง <b> Bcc: x@example.com');
    expect(th.html).toContain('ยอด ฿1,070.00 ครบกำหนด 31 มกราคม 2569');
    const en = await templates.preview(SEED.code, 'en');
    expect(en).toMatchObject({ subject: 'About IV-1' });
    expect(en.text).toMatch(/^฿1,070\.00 due 31 January 2026\n-- \n/);
  });

  it('keep a version for each change of a text by staff, and leave it theirs', async () => {
    const answer = await edit({ subjectTh: 'ของเรา {{ number }}' });
    expect(answer.status).toBe(200);
    expect(await versions()).toMatchObject([
      { version: 1 },
      { version: 2, current: false, subjectTh: 'เรื่องใหม่ {{ number }}' },
      { version: 3, current: true, origin: 'staff', subjectTh: 'ของเรา {{ number }}' },
    ]);
    expect((await edit({ name: 'Another name' })).status).toBe(200);
    await templates.seed([{ ...SEED, subject: { th: 'ทับ', en: 'over' } }]);
    expect(await versions()).toHaveLength(3);
    expect(
      (await templates.render({ code: SEED.code, version: 1, language: 'th', data: { number: 'A' } })).subject,
    ).toBe('เรื่อง A');
  });

  it('refuse a text that cannot be read, another code, a change of the past, and deleting', async () => {
    const wrong = await edit({ bodyTh: '<p>{{ total | </p>' });
    expect([wrong.status, wrong.body.error?.details]).toMatchObject([
      400,
      { code: 'template.not_closed', field: 'bodyTh' },
    ]);
    expect((await edit({ code: 'other' })).body.error?.details?.code).toBe('template.code_fixed');
    for (const sample of ['a text', [1], 7]) {
      const { status, body } = await edit({ sample });
      expect([status, body.error?.details?.code]).toEqual([400, 'template.sample_not_an_object']);
    }
    expect((await edit({ sample: '{"number":"IV-2"}' })).status).toBe(200);
    const list = await owner.post(`/content-manager/collection-types/${TEMPLATE}`, [1, { name: 'x' }]);
    expect([list.status, list.body.error?.details?.code]).toEqual([400, 'input.not_readable']);
    const [first] = await versions();
    const past = await owner.put(`/content-manager/collection-types/${TEMPLATE}/${first?.documentId}`, {
      subjectTh: 'x',
    });
    expect([past.status, past.body.error?.details?.code]).toEqual([409, 'template.past']);
    await expect(app.platform.rows.update(TEMPLATE, [{ id: first?.id ?? 0, subjectTh: 'x' }])).rejects.toMatchObject({
      message: expect.stringContaining('sanya-frozen'),
    });
    const gone = await owner.delete(`/content-manager/collection-types/${TEMPLATE}/${(await current()).documentId}`);
    expect([gone.status, gone.body.error?.details?.code]).toEqual([409, 'template.kept']);
    expect(await versions()).toHaveLength(3);
  });

  it('show a draft before it is saved, to who may', async () => {
    const { documentId } = await current();
    const body = {
      language: 'en',
      body: '<p onclick="x()">Dear {{ name }}</p><script>x()</script>',
      data: { name: '<i>A</i>' },
    };
    const answer = await owner.post(`/platform/templates/${documentId}/preview`, body);
    expect(answer.status).toBe(200);
    expect(answer.body.data.html).toContain('Dear &lt;i&gt;A&lt;/i&gt;');
    expect(answer.body.data.html).not.toMatch(/script|onclick/);
    const sales = await app.staff('sales');
    expect((await sales.post(`/platform/templates/${documentId}/preview`, body)).status).toBe(403);
  });
});
