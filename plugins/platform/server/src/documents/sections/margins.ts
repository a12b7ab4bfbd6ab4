import type { DocumentModel } from '../../../../kit/src/documents';
import { figure, rule, type Node } from '../nodes';
import type { Say } from '../say';
import { COLOUR, INNER_WIDTH, PAGE, SIZE } from '../theme';

const LONGEST = 60;
const shortened = (text: string): string => {
  const signs = [...text];
  return signs.length > LONGEST ? `${signs.slice(0, LONGEST - 1).join('')}…` : text;
};

const sides = (left: string, right: string): Node => ({
  columns: [
    figure(shortened(left), { width: '*', fontSize: SIZE.tiny, color: COLOUR.muted }),
    figure(right, { width: 'auto', fontSize: SIZE.tiny, color: COLOUR.muted, alignment: 'right' }),
  ],
});

/** From the second page on: whose document this is, should the pages part. */
export const header =
  (model: DocumentModel, name: string) =>
  (page: number): Node | null =>
    page === 1
      ? null
      : {
          margin: [PAGE.left, 22, PAGE.right, 0],
          stack: [
            sides(model.seller.name, `${model.title}  ${name}`.trim()),
            rule(INNER_WIDTH, COLOUR.line, 0.7, [0, 3, 0, 0]),
          ],
        };

export const footer =
  (model: DocumentModel, name: string, say: Say) =>
  (page: number, pages: number): Node => ({
    margin: [PAGE.left, 16, PAGE.right, 0],
    stack: [
      rule(INNER_WIDTH, COLOUR.line, 0.7, [0, 0, 0, 3]),
      sides(`${model.title}  ${name}`.trim(), say('document.page', { page, pages })),
    ],
  });
