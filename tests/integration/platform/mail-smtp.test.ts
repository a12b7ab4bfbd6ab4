/** @strapi own */
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { PlatformCore } from '../../../plugins/platform/server/src/core/core';
import { FILE, type StoredFile } from '../../../plugins/platform/server/src/files/file-rows';
import { DELIVERY, type Delivery } from '../../../plugins/platform/server/src/mail/delivery-store';
import { bootOwnApp, type App } from '../../support/app';
import { allParts, headerOf, readMail } from '../../support/read-mail';
import { thaiInvoice } from '../../unit/platform/documents-models';

const START = '2030-01-01T00:00:00.000Z';
const SEED = {
  code: 'test-invoice',
  name: { th: 'ใบแจ้งหนี้', en: 'Invoice' },
  subject: { th: 'ใบแจ้งหนี้ {{ number }} จาก {{ company }}', en: 'Invoice {{ number }}' },
  body: {
    th: '<p>เรียน คุณ{{ name }}</p><p>ยอด <b>{{ total | money }}</b></p><p><a class="button" href="{{ url }}">ชำระเงิน</a></p>',
    en: '<p>Dear {{ name }}</p>',
  },
  sample: {},
};

describe('mails through a real mail server', () => {
  let app: App;
  let core: PlatformCore;
  let server: SMTPServer;
  const got: { to: string[]; raw: string }[] = [];
  let answer: (to: string) => Error | undefined = () => undefined;
  let rendered = 0;

  beforeAll(async () => {
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      logger: false,
      onRcptTo: ({ address }, _session, done) => done(answer(address)),
      onData(stream, session, done) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          got.push({
            to: session.envelope.rcptTo.map(({ address }) => address),
            raw: Buffer.concat(chunks).toString('latin1'),
          });
          done();
        });
      },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.server.address() as AddressInfo;
    app = await bootOwnApp({ SANYA_JOBS: 'off', SANYA_PORTS: '', SMTP_URL: `smtp://127.0.0.1:${port}` });
    core = app.strapi.plugin('platform').service('core') as PlatformCore;
    await core.clock.moveTo(START);
    core.registry.add({
      id: 'test',
      needs: [],
      contentTypes: {},
      messages: { th: {}, en: {} },
      documents: () => [
        {
          kind: 'test-invoice',
          subject: 'plugin::platform.branch',
          load: async (id) => {
            rendered += 1;
            return { name: `IV-2569-00000${id}`, model: thaiInvoice(2) };
          },
        },
      ],
    });
    await core.templates.seed([SEED]);
  });
  beforeEach(() => {
    got.length = 0;
    rendered = 0;
    answer = () => undefined;
  });
  afterAll(async () => {
    await app.close();
    await new Promise<void>((resolve) => server.close(() => resolve()));
    process.env.SMTP_URL = '';
  });

  const queue = (key: string, more: { to?: string; documents?: { kind: string; id: number }[] } = {}) =>
    app.platform.transaction(() =>
      app.platform.mail.queue([
        {
          template: SEED.code,
          to: 'somchai@example.com',
          language: 'th',
          customer: 7,
          data: {
            number: 'IV-2569-000001',
            name: 'สมชาย & <ลูก>',
            total: '1070000',
            url: 'https://example.com/pay?a=1&b=2',
          },
          key,
          ...more,
        },
      ]),
    );
  const delivery = async (key: string): Promise<Delivery> => {
    const [row] = await app.platform.rows.find<Delivery>(
      DELIVERY,
      (query, column) => void query.where(column('key'), key),
    );
    return row as Delivery;
  };
  const filesOf = (of: Delivery): Promise<StoredFile[]> =>
    app.platform.rows.find<StoredFile>(
      FILE,
      (query, column) => void query.where(column('attachedDocumentId'), of.documentId),
    );

  it('arrive whole: Thai subject, HTML and text, the document as PDF, which is kept as it was sent', async () => {
    await queue('whole', { documents: [{ kind: 'test-invoice', id: 1 }] });
    await core.jobs.runDue();
    const row = await delivery('whole');
    expect(row).toMatchObject({
      state: 'sent',
      attempts: 1,
      templateVersion: 1,
      customerId: 7,
      sentAt: START,
      lastError: null,
    });

    expect(got).toHaveLength(1);
    expect(got[0]?.to).toEqual(['somchai@example.com']);
    const mail = readMail(got[0]?.raw ?? '');
    expect(headerOf(mail, 'Subject')).toBe('ใบแจ้งหนี้ IV-2569-000001 จาก บริษัท ตัวอย่าง จำกัด');
    expect(headerOf(mail, 'Message-ID')).toBe(row.messageId);
    expect(headerOf(mail, 'Auto-Submitted')).toBe('auto-generated');
    const parts = allParts(mail);
    const html = parts.find((part) => part.type.startsWith('text/html'))?.content.toString() ?? '';
    expect(html).toContain('เรียน คุณสมชาย &amp; &lt;ลูก&gt;');
    expect(html).toContain('฿10,700.00');
    const text = parts.find((part) => part.type.startsWith('text/plain'))?.content.toString() ?? '';
    expect(text).toContain('เรียน คุณสมชาย & <ลูก>');
    expect(text).toContain('ชำระเงิน (https://example.com/pay?a=1&b=2)');
    const pdf = parts.find((part) => part.type.startsWith('application/pdf'));
    expect(pdf?.type).toContain('IV-2569-000001.pdf');
    expect(pdf?.content.subarray(0, 5).toString()).toBe('%PDF-');

    const [file] = await filesOf(row);
    expect(file).toMatchObject({ name: 'IV-2569-000001.pdf', mime: 'application/pdf', customerId: 7, owner: 'system' });
    expect((await core.ports.storage.get(file?.storageKey ?? '')).equals(pdf?.content ?? Buffer.alloc(0))).toBe(true);
  });

  it('are queued once for one key, and not at all when the transaction fails', async () => {
    await queue('once');
    await queue('once');
    await expect(
      app.platform.transaction(async () => {
        await queue('never');
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    await core.jobs.runDue();
    expect(got).toHaveLength(1);
    expect(await delivery('never')).toBeUndefined();
  });

  it('wait out growing pauses while the server refuses, and then send the very document that was kept', async () => {
    answer = () => Object.assign(new Error('try later'), { responseCode: 451 });
    await queue('later', { documents: [{ kind: 'test-invoice', id: 2 }] });
    await core.jobs.runDue();
    expect(await delivery('later')).toMatchObject({
      state: 'failed',
      attempts: 1,
      nextAttemptAt: '2030-01-01T00:01:00.000Z',
    });
    await core.jobs.runDue();
    expect(await delivery('later')).toMatchObject({ attempts: 1 });
    await core.clock.moveTo('2030-01-01T00:01:00.000Z');
    await core.jobs.runDue();
    expect(await delivery('later')).toMatchObject({
      state: 'failed',
      attempts: 2,
      nextAttemptAt: '2030-01-01T00:06:00.000Z',
    });
    expect((await delivery('later')).lastError).toContain('try later');
    answer = () => undefined;
    await core.clock.moveTo('2030-01-01T00:06:00.000Z');
    await core.jobs.runDue();
    expect(await delivery('later')).toMatchObject({ state: 'sent', attempts: 3, lastError: null });
    expect(rendered).toBe(1);
    expect(await filesOf(await delivery('later'))).toHaveLength(1);
    expect(allParts(readMail(got[0]?.raw ?? '')).some((part) => part.type.startsWith('application/pdf'))).toBe(true);
  });

  it('are given up after eight attempts; staff see them and try again', async () => {
    answer = () => Object.assign(new Error('try later'), { responseCode: 451 });
    await queue('dead');
    for (let attempt = 1; attempt <= 8; attempt += 1) {
      await core.jobs.runDue();
      const { state, attempts, nextAttemptAt } = await delivery('dead');
      expect([state, attempts]).toEqual([attempt === 8 ? 'dead' : 'failed', attempt]);
      if (nextAttemptAt) await core.clock.moveTo(nextAttemptAt);
    }
    answer = () => undefined;
    const { documentId } = await delivery('dead');
    const billing = await app.staff('billing');
    const retried = await billing.post(`/platform/deliveries/${documentId}/retry`);
    expect([retried.status, retried.body.error]).toEqual([200, undefined]);
    await core.jobs.runDue();
    expect(await delivery('dead')).toMatchObject({ state: 'sent', attempts: 1 });
    const again = await billing.post(`/platform/deliveries/${documentId}/retry`);
    expect([again.status, again.body.error?.details?.code]).toEqual([409, 'delivery.not_retriable']);
  });

  it('are given up at once where the reader does not exist', async () => {
    answer = () => Object.assign(new Error('no such user'), { responseCode: 550 });
    await queue('nobody');
    await core.jobs.runDue();
    expect(await delivery('nobody')).toMatchObject({ state: 'dead', attempts: 1 });
  });

  it('go to one reader, whatever was stored as the address', async () => {
    await queue('two', { to: 'a@example.com, b@example.com' });
    await core.jobs.runDue();
    expect(got.flatMap(({ to }) => to).length).toBeLessThanOrEqual(1);
    expect(got.flatMap(({ to }) => to)).not.toContain('b@example.com');
  });

  it('of which one is broken hold up no other', async () => {
    await queue('unknown-document', { documents: [{ kind: 'no-such-kind', id: 1 }] });
    await Promise.all(Array.from({ length: 25 }, (_, index) => queue(`many-${index}`)));
    await core.jobs.runDue();
    expect(got).toHaveLength(25);
    const broken = await delivery('unknown-document');
    expect(broken).toMatchObject({ state: 'failed', attempts: 1 });
    expect(broken.lastError).toContain('document.kind_unknown');
  });

  it('of one batch read once what they share; what staff change counts for the next', async () => {
    const statements: string[] = [];
    const listen = ({ sql }: { sql: string }) => void statements.push(sql);
    const readFor = async (count: number, key: string): Promise<number[]> => {
      await Promise.all(Array.from({ length: count }, (_, index) => queue(`${key}-${index}`)));
      statements.length = 0;
      for (const job of core.mail.jobs()) await job.step({ tick: START, cursor: null, runId: 0 });
      return ['platform_settings', 'platform_templates'].map(
        (table) => statements.filter((sql) => /^select/i.test(sql) && sql.includes(table)).length,
      );
    };
    app.strapi.db.connection.on('query', listen);
    expect(await readFor(5, 'alike')).toEqual([1, 1]);
    const owner = await app.staff();
    const setting = '/content-manager/single-types/plugin::platform.setting';
    await owner.put(setting, { companyName: 'บริษัท ชื่อใหม่ จำกัด' }).expect(200);
    expect(await readFor(1, 'after')).toEqual([1, 1]);
    app.strapi.db.connection.removeListener('query', listen);
    const subjects = got.map(({ raw }) => headerOf(readMail(raw), 'subject').includes('ชื่อใหม่'));
    expect(subjects).toEqual([false, false, false, false, false, true]);
  });
});
