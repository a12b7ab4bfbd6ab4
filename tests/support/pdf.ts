import { PDFiumLibrary, type PDFiumPage } from '@hyzyla/pdfium';
import { PNG } from 'pngjs';

let library: Promise<PDFiumLibrary> | undefined;

const MARKS = /[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/g;
const SARA_AM = /\u0e33?\u0e32+|\u0e33/g;
const BESIDE_THAI = /(?<=[\u0e00-\u0e7f])\s+|\s+(?=[\u0e00-\u0e7f])/g;

/**
 * Text as it can be compared with what a PDF says: of drawn Thai only the letters come back in their order, marks and
 * the spaces beside them may not, and sara am is drawn as two. That marks stack right, the golden picture shows.
 */
export const said = (text: string): string =>
  text.replace(MARKS, '').replace(SARA_AM, '\u0e32').replace(BESIDE_THAI, '');

async function withPages<T>(pdf: Buffer, look: (pages: PDFiumPage[]) => Promise<T> | T): Promise<T> {
  library ??= PDFiumLibrary.init();
  const document = await (await library).loadDocument(pdf);
  try {
    return await look([...document.pages()]);
  } finally {
    document.destroy();
  }
}

/** What each page of a PDF says, in the order in which it was set, to be compared with `said`. */
export const pagesOf = (pdf: Buffer): Promise<string[]> =>
  withPages(pdf, (pages) => pages.map((page) => said(page.getText())));

export const textOf = async (pdf: Buffer): Promise<string> => (await pagesOf(pdf)).join('\n');

/** A part of a picture, in dots. */
export interface Part {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What the first page of a PDF looks like, whole or in part. */
export const pictureOf = (pdf: Buffer, dotsAnInch: number, part?: Part): Promise<PNG> =>
  withPages(pdf, async ([page]) => {
    if (!page) throw new Error('The PDF has no page');
    const { width, height, data } = await page.render({ scale: dotsAnInch / 72, render: 'bitmap' });
    const whole = new PNG({ width, height });
    // Blue comes first in the bitmap, red in a PNG.
    for (let at = 0; at < data.length; at += 4) {
      whole.data.set([data[at + 2] ?? 0, data[at + 1] ?? 0, data[at] ?? 0, data[at + 3] ?? 0], at);
    }
    if (!part) return whole;
    const cut = new PNG({ width: part.width, height: part.height });
    PNG.bitblt(whole, cut, part.x, part.y, part.width, part.height, 0, 0);
    return cut;
  });

/** What the code of a picture says to the telephone that looks at it. */
export async function codeIn({ width, height, data }: PNG): Promise<string | undefined> {
  const { default: find } = await import('jsqr');
  return find(new Uint8ClampedArray(data), width, height)?.data;
}

/** The same, of the code on the first page of a PDF. */
export const codeOn = async (pdf: Buffer): Promise<string | undefined> => codeIn(await pictureOf(pdf, 150));
