import type { OrderLineWish } from '../faces';
import { fillBasket, linesOf } from './baskets';
import { cancel, payAndReturn, payAndReverse } from './corrections';
import { planOffice } from './office';
import { planQuotes } from './quotes';
import { payAhead, payOnTerms, payPart, payTooMuch } from './receipts';
import { asStaff, type DemoCustomer, type Scene, type Story, storyOf } from './scene';
import { payAfterRejection, payBySlip, payJustNow } from './transfers';

/**
 * Places an order: at the storefront where the customer is a member, else entered by sales. One above the credit limit
 * waits in the inbox of whoever approves, and there its story ends.
 */
async function place(scene: Scene, customer: DemoCustomer, lines: OrderLineWish[]): Promise<Story | undefined> {
  const { faces, random } = scene;
  const { member, onTerms } = customer;
  const wish = {
    customer: customer.id,
    source: member ? 'storefront' : 'staff',
    lines,
    ...(onTerms ? { poNumber: `PO-${random.whole(1000, 9999)}` } : {}),
  };
  const [placed] = member
    ? await faces.as(member, () => faces.orders.place([wish]))
    : await asStaff(scene, 'sanya-sales', () => faces.orders.place([wish]));
  return placed && storyOf(scene, customer, placed);
}

/** Goes on with an order that was placed. */
const then = async (placing: Promise<Story | undefined>, plot: (story: Story) => unknown): Promise<void> => {
  const story = await placing;
  if (story) await plot(story);
};

/** What becomes of an ordinary order. */
function goOn(story: Story): void {
  const { random, customer } = story;
  const dice = random.whole(1, 100);
  if (dice <= 6) return cancel(story, 1);
  // Never paid: the order expires by itself.
  if (dice <= 12 && !customer.onTerms) return;
  if (customer.member) return dice <= 25 ? payAfterRejection(story) : payBySlip(story, random.whole(0, 3));
  if (customer.onTerms) return payOnTerms(story);
  return payAhead(story);
}

/** The few things that happen seldom but must be there to look at: on the day and for the customer that fit. */
const SELDOM: readonly {
  day: number;
  fits: (customer: DemoCustomer) => boolean;
  basket: string;
  plot: (story: Story) => void;
}[] = [
  { day: 20, fits: (one) => !one.member && !one.onTerms, basket: 'SW-INS', plot: payAndReverse },
  { day: 33, fits: (one) => !one.member && !one.onTerms, basket: 'RTR-AX', plot: payAndReturn },
  { day: 41, fits: (one) => !one.member && one.draft.kind === 'person', basket: 'AC-CLN-L', plot: payTooMuch },
  { day: 55, fits: (one) => !one.member && one.draft.kind === 'person', basket: 'AC-9K', plot: payPart },
  { day: 70, fits: (one) => !one.member && one.onTerms, basket: 'SW-DEV', plot: payAndReverse },
];

const firstFree = (scene: Scene, fits: (customer: DemoCustomer) => boolean, used: Set<number>): DemoCustomer => {
  const found = scene.customers.find((one) => fits(one) && !used.has(one.id));
  if (!found) throw new Error('The demo has no customer who fits');
  used.add(found.id);
  return found;
};

/** Puts three months of orders on the timeline. */
export function planStories(scene: Scene): void {
  const { timeline, random } = scene;
  const used = new Set<number>();
  for (const { day, fits, basket, plot } of SELDOM) {
    timeline.on(day, () => then(place(scene, firstFree(scene, fits, used), linesOf([[basket, 1, 1]], scene)), plot));
  }
  for (let day = 1; day < timeline.last; day += 1) {
    for (let count = random.whole(1, 2); count > 0; count -= 1) {
      timeline.on(day, async () => {
        const customer = random.pick(scene.customers);
        await then(place(scene, customer, fillBasket(scene, customer)), goOn);
      });
    }
  }
  planQuotes(scene);
  planOffice(scene);
  // Today: two slips to verify, one of them of 10,700.00, and one order not paid yet.
  timeline.on(timeline.last, async () => {
    const members = scene.customers.filter((one) => one.member);
    const person = members.find((one) => one.draft.kind === 'person');
    const office = members.find((one) => one.draft.kind !== 'person');
    if (!person || !office) throw new Error('The demo has no members');
    await then(place(scene, person, linesOf([['SW-INS', 1, 1]], scene)), payJustNow);
    await then(place(scene, office, linesOf([['SWC-WEB', 1, 1, 'month']], scene)), payJustNow);
    await place(
      scene,
      person,
      linesOf(
        [
          ['CAM-2MP', 2, 2],
          ['CCTV-INS', 2, 2],
        ],
        scene,
      ),
    );
  });
}
