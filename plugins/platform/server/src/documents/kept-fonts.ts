import { createRequire } from 'node:module';

/** A font as the engine reads it: what it has looked up it keeps. */
type Font = object;

interface Format {
  new (): Font;
  probe(bytes: Uint8Array): boolean;
}

interface Fontkit {
  create(bytes: Uint8Array): Font;
  registerFormat(format: Format): void;
}

/** The one that pdfkit uses: the formats that it knows are its own. */
const fontkitOf = (): Fontkit => {
  const pdfkit = createRequire(require.resolve('pdfmake/js/PDFDocument.js')).resolve('pdfkit');
  return createRequire(pdfkit)('fontkit') as Fontkit;
};

/**
 * Fonts that are read once. The engine opens the bytes of a font anew for each document, and then spends more time on
 * finding its tables and glyphs than on the document. What is given here instead stands for a font that is open already.
 */
export function keepFonts(files: readonly Buffer[]): Buffer[] {
  const fontkit = fontkitOf();
  return files.map((bytes, place) => {
    const name = Buffer.from(`kept font ${place}`);
    const font = fontkit.create(bytes);
    fontkit.registerFormat(
      class {
        static probe = (found: Uint8Array) => name.equals(found);
        constructor() {
          return font;
        }
      },
    );
    return name;
  });
}
