import type { QuoteLineWish } from '../faces';
import { sure } from '../sure';
import { linesOf } from './baskets';
import { payOnTerms } from './receipts';
import { asStaff, type DemoCustomer, type Scene, type Story, storyOf } from './scene';
import { payBySlip } from './transfers';

interface Offer {
  customer: DemoCustomer;
  lines: QuoteLineWish[];
  deliveryTime?: string;
  note?: string;
  internalNote?: string;
}

const TRAVEL: QuoteLineWish = {
  ...{ description: 'ค่าเดินทางและสำรวจหน้างาน', unit: 'ครั้ง', kind: 'service', incomeKind: 'service' },
  ...{ quantity: '1', unitPrice: 150_000n },
};

/** Sales write a quote; unless told otherwise it is sent at once. Its row id. */
async function offer(scene: Scene, { customer, lines, ...more }: Offer, send = true): Promise<number> {
  const { faces, staff } = scene;
  return asStaff(scene, 'sanya-sales', async () => {
    const salesPerson = staff['sanya-sales'].userId ?? null;
    const [made] = await faces.quotes.draft([{ customer: customer.id, lines, salesPerson, ...more }]);
    const { id } = sure(made, 'a quote');
    if (send) await faces.quotes.send([{ id, mail: true, salesPerson }]);
    return id;
  });
}

/** The customer says yes at the storefront, or sales say it for them; the order goes its way. */
async function accept(scene: Scene, customer: DemoCustomer, id: number): Promise<Story | undefined> {
  const { faces } = scene;
  const { member } = customer;
  const name = customer.draft.contacts?.[0]?.name ?? customer.draft.name;
  const [accepted] = member
    ? await faces.as(member, () => faces.quotes.accept([{ id, via: 'storefront', name }]))
    : await asStaff(scene, 'sanya-sales', () =>
        faces.quotes.accept([{ id, via: 'staff', name, poNumber: `PO-${7000 + id}` }]),
      );
  return storyOf(scene, customer, sure(accepted, 'an accepted quote').placed);
}

/** A member asks, is offered something with the survey added, and accepts. */
async function askedAndAccepted(scene: Scene, customer: DemoCustomer): Promise<void> {
  const { faces, timeline, staff } = scene;
  const member = sure(customer.member, 'a member');
  const lines = linesOf(CAMERAS, scene);
  const request = { note: 'ขอใบเสนอราคากล้องสำหรับอาคารสองชั้น ติดตั้งภายในเดือนนี้' };
  const draft = { customer: customer.id, lines, salesPerson: null, request };
  const [asked] = await faces.as(member, () => faces.quotes.draft([draft]));
  const { id } = sure(asked, 'a request');
  timeline.on(timeline.day + 1, () =>
    asStaff(scene, 'sanya-sales', async () => {
      const change = { deliveryTime: 'ภายใน 10 วันหลังตอบรับ', note: 'ราคานี้รวมอุปกรณ์ยึดทั้งหมดแล้ว' };
      await faces.quotes.change([{ id, change, lines: [...lines, TRAVEL] }]);
      await faces.quotes.send([{ id, mail: true, salesPerson: staff['sanya-sales'].userId ?? null }]);
    }),
  );
  timeline.on(timeline.day + 4, async () => {
    const story = await accept(scene, customer, id);
    if (story) payBySlip(story, 1);
  });
}

/** The customer bargains: a second version is cheaper, and is ordered on paper. */
async function bargained(scene: Scene, customer: DemoCustomer): Promise<void> {
  const { faces, timeline, staff } = scene;
  const lines = linesOf([['SW-DEV', 3, 3]], scene);
  const first = await offer(scene, { customer, lines, internalNote: 'ลดได้อีกไม่เกินร้อยละ 10' });
  timeline.on(timeline.day + 3, async () => {
    const second = await asStaff(scene, 'sanya-sales', async () => {
      const [version] = await faces.quotes.revise([first]);
      const { id } = sure(version, 'a new version');
      const cheaper = lines.map((line) => ({ ...line, discount: 300_000n }));
      await faces.quotes.change([{ id, change: { note: 'ลดพิเศษตามที่ตกลงกัน' }, lines: cheaper }]);
      await faces.quotes.send([{ id, mail: true, salesPerson: staff['sanya-sales'].userId ?? null }]);
      return id;
    });
    timeline.on(timeline.day + 3, async () => {
      const story = await accept(scene, customer, second);
      if (story) payOnTerms(story);
    });
  });
}

const CAMERAS = [
  ['CAM-5MP', 6, 6],
  ['NVR-8', 1, 1],
  ['CCTV-INS', 6, 6],
] as const;

/** Quotes in every state: some weeks ago, and waiting today. */
export function planQuotes(scene: Scene): void {
  const { faces, timeline, customers } = scene;
  const find = (fits: (one: DemoCustomer) => boolean, nth = 0): DemoCustomer =>
    sure(customers.filter(fits)[nth], 'a customer who is quoted');
  const member = (nth: number) => find((one) => one.member !== null && one.draft.kind !== 'person', nth);
  const office = (nth: number) => find((one) => !one.member && one.draft.kind !== 'person' && !one.onTerms, nth);
  const onTerms = find((one) => one.onTerms);

  timeline.on(12, () => askedAndAccepted(scene, member(0)));
  timeline.on(20, () => bargained(scene, onTerms));
  timeline.on(30, async () => {
    const id = await offer(scene, { customer: office(0), lines: linesOf([['SW-24', 2, 2]], scene) });
    timeline.on(timeline.day + 6, () =>
      asStaff(scene, 'sanya-sales-lead', async () => {
        await faces.quotes.decline([
          { id, via: 'staff', name: 'ฝ่ายจัดซื้อ', reason: 'เลือกผู้ขายรายอื่นที่ราคาต่ำกว่า' },
        ]);
      }),
    );
  });
  // Nobody answers it: its time is over.
  timeline.on(35, async () => {
    await offer(scene, { customer: office(1), lines: [...linesOf([['AC-18K', 2, 2]], scene), TRAVEL] });
  });
  timeline.on(timeline.last - 5, async () => {
    const lines = linesOf([['SWC-ERP', 1, 1, 'month']], scene);
    await offer(scene, { customer: member(0), lines, deliveryTime: 'เริ่มภายใน 3 วัน' });
  });
  timeline.on(timeline.last - 2, async () => {
    const customer = member(1);
    const request = { note: 'ขอราคาสำหรับสำนักงานใหม่ 20 ที่นั่ง' };
    const draft = { customer: customer.id, lines: linesOf([['MAIL-10', 2, 2, 'year']], scene), salesPerson: null };
    await faces.as(sure(customer.member, 'a member'), () => faces.quotes.draft([{ ...draft, request }]));
  });
  timeline.on(timeline.last - 1, async () => {
    await offer(scene, { customer: office(2), lines: linesOf(CAMERAS, scene) }, false);
  });
}
