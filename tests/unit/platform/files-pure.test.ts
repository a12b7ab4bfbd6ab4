import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { checkSize, kindOf, LARGEST, safeName } from '../../../plugins/platform/server/src/files/file-kinds';
import { judgeLink, signedQuery } from '../../../plugins/platform/server/src/files/signed-links';
import { folderStorage, storageKeyOf } from '../../../plugins/platform/server/src/ports/file-storage';

describe('file names', () => {
  it.each([
    ['slip.jpeg', 'slip.jpg'],
    ['../../etc/passwd', 'passwd.jpg'],
    ['C:\\Users\\a\\สลิป โอน.PNG', 'สลิป โอน.jpg'],
    ['evil\u202egnp.exe', 'evilgnp.jpg'],
    ['.htaccess', 'htaccess.jpg'],
    ['..jpg', 'file.jpg'],
    ['', 'file.jpg'],
    ['ก'.repeat(500), `${'ก'.repeat(120)}.jpg`],
  ])('%j is kept as %j', (given, kept) => {
    expect(safeName(given, 'jpg')).toBe(kept);
  });

  it('never hold a folder or a control character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) =>
        expect(safeName(name, 'png')).not.toMatch(/[\\/\u0000-\u001f]/),
      ),
    );
  });
});

describe('kinds of files', () => {
  const webp = Buffer.concat([Buffer.from('RIFF\u0024\u0000\u0000\u0000WEBPVP8 ', 'latin1'), Buffer.alloc(24)]);
  const heic = Buffer.concat([
    Buffer.from('\u0000\u0000\u0000\u0018ftypheic\u0000\u0000\u0000\u0000mif1heic', 'latin1'),
    Buffer.alloc(16),
  ]);
  it.each([
    ['jpg', Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex')],
    ['webp', webp],
    ['heic', heic],
    ['pdf', Buffer.from('%PDF-1.7\n%%EOF')],
  ])('%s is told by its content', async (extension, content) => {
    expect((await kindOf(content, 'file')).extension).toBe(extension);
  });

  it('others and empty ones are refused with 415, large ones with 413', async () => {
    for (const content of [Buffer.alloc(0), Buffer.from('MZ\u0000\u0000'), Buffer.from('<svg/>')]) {
      await expect(kindOf(content, 'file')).rejects.toMatchObject({ status: 415, code: 'file.type_refused' });
    }
    expect(() => checkSize(LARGEST, 'file')).not.toThrow();
    expect(() => checkSize(LARGEST + 1, 'file')).toThrow(expect.objectContaining({ status: 413 }));
  });
});

describe('signed links', () => {
  const NOW = '2026-01-31T00:00:00.000Z';
  const link = Object.fromEntries(new URLSearchParams(signedQuery('secret', 'file1', NOW, 'PT15M')));

  it('are good for one file, with one secret, until they expire', () => {
    expect(judgeLink('secret', 'file1', link, NOW)).toBe('good');
    expect(judgeLink('secret', 'file1', link, '2026-01-31T00:15:00.000Z')).toBe('good');
    expect(judgeLink('secret', 'file1', link, '2026-01-31T00:15:00.001Z')).toBe('expired');
    expect(judgeLink('secret', 'file2', link, NOW)).toBe('wrong');
    expect(judgeLink('other', 'file1', link, NOW)).toBe('wrong');
    expect(judgeLink('secret', 'file1', { ...link, expires: '2027-01-31T00:15:00.000Z' }, NOW)).toBe('wrong');
    expect(judgeLink('secret', 'file1', {}, NOW)).toBe('wrong');
  });
});

describe('the storage folder', () => {
  it('gives back what was put, and takes no key of a reader', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'sanya-files-'));
    const storage = folderStorage(folder);
    const key = storageKeyOf('abcdefghij0123456789abcd');
    await storage.put(key, Buffer.from('x'));
    expect((await storage.get(key)).toString()).toBe('x');
    await storage.remove(key);
    await storage.remove(key);
    await expect(storage.get(key)).rejects.toThrow();
    for (const bad of ['../x', 'ab/../../etc', '/etc/passwd', 'ab/ABCDEFGHIJ', '']) {
      await expect(async () => storage.get(bad)).rejects.toThrow(/not a storage key/);
    }
    rmSync(folder, { recursive: true });
  });
});
