import { readFile } from 'node:fs/promises';
import type { Definition, Sheet } from './definition';
import { keepFonts } from './kept-fonts';
import type { Node } from './nodes';
import { pinToFoot, type Page, type PlacedNode, type Places } from './pin-to-foot';
import { BREAK } from './thai-breaks';
import { COLOUR, PAGE, SIZE } from './theme';

type Words = Record<string, unknown>;

/** One face of a font, as pdfkit measures and writes with it. */
export interface Face {
  encode(text: string, features?: unknown): unknown;
  widthOfString(text: string, size: number, features?: unknown): number;
  /** The words that were laid out in it: of a document's own unless told otherwise. */
  layoutCache?: Words;
}

/** A document under way: a stream of the file's bytes. */
export interface Pdf extends AsyncIterable<Buffer> {
  provideFont(family: string, bold: boolean, italics: boolean): Face;
  end(): void;
}

export interface Layout {
  layoutDocument(
    content: unknown,
    pdf: Pdf,
    styles: unknown,
    defaultStyle: unknown,
    background: unknown,
    header: unknown,
    footer: unknown,
    watermark: unknown,
    pageBreakBefore: (node: PlacedNode) => boolean,
  ): Page[];
}

const FACES = {
  normal: '400Regular/Sarabun_400Regular.ttf',
  italics: '400Regular_Italic/Sarabun_400Regular_Italic.ttf',
  bold: '700Bold/Sarabun_700Bold.ttf',
  bolditalics: '700Bold_Italic/Sarabun_700Bold_Italic.ttf',
} as const;

// CommonJS behind `import()` hides its default export one level deeper, depending on who loads it.
const unwrap = <T>(module: { default: T }): T => (module.default as { default?: T }).default ?? module.default;

/** The font's files, in the order of its faces. */
export const readFaces = (): Promise<Buffer[]> =>
  Promise.all(Object.values(FACES).map((path) => readFile(require.resolve(`@expo-google-fonts/sarabun/${path}`))));

async function loadEngine() {
  const [document, layout, renderer, faces] = await Promise.all([
    import('pdfmake/js/PDFDocument.js'),
    import('pdfmake/js/LayoutBuilder.js'),
    import('pdfmake/js/Renderer.js'),
    readFaces(),
  ]);
  const kept = keepFonts(faces);
  const fonts = Object.fromEntries(Object.keys(FACES).map((face, index) => [face, kept[index]]));
  return { Document: unwrap(document), Layout: unwrap(layout), Renderer: unwrap(renderer), fonts: { Sarabun: fonts } };
}

let engine: ReturnType<typeof loadEngine> | undefined;

const MOST_WORDS = 5_000;
const words = new Map<string, Words>();

/** Words are laid out once for all documents, which say much the same: it is half of the work. */
function wordsOf(face: string): Words {
  const known = words.get(face);
  const kept: Words = known && Object.keys(known).length < MOST_WORDS ? known : Object.create(null);
  words.set(face, kept);
  return kept;
}

/**
 * Gives the faces their words, and makes the break marks in them weightless: the font has no glyph for them, so they
 * would be as wide as a space and break up every word that a reader searches or copies.
 */
function withWords(pdf: Pdf): Pdf {
  const provide = pdf.provideFont.bind(pdf);
  const done = new Set<Face>();
  pdf.provideFont = (family, bold, italics) => {
    const face = provide(family, bold, italics);
    if (done.has(face)) return face;
    done.add(face);
    face.layoutCache = wordsOf(`${family} ${bold} ${italics}`);
    const encode = face.encode.bind(face);
    const width = face.widthOfString.bind(face);
    face.encode = (text, features) => encode(text.replaceAll(BREAK, ''), features);
    face.widthOfString = (text, size, features) => width(text.replaceAll(BREAK, ''), size, features);
    return face;
  };
  return pdf;
}

const A4: Sheet = {
  width: PAGE.width,
  height: PAGE.height,
  margins: { left: PAGE.left, top: PAGE.top, right: PAGE.right, bottom: PAGE.bottom },
};

/**
 * Sets documents one after the other into one file and gives its bytes; equal input gives equal bytes. Each begins on a
 * page of its own and counts its own pages. The engine's parts are driven one by one, where pdfmake's own printer would do it in one go, to reach its fonts
 * (above) and the finished pages (`pinToFoot`). Nothing is read from disk or net on behalf of the content: there are no
 * images in it.
 */
export async function typeset(
  trees: readonly Definition[],
  info: { title: string; language: string },
): Promise<Buffer> {
  engine ??= loadEngine();
  const { Document, Layout, Renderer, fonts } = await engine;
  const options = {
    size: [PAGE.width, PAGE.height],
    autoFirstPage: false,
    font: null,
    lang: info.language,
    displayTitle: true,
    // The engine insists on a date. The moment of rendering says nothing about the document, and would make every copy
    // a different file.
    info: { Title: info.title, Producer: 'Sanya', Creator: 'Sanya', CreationDate: new Date(Date.UTC(2000, 0, 1)) },
  };
  const pdf = withWords(new Document(fonts, {}, {}, {}, options));
  const style: Node = { font: 'Sarabun', fontSize: SIZE.body, color: COLOUR.ink, lineHeight: 1.08 };
  for (const tree of trees) {
    const { width, height, margins } = tree.sheet ?? A4;
    const orientation = width > height ? 'landscape' : 'portrait';
    const layout = new Layout({ width, height, orientation }, margins, null);
    const places: Places = {};
    const pages = layout.layoutDocument(
      tree.content,
      pdf,
      {},
      style,
      undefined,
      tree.header,
      tree.footer,
      tree.watermark,
      (node) => {
        if (node.id) places[node.id] = node.startPosition;
        return false;
      },
    );
    pinToFoot(pages, places);
    new Renderer(pdf).renderPages(pages);
  }
  pdf.end();
  const chunks: Buffer[] = [];
  for await (const chunk of pdf) chunks.push(chunk);
  return Buffer.concat(chunks);
}
