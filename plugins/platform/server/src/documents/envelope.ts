import type { Envelope } from '../../../kit/src/documents';
import type { Definition, Sheet } from './definition';
import { words } from './nodes';
import { COLOUR, SIZE } from './theme';

/** Points of a millimetre. */
const MM = 72 / 25.4;
/** DL, 220 × 110 mm, as business letters here go in. */
const DL: Sheet = {
  width: 220 * MM,
  height: 110 * MM,
  margins: { left: 12 * MM, top: 10 * MM, right: 12 * MM, bottom: 8 * MM },
};
/** Where the window is: 20 mm from the left, 50 mm from the top, 90 mm wide. */
const WINDOW = { left: 22 * MM, top: 52 * MM, width: 100 * MM };

/** An envelope: the sender above, the recipient where the window is, so that a sheet of it shows through as well. */
export const envelope = ({ sender, recipient, to }: Envelope): Definition => ({
  sheet: DL,
  content: [
    {
      stack: [
        words(sender.name, { bold: true, fontSize: SIZE.body }),
        ...sender.lines.map((line) => words(line, { fontSize: SIZE.small, color: COLOUR.muted })),
      ],
      width: WINDOW.width,
    },
    {
      absolutePosition: { x: WINDOW.left, y: WINDOW.top },
      columns: [
        {
          width: WINDOW.width,
          stack: [
            words(to, { fontSize: SIZE.small, color: COLOUR.muted }),
            words(recipient.name, { bold: true, fontSize: SIZE.seller }),
            ...recipient.lines.map((line) => words(line, { fontSize: SIZE.total })),
          ],
        },
      ],
    },
  ],
  header: () => null,
  footer: () => ({ text: '' }),
});
