import { PAGE } from './theme';

/** Ids of the nodes between which lies what belongs to the foot of the last page. */
export const FOOT_START = 'foot-start';
export const FOOT_END = 'foot-end';

export interface Position {
  pageNumber: number;
  top: number;
}

export interface PlacedNode {
  id?: string;
  startPosition?: Position;
}

export type Places = Record<string, Position | undefined>;

/** A finished page of pdfmake: lines of text, and vectors with coordinates of their own. */
export interface Page {
  items: { type: string; item: { y?: number; y1?: number; y2?: number } }[];
}

/** Moves what stands between the two marks down to the bottom margin: signatures belong there, however short the rest. */
export function pinToFoot(pages: readonly Page[], places: Places): void {
  const start = places[FOOT_START];
  const end = places[FOOT_END];
  const page = end && pages[end.pageNumber - 1];
  if (!start || !end || !page) return;
  const bottom = PAGE.height - PAGE.bottom;
  const from = start.pageNumber === end.pageNumber ? start.top : PAGE.top;
  const drop = bottom - end.top - 3;
  if (drop <= 0) return;
  for (const { item } of page.items) {
    const y = item.y ?? item.y1;
    // Below the bottom margin lies the footer.
    if (y === undefined || y < from || y >= bottom) continue;
    if (item.y !== undefined) item.y += drop;
    if (item.y1 !== undefined) item.y1 += drop;
    if (item.y2 !== undefined) item.y2 += drop;
  }
}
