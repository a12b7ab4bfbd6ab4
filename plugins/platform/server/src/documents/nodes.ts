import { thaiBreaks } from './thai-breaks';

/** A node of pdfmake's document tree: an open shape, as the library has it. */
export type Node = { [property: string]: unknown };

// Control characters have no glyph; the two line ends and the tab stay.

const clean = (text: string): string => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '');

/** Flowing text, with Thai line breaks. */
export const words = (text: string, style: Node = {}): Node => ({ text: thaiBreaks(clean(text)), ...style });

/** Figures and other short text that stays on one line. */
export const figure = (text: string, style: Node = {}): Node => ({ text: clean(text), noWrap: true, ...style });

export const rule = (width: number, colour: string, thickness = 0.7, margin = [0, 0, 0, 0]): Node => ({
  canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: thickness, lineColor: colour }],
  margin,
});

/** Table layout without lines, with one padding. */
export const padded = (horizontal: number, vertical: number, fill?: string): Node => ({
  hLineWidth: () => 0,
  vLineWidth: () => 0,
  paddingLeft: () => horizontal,
  paddingRight: () => horizontal,
  paddingTop: () => vertical,
  paddingBottom: () => vertical,
  ...(fill ? { fillColor: () => fill } : {}),
});
