import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { renderDocument } from '../../../plugins/platform/server/src/documents/render-document';
import { pagesOf, type Part, pictureOf, said, textOf } from '../../support/pdf';
import { englishInvoice, longNames, marksSheet, thaiInvoice } from './documents-models';

const GOLDEN = path.resolve(__dirname, '../../golden');
/** Share of the inked dots that may differ: antialiasing changes between versions, a lost mark changes more. */
const TOLERATED = 0.01;
const DOTS = 150;
/** The lines of the table: where the marks are. */
const LINES: Part = { x: 85, y: 510, width: 560, height: 260 };

/** Share of the inked dots of the golden picture that look different. */
async function difference(name: string, pdf: Buffer, dotsAnInch: number, part?: Part): Promise<number> {
  const file = path.join(GOLDEN, `${name}.png`);
  const actual = await pictureOf(pdf, dotsAnInch, part);
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
    expect(await difference('document-marks-th', pdf, DOTS, LINES)).toBeLessThan(TOLERATED);
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
    expect(await difference('document-marks-th', pdf, DOTS, LINES)).toBeGreaterThan(TOLERATED);
  });

  it('looks in English as the golden picture shows', async () => {
    const pdf = await renderDocument(englishInvoice(3), 'IV-2569-000012');
    expect(await difference('document-invoice-en', pdf, 80)).toBeLessThan(TOLERATED);
  });

  it('gives equal bytes for equal models', async () => {
    const [first, second] = [await renderDocument(thaiInvoice(2), 'A'), await renderDocument(thaiInvoice(2), 'A')];
    expect(first.equals(second)).toBe(true);
  });

  it('says who, what, how much and in words', async () => {
    const words = await textOf(await renderDocument(thaiInvoice(1), 'RC-2569-000001'));
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
      expect(words).toContain(said(part));
    }
    expect(await textOf(await renderDocument(englishInvoice(1), 'IV-1'))).toContain(
      'Ten thousand seven hundred baht only',
    );
  });

  it('repeats the head of the table on every page that has lines, and numbers the pages', async () => {
    const pdf = await renderDocument(thaiInvoice(60), 'RC-2569-000001');
    const pages = await pagesOf(pdf);
    expect(pages.length).toBeGreaterThan(2);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(said(`หน้า ${index + 1} / ${pages.length}`));
      expect(page.includes(said('บริการดูแล'))).toBe(page.includes(said('ราคาต่อหน่วย')));
    }
    for (let line = 1; line <= 60; line += 1) {
      expect(pages.join('\n')).toMatch(new RegExp(`${said('เครื่องที่')}${line}(?!\\d)`));
    }
  });

  it('keeps very long names, numbers and addresses on the page', async () => {
    const pdf = await renderDocument(longNames(), 'RC-2569-000001');
    const { data, width } = await pictureOf(pdf, 72);
    const inkedAt = (column: number): boolean => {
      for (let at = column * 4; at < data.length; at += width * 4) if ((data[at] ?? 255) < 200) return true;
      return false;
    };
    const last = Array.from({ length: width }, (_, column) => column)
      .filter(inkedAt)
      .pop();
    expect(last).toBeGreaterThan(width / 2);
    expect(last).toBeLessThan(595 - 40);
  });

  it('sets a document without lines, totals, notes or signatures', async () => {
    const bare = { ...thaiInvoice(0), totals: [], notes: [], signatures: [], facts: [], qr: undefined, marks: [] };
    expect(await pagesOf(await renderDocument(bare))).toHaveLength(1);
  });
});
