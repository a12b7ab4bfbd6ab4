import type { DocumentModel } from '../../../kit/src/documents';
import type { Node } from './nodes';
import { FOOT_END, FOOT_START } from './pin-to-foot';
import { sayIn } from './say';
import { clauses } from './sections/clauses';
import { heading, parties } from './sections/heading';
import { lines } from './sections/lines';
import { table } from './sections/table';
import { footer, header } from './sections/margins';
import { signatures } from './sections/signatures';
import { summary } from './sections/summary';
import { COLOUR } from './theme';

export interface Sheet {
  width: number;
  height: number;
  margins: { left: number; top: number; right: number; bottom: number };
}

/** What is to be set: content and what stands in the margins of each page. */
export interface Definition {
  /** A4 where it is not said. */
  sheet?: Sheet;
  content: Node[];
  header: (page: number) => Node | null;
  footer: (page: number, pages: number) => Node;
  watermark?: Node;
}

/**
 * The document as pdfmake's tree. A tree is used up by setting it: make a new one each time.
 * @param name the document's number
 */
export function definition(model: DocumentModel, name: string): Definition {
  const say = sayIn(model.language);
  return {
    content: [
      ...heading(model, say),
      parties(model, say),
      ...(model.lines.length > 0 ? [lines(model, say)] : []),
      ...(model.table ? [table(model.table, say)] : []),
      summary(model, say),
      ...clauses(model),
      { text: ' ', fontSize: 1, id: FOOT_START },
      ...signatures(model, say),
      { text: ' ', fontSize: 1, id: FOOT_END },
    ],
    header: header(model, name),
    footer: footer(model, name, say),
    ...(model.watermark
      ? {
          watermark: {
            text: model.watermark,
            fontSize: Math.min(110, 900 / model.watermark.length),
            color: COLOUR.warn,
            opacity: 0.08,
            bold: true,
            angle: -40,
          },
        }
      : {}),
  };
}
