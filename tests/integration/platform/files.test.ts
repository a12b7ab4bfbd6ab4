/** @strapi own */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { PlatformCore } from '../../../plugins/platform/server/src/core/core';
import { FILE, type StoredFile } from '../../../plugins/platform/server/src/files/file-rows';
import { type App, bootOwnApp, type Member, type Staff } from '../../support/app';
import { customerOf } from '../billing/support';

const START = '2030-01-01T00:00:00.000Z';
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
const SUBJECT = { type: 'plugin::platform.branch', documentId: 'somebranch' };

describe('private files', () => {
  let app: App;
  let core: PlatformCore;
  let owner: Member;
  let other: Member;
  let clerk: Staff;

  beforeAll(async () => {
    app = await bootOwnApp({ SANYA_JOBS: 'off', SANYA_PORTS: '' });
    core = app.strapi.plugin('platform').service('core') as PlatformCore;
    await core.clock.moveTo(START);
    [owner, other, clerk] = [await app.member(), await app.member(), await app.staff('billing')];
  });
  afterAll(() => app.close());

  const send = (token: string, content: Buffer, filename = 'slip.png', url = '/api/platform/files') =>
    app.http.post(url).set('Authorization', `Bearer ${token}`).attach('file', content, filename);
  const sent = async (member: Member): Promise<string> => (await send(member.token, PNG)).body.data.id as string;
  const count = async (): Promise<number> => (await app.platform.rows.find(FILE, () => undefined)).length;
  const rowOf = async (id: string): Promise<StoredFile> =>
    (await app.platform.rows.byDocumentIds<StoredFile>(FILE, [id]))[0] as StoredFile;
  const codeOf = (answer: { status: number; body: { error?: { details?: { code?: string } } } }) => [
    answer.status,
    answer.body.error?.details?.code,
  ];
  const asMember = <T>(member: Member, work: () => Promise<T>): Promise<T> =>
    app.platform.as({ kind: 'member', key: `member:${member.user.id}` }, work);

  it('are received, kept outside the public folder, and read by who sent them', async () => {
    const answer = await send(owner.token, PNG, '../../สลิป โอนเงิน.jpeg');
    expect([answer.status, answer.body.data]).toMatchObject([
      201,
      { name: 'สลิป โอนเงิน.png', mime: 'image/png', size: PNG.length },
    ]);
    const row = await rowOf(answer.body.data.id);
    expect(row).toMatchObject({ owner: `member:${owner.user.id}`, attachedDocumentId: null, receivedAt: START });
    expect(row.customerId).toEqual(expect.any(Number));
    const folder = process.env.SANYA_FILES_DIR ?? '';
    expect(existsSync(path.join(folder, row.storageKey))).toBe(true);

    const read = await owner.get(`/api/platform/files/${row.documentId}`);
    expect(read.status).toBe(200);
    expect(read.body.equals(PNG)).toBe(true);
    expect(read.headers).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'cache-control': expect.stringContaining('no-store'),
      'content-security-policy': expect.stringContaining('sandbox'),
    });
    const pdf = await send(owner.token, PDF, 'x.pdf');
    const download = await owner.get(`/api/platform/files/${pdf.body.data.id}`);
    expect(download.headers['content-disposition']).toMatch(/^attachment;/);
  });

  it('are not found by anybody else', async () => {
    const id = await sent(owner);
    for (const answer of [
      await other.get(`/api/platform/files/${id}`),
      await app.http.get(`/api/platform/files/${id}`),
      await other.post(`/api/platform/files/${id}/link`),
      await owner.get('/api/platform/files/nosuchfile'),
      await owner.get('/api/platform/files/..%2f..%2fetc'),
    ]) {
      expect(codeOf(answer)).toEqual([404, 'file.unknown']);
    }
    expect((await app.http.get(`/platform/files/${id}`)).status).toBe(401);
    const technician = await app.staff('technician');
    expect((await technician.get(`/platform/files/${id}`)).status).toBe(403);
  });

  it('are read by staff who may, and sent by them', async () => {
    const id = await sent(owner);
    expect((await clerk.get(`/platform/files/${id}`)).body.equals(PNG)).toBe(true);
    const own = await send(clerk.token, PDF, 'scan.pdf', '/platform/files');
    expect([own.status, (await rowOf(own.body.data.id)).owner]).toEqual([201, `staff:${clerk.id}`]);
  });

  it('that are attached are read by staff with the row they belong to, and not otherwise', async () => {
    const { id, documentId } = await customerOf(app, owner);
    const [payment] = await app.platform.rows.insert('plugin::billing.payment', [
      { customer: id, state: 'submitted', method: 'bank_transfer', currency: 'THB', amount: 100n },
    ]);
    const attached = async (type: string, row: string): Promise<string> => {
      const file = {
        name: 'scan.png',
        content: PNG,
        mime: 'image/png',
        owner: `member:${owner.user.id}`,
        customer: id,
      };
      const [kept] = await core.files.keep([{ ...file, attachedTo: { type, documentId: row } }]);
      return kept?.documentId ?? '';
    };
    const slip = await attached('plugin::billing.payment', payment?.documentId ?? '');
    const scan = await attached('plugin::crm.customer', documentId);
    const lost = await attached('plugin::gone.row', 'nosuchrow');
    const [accountant, keeper, seller] = [
      await app.staff('accountant'),
      await app.staff('storekeeper'),
      await app.staff('sales'),
    ];
    const reads = async (reader: Staff): Promise<number[]> =>
      Promise.all([slip, scan, lost].map(async (file) => (await reader.get(`/platform/files/${file}`)).status));
    expect(await reads(clerk)).toEqual([200, 200, 404]);
    expect(await reads(accountant)).toEqual([200, 200, 404]);
    expect(await reads(keeper)).toEqual([404, 200, 404]);
    expect(await reads(seller)).toEqual([404, 404, 404]);
    expect(codeOf(await keeper.post(`/platform/files/${slip}/link`))).toEqual([404, 'file.unknown']);
    expect((await owner.get(`/api/platform/files/${slip}`)).status).toBe(200);
    await (await app.staff()).post(`/crm/customers/${documentId}/assign`, { owner: seller.id }).expect(200);
    expect(await reads(seller)).toEqual([404, 200, 404]);
  });

  it('open to a signed link until it expires, and only the one file', async () => {
    const [id, another] = [await sent(owner), await sent(owner)];
    const { url } = (await owner.post(`/api/platform/files/${id}/link`)).body.data as { url: string };
    expect((await app.http.get(url)).body.equals(PNG)).toBe(true);
    const query = url.split('?')[1] ?? '';
    expect(codeOf(await app.http.get(`/api/platform/files/${another}?${query}`))).toEqual([404, 'file.unknown']);
    expect(codeOf(await app.http.get(url.replace('2030', '2031')))).toEqual([404, 'file.unknown']);
    expect(codeOf(await app.http.get(`/api/platform/files/${id}?expires=x&signature=y`))).toEqual([
      404,
      'file.unknown',
    ]);
    await core.clock.moveTo('2030-01-01T00:16:00.000Z');
    expect(codeOf(await app.http.get(url))).toEqual([403, 'file.link_expired']);
  });

  it('are refused when too large, of another kind, missing, or many; nothing is kept', async () => {
    const before = await count();
    const large = Buffer.concat([PNG, Buffer.alloc(8 * 1024 * 1024)]);
    expect(codeOf(await send(owner.token, large))).toEqual([413, 'file.too_large']);
    const huge = Buffer.concat([PNG, Buffer.alloc(11 * 1024 * 1024)]);
    expect(codeOf(await send(owner.token, huge))).toEqual([413, 'file.too_large']);
    const wordy = await owner.post(`/api/platform/files/${'a'.repeat(24)}/link`, { text: 'x'.repeat(2_000_000) });
    expect(codeOf(wordy)).toEqual([413, 'input.body_too_large']);
    for (const [content, name] of [
      [Buffer.from('<html><script>alert(1)</script>'), 'slip.png'],
      [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'slip.svg'],
      [Buffer.from('GIF89a\u0001\u0000\u0001\u0000\u0000\u0000\u0000;'), 'slip.gif'],
      [Buffer.from('plain'), 'slip.jpg'],
    ] as const) {
      expect(codeOf(await send(owner.token, content, name))).toEqual([415, 'file.type_refused']);
    }
    expect(codeOf(await owner.post('/api/platform/files', {}))).toEqual([400, 'file.missing']);
    const two = app.http.post('/api/platform/files').set('Authorization', `Bearer ${owner.token}`);
    expect(codeOf(await two.attach('a', PNG, 'a.png').attach('b', PNG, 'b.png'))).toEqual([400, 'file.one_at_a_time']);
    expect([401, 403]).toContain((await app.http.post('/api/platform/files').attach('file', PNG, 'a.png')).status);
    expect(await count()).toBe(before);
  });

  it('are attached once, by who sent them', async () => {
    const [id, second] = [await sent(owner), await sent(owner)];
    const attach = (member: Member, ids: string[]) => asMember(member, () => app.platform.files.attach(ids, SUBJECT));
    await expect(attach(other, [id])).rejects.toMatchObject({ code: 'file.unknown', status: 404 });
    await expect(attach(owner, [second, 'nosuchfile'])).rejects.toMatchObject({ code: 'file.unknown' });
    expect((await rowOf(second)).attachedDocumentId).toBeNull();
    const [file] = await attach(owner, [id]);
    expect(file).toMatchObject({ documentId: id, attachedTo: SUBJECT.documentId });
    expect((await app.platform.files.content(file as never)).equals(PNG)).toBe(true);
    await expect(attach(owner, [id])).rejects.toMatchObject({ code: 'file.attached_already', status: 409 });
  });

  it('attached by two at once go to one', async () => {
    const id = await sent(owner);
    const tries = await Promise.allSettled(
      Array.from({ length: 5 }, (_, index) =>
        asMember(owner, () => app.platform.files.attach([id], { ...SUBJECT, documentId: `branch${index}` })),
      ),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('that nothing took up are forgotten after a week; what is attached stays', async () => {
    const [kept, lost] = [await rowOf(await sent(owner)), await rowOf(await sent(owner))];
    await asMember(owner, () => core.files.attach([kept.documentId], SUBJECT));
    const folder = process.env.SANYA_FILES_DIR ?? '';
    const there = ({ storageKey }: StoredFile): boolean => existsSync(path.join(folder, storageKey));
    await core.jobs.runDue(new Date(Date.parse(core.clock.now()) + 6 * 86_400_000).toISOString());
    expect([there(kept), there(lost)]).toEqual([true, true]);
    await core.clock.moveTo(new Date(Date.parse(core.clock.now()) + 9 * 86_400_000).toISOString());
    await core.jobs.runDue();
    expect([there(kept), there(lost)]).toEqual([true, false]);
    expect((await owner.get(`/api/platform/files/${lost.documentId}`)).status).toBe(404);
    expect((await owner.get(`/api/platform/files/${kept.documentId}`)).status).toBe(200);
  });
});
