import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { renderDocument } from '../../../plugins/platform/server/src/documents/render-document';
import { englishInvoice, longNames, marksSheet, thaiInvoice } from './documents-models';

const GOLDEN = path.resolve(__dirname, '../../golden');
/** Share of the inked dots that may differ: antialiasing changes between versions of poppler, a lost mark changes more. */
const TOLERATED = 0.01;
/** The lines of the table at 150 dots an inch: where the marks are. */
const LINES = ['-r', '150', '-x', '85', '-y', '510', '-W', '560', '-H', '260'];
const PAGE = ['-r', '80'];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sanya-pdf-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const save = (pdf: Buffer): string => {
  const file = path.join(folder, 'document.pdf');
  writeFileSync(file, pdf);
  return file;
};
const pages = (pdf: Buffer): number =>
  Number(/Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [save(pdf)]).toString())?.[1]);
// Sarabun draws ำ as two glyphs, and poppler gives both back.
const text = (pdf: Buffer): string =>
  execFileSync('pdftotext', ['-layout', save(pdf), '-'])
    .toString()
    .replaceAll('ำา', 'ำ');

function picture(pdf: Buffer, part: readonly string[]): PNG {
  const root = path.join(folder, 'page');
  execFileSync('pdftoppm', ['-png', ...part, '-f', '1', '-l', '1', '-singlefile', save(pdf), root]);
  return PNG.sync.read(readFileSync(`${root}.png`));
}

/** Share of the inked dots of the golden picture that look different. */
function difference(name: string, pdf: Buffer, part: readonly string[]): number {
  const file = path.join(GOLDEN, `${name}.png`);
  const actual = picture(pdf, part);
  if (process.env.UPDATE_GOLDEN === 'true') writeFileSync(file, PNG.sync.write(actual));
  const { data, width, height } = PNG.sync.read(readFileSync(file));
  expect([actual.width, actual.height]).toEqual([width, height]);
  let inked = 0;
  for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 200) inked += 1;
  return pixelmatch(data, actual.data, undefined, width, height, { threshold: 0.2 }) / inked;
}

describe('rendering a document', () => {
  it('stacks Thai marks as the golden picture shows', async () => {
    const pdf = await renderDocument(marksSheet(), 'RC-2569-000001');
    expect(difference('document-marks-th', pdf, LINES)).toBeLessThan(TOLERATED);
  });

  it('would see marks that are missing', async () => {
    if (process.env.UPDATE_GOLDEN === 'true') return;
    const right = marksSheet();
    const without = (text = ''): string => text.replace(/[ุู่้]/g, '');
    const lines = right.lines.map((line) => ({
      ...line,
      description: without(line.description),
      details: without(line.details),
    }));
    const pdf = await renderDocument({ ...right, lines }, 'RC-2569-000001');
    expect(difference('document-marks-th', pdf, LINES)).toBeGreaterThan(TOLERATED);
  });

  it('looks in English as the golden picture shows', async () => {
    const pdf = await renderDocument(englishInvoice(3), 'IV-2569-000012');
    expect(difference('document-invoice-en', pdf, PAGE)).toBeLessThan(TOLERATED);
  });

  it('gives equal bytes for equal models', async () => {
    const [first, second] = [await renderDocument(thaiInvoice(2), 'A'), await renderDocument(thaiInvoice(2), 'A')];
    expect(first.equals(second)).toBe(true);
  });

  it('says who, what, how much and in words', async () => {
    const said = text(await renderDocument(thaiInvoice(1), 'RC-2569-000001'));
    for (const part of [
      'บริษัท ล้านนาเซอร์วิส จำกัด',
      '0505550000004',
      'สำนักงานใหญ่',
      'สาขาที่ 00001',
      'ต้นฉบับ',
      'RC-2569-000001',
      '10,700.00',
      'หนึ่งหมื่นเจ็ดร้อยบาทถ้วน',
      'หน้า 1 / 1',
    ]) {
      expect(said).toContain(part);
    }
    expect(text(await renderDocument(englishInvoice(1), 'IV-1'))).toContain('Ten thousand seven hundred baht only');
  });

  it('repeats the head of the table on every page that has lines, and numbers the pages', async () => {
    const pdf = await renderDocument(thaiInvoice(60), 'RC-2569-000001');
    const count = pages(pdf);
    expect(count).toBeGreaterThan(2);
    const said = text(pdf).split('\f');
    for (const [index, page] of said.slice(0, count).entries()) {
      expect(page).toContain(`หน้า ${index + 1} / ${count}`);
      expect(/^\s+\d+\s+บริการดูแล/m.test(page)).toBe(page.includes('ราคาต่อหน่วย'));
    }
    for (let line = 1; line <= 60; line += 1) expect(said.join('')).toMatch(new RegExp(`เครื่องที่ ${line}\\s`));
  });

  it('keeps very long names, numbers and addresses on the page', async () => {
    const pdf = await renderDocument(longNames(), 'RC-2569-000001');
    const boxes = execFileSync('pdftotext', ['-bbox', save(pdf), '-']).toString();
    const right = [...boxes.matchAll(/xMax="([\d.]+)"/g)].map((match) => Number(match[1]));
    expect(Math.max(...right)).toBeLessThan(595.28 - 40);
  });

  it('sets a document without lines, totals, notes or signatures', async () => {
    const bare = { ...thaiInvoice(0), totals: [], notes: [], signatures: [], facts: [], qr: undefined, marks: [] };
    expect(pages(await renderDocument(bare))).toBe(1);
  });
});
