import { createRandom } from '../random';
import { sure } from '../sure';
import { daysAfter } from '../timeline';
import { planCheques } from './cheques';
import { planRenewals, planTransfers, planUses } from './contracts';
import { planDeposit } from './deposits';
import { planRefunds } from './refunds';
import { asks, type DemoCustomer, type Scene } from './scene';

const SEED = 2570;
const COUPON = 'HELLO15';

/** How the office asks for its money, and what new customers get. */
function planRules(scene: Scene): void {
  const { timeline } = scene;
  timeline.on(1, async () => {
    await asks(scene, 'sanya-billing', 'billing', 'createDunningPolicy', {
      name: 'ทวงถามมาตรฐาน',
      active: true,
      floor: '10000',
      steps: [
        { day: -3, template: 'dunning-reminder' },
        { day: 3, template: 'dunning-overdue' },
        { day: 10, template: 'dunning-overdue', feeAmount: '10000', warns: 'suspend' },
        { day: 14, channel: 'call' },
        { day: 21, template: 'dunning-suspended', action: 'suspend' },
      ],
    });
    await asks(scene, 'sanya-marketing', 'sales', 'createCoupon', {
      ...{ code: COUPON, name: 'ต้อนรับลูกค้าใหม่ ลด 15%', kind: 'percent', ratePpm: 150_000, cap: '50000' },
      translations: { en: { name: 'Welcome: 15 % off' } },
      ...{ validFrom: scene.faces.clock.today(), validTo: daysAfter(scene.faces.clock.today(), 180), totalLimit: 100 },
    });
  });
}

/** What an office does beside its orders, on customers whose story is not told elsewhere. */
export function planOffice(all: Scene): void {
  // By chances of its own: the other stories stay as they are.
  const random = createRandom(SEED);
  let references = 50_000_000;
  const scene = { ...all, random, reference: () => String((references += random.whole(3, 997))) };
  const { customers } = scene;
  const last = (fits: (one: DemoCustomer) => boolean): DemoCustomer[] => customers.filter(fits).reverse();
  const onTerms = last((one) => one.onTerms && one.draft.kind === 'organisation');
  const offices = last((one) => !one.onTerms && !one.member && one.draft.kind === 'organisation');
  const persons = last((one) => !one.member && one.draft.kind === 'person');
  planRules(scene);
  planCheques(scene, onTerms.slice(0, 3));
  planDeposit(scene, sure(offices[0], 'a company'));
  planRefunds(scene, persons, COUPON);
  planRenewals(scene, offices.slice(1, 6));
  planUses(scene);
  planTransfers(
    scene,
    customers.filter((one, index) => index % 6 !== 2 && one !== offices[4]),
  );
}
