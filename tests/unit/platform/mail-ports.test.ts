import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { delivered, undelivered } from '../../../plugins/platform/server/src/mail/outcome';
import { parts } from '../../../plugins/platform/server/src/messages/parts';
import { createPorts, type RecordingPorts } from '../../../plugins/platform/server/src/ports/create-ports';
import { lookupOutside } from '../../../plugins/platform/server/src/ports/outside-only';
import { httpWebhook, webhookSignature } from '../../../plugins/platform/server/src/ports/webhook';
import { httpSms } from '../../../plugins/platform/server/src/ports/sms';
import { headerOf, readMail } from '../../support/read-mail';

const MESSAGE = {
  from: { name: 'บริษัท', address: 'a@example.com' },
  to: 'b@example.com',
  subject: 'ใบแจ้งหนี้',
  html: '<p>ก</p>',
  text: 'ก',
  attachments: [],
  messageId: '<abc123@example.com>',
  language: 'th',
};
const NOW = '2026-01-31T00:00:00.000Z';
const ZONE = 'Asia/Bangkok';

describe('ports', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'sanya-ports-'));
  });
  afterEach(() => rmSync(root, { recursive: true }));
  const portsOf = (env: Record<string, string>) =>
    createPorts({ dirs: { app: { root } } } as never, env as NodeJS.ProcessEnv);

  it('keep what would be sent, where doubles are asked for', async () => {
    const ports = portsOf({ SANYA_PORTS: 'recording' }) as RecordingPorts;
    ports.mail.failNext(new Error('down'));
    await expect(ports.mail.send(MESSAGE)).rejects.toThrow('down');
    await ports.mail.send(MESSAGE);
    await ports.sms.send({ to: '+66812345678', text: 'x', key: 'k' });
    await ports.gateway.charge({ key: 'k', gateway: 'stripe', amount: 1n, currency: 'THB', description: '' });
    await ports.webhook.send({ url: 'https://example.com', body: '{}', secret: 's', id: '1', at: NOW });
    await ports.storage.put('ab/cdefghij', Buffer.from('x'));
    expect(ports.mail.sent).toEqual([MESSAGE]);
    expect([ports.sms.sent.length, ports.gateway.sent.length, ports.webhook.sent.length]).toEqual([1, 1, 1]);
    expect([...ports.storage.files.keys()]).toEqual(['ab/cdefghij']);
  });

  it('write mails to the outbox where there is no mail server, in development', async () => {
    await portsOf({ NODE_ENV: 'development' }).mail.send(MESSAGE);
    const [file = ''] = readdirSync(path.join(root, '.data/outbox'));
    expect(file).toMatch(/\.eml$/);
    const mail = readMail(readFileSync(path.join(root, '.data/outbox', file), 'latin1').replace(/\r?\n/g, '\r\n'));
    expect(headerOf(mail, 'Subject')).toBe('ใบแจ้งหนี้');
  });

  it('do not pretend to send in production', async () => {
    await expect(portsOf({ NODE_ENV: 'production' }).mail.send(MESSAGE)).rejects.toThrow(/SMTP_URL/);
    await expect(portsOf({}).sms.send({ to: '+66812345678', text: 'x', key: 'k' })).rejects.toThrow(/SMS_URL/);
    const charge = { key: 'k', gateway: 'stripe' as const, amount: 1n, currency: 'THB', description: '' };
    await expect(portsOf({}).gateway.charge(charge)).rejects.toThrow(/STRIPE_SECRET_KEY/);
  });

  it('sign webhooks, follow no redirect, and speak to an SMS bridge', async () => {
    const got: { url: string; body: string; signature: unknown; authorization: unknown }[] = [];
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => (body += chunk));
      request.on('end', () => {
        const { 'x-sanya-signature': signature, authorization } = request.headers;
        got.push({ url: request.url ?? '', body, signature, authorization });
        if (request.url === '/moved') response.writeHead(302, { Location: '/elsewhere' }).end();
        else if (request.url === '/broken') response.writeHead(500).end();
        else response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"id":"7"}');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const call = { body: '{"a":1}', secret: 's', id: '1', at: NOW };
    const webhook = httpWebhook({ inside: true });
    expect(await webhook.send({ ...call, url: `${base}/hook` })).toEqual({ status: 200 });
    expect(got[0]).toMatchObject({ body: call.body, signature: webhookSignature(call) });
    for (const [path, status] of Object.entries({ moved: 302, broken: 500 })) {
      await expect(webhook.send({ ...call, url: `${base}/${path}` })).rejects.toMatchObject({
        ...{ code: 'workflow.site_refused', params: { site: '127.0.0.1', status }, passing: true },
      });
    }
    await expect(webhook.send({ ...call, url: 'http://127.0.0.1:1/' })).rejects.toMatchObject({
      ...{ code: 'workflow.site_silent', passing: true },
    });
    expect(got.map(({ url }) => url)).not.toContain('/elsewhere');
    const sms = await httpSms(`${base}/sms`, 'token').send({ to: '+66812345678', text: 'ก', key: 'k' });
    expect([sms, got.at(-1)?.authorization]).toEqual([{ id: '7' }, 'Bearer token']);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
});

describe('webhooks', () => {
  it.each([
    ['https://example.com/hook', undefined],
    ['https://93.184.216.34:8443/hook', undefined],
    ['http://example.com/hook', 'workflow.url_wrong'],
    ['https://user:secret@example.com', 'workflow.url_wrong'],
    ['nonsense', 'workflow.url_wrong'],
    ['https://localhost/', 'workflow.url_inside'],
    ['https://shop.localhost./', 'workflow.url_inside'],
    ['https://127.0.0.1/', 'workflow.url_inside'],
    // The same address in another writing.
    ['https://2130706433/', 'workflow.url_inside'],
    ['https://10.1.2.3/', 'workflow.url_inside'],
    ['https://169.254.169.254/latest', 'workflow.url_inside'],
    ['https://[::1]/', 'workflow.url_inside'],
    ['https://[::ffff:10.0.0.1]/', 'workflow.url_inside'],
    ['https://[fd00::1]/', 'workflow.url_inside'],
  ])('go to the world outside by HTTPS, and nowhere else: %s', (url, code) => {
    const check = () => httpWebhook().check(url);
    if (code === undefined) expect(check).not.toThrow();
    else expect(check).toThrow(expect.objectContaining({ code, field: 'url' }));
  });

  it('go to no name that leads inside, whatever it is called', async () => {
    const found = await new Promise<unknown>((resolve) => {
      lookupOutside('localhost', {}, (error, address) => resolve(error ?? address));
    });
    expect(found).toEqual(expect.objectContaining({ message: expect.stringContaining('localhost') }));
  });
});

describe('what comes of a mail', () => {
  it('is tried again after growing pauses and given up after the eighth', () => {
    expect(delivered('<a@b>', NOW)).toMatchObject({ state: 'sent', sentAt: NOW, nextAttemptAt: null });
    expect(undelivered(new Error('x'), 1, NOW, ZONE)).toMatchObject({
      state: 'failed',
      nextAttemptAt: '2026-01-31T00:01:00.000Z',
      lastError: 'x',
    });
    expect(undelivered(new Error('x'), 8, NOW, ZONE)).toMatchObject({ state: 'dead', nextAttemptAt: null });
    const gone = Object.assign(new Error('x'), { permanent: true });
    expect(undelivered(gone, 1, NOW, ZONE)).toMatchObject({ state: 'dead' });
  });
});

describe('messages of these parts', () => {
  it('have both languages, with the same parameters', () => {
    const places = (text = ''): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
    expect(Object.keys(parts.th).sort()).toEqual(Object.keys(parts.en).sort());
    for (const code of Object.keys(parts.en))
      expect([code, places(parts.th[code])]).toEqual([code, places(parts.en[code])]);
  });
});
