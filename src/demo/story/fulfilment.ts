import { sure } from '../sure';
import type { Story } from './scene';

/**
 * The store hands everything over; a larger order of goods may go in two parts.
 * @param closes whether the order is closed some days later
 */
export function deliver(story: Story, from: number, closes = true): void {
  const { placed, random, after } = story;
  const order = placed.order.id;
  const { orders } = story.faces;
  const parted = placed.lines.filter((line) => line.kind === 'goods').length > 1 && random.percent(30);
  after(from, 'sanya-storekeeper', () => orders.fulfil([order]));
  const first = from + random.whole(1, 2);
  const last = parted ? first + random.whole(3, 6) : first;
  if (parted) {
    const [line] = placed.lines;
    after(first, 'sanya-storekeeper', () =>
      orders.deliver([{ order, lines: [{ line: sure(line, 'a line').documentId }] }]),
    );
  }
  after(last, 'sanya-storekeeper', () => orders.deliver([{ order }]));
  const over = last + random.whole(5, 9);
  if (closes) after(over, 'sanya-sales-lead', () => orders.close([order]));
}
