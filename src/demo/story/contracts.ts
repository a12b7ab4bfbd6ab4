import { sure } from '../sure';
import { dueInvoices, receive } from './receipts';
import { asks, type DemoCustomer, type Scene } from './scene';

const CONTRACT = 'plugin::contracts.contract';
const CONTRACT_LINE = 'plugin::contracts.contract-line';
const RENEWAL = 'plugin::contracts.renewal';
/** Of how many contracts something is used at a time. */
const USED_EACH_TIME = 4;

interface EntitledLine {
  contract: number;
  endsOn: string | null;
  entitlements: readonly { unit: string }[] | null;
}

const CARE = {
  ...{ description: 'ดูแลเครื่องปรับอากาศ 6 เครื่อง', unitPrice: '240000', whileSuspended: 'stop' },
};

/** A contract from a day on, and what is decided when it ends. */
function planContract(
  scene: Scene,
  {
    day,
    customer,
    ...terms
  }: { day: number; customer: DemoCustomer | undefined; termMonths: number; renewal?: object },
  decided?: { days: number; action: string; body: object },
): void {
  const { faces, timeline } = scene;
  timeline.on(day, async () => {
    const { documentId } = sure(customer, 'a customer with a contract');
    const wish = { customer: documentId, lines: [CARE], ...terms };
    const made = await asks(scene, 'sanya-sales-lead', 'contracts', 'createContract', wish);
    if (!decided) return;
    timeline.on(day + decided.days, async () => {
      const [contract] = await faces.rows.find(CONTRACT, (query, column) => {
        void query.where(column('documentId'), made.documentId);
      });
      const [renewal] = await faces.rows.find(RENEWAL, (query, column) => {
        void query.where(column('contract'), String(sure(contract, 'a contract').id));
      });
      await asks(
        scene,
        'sanya-sales-lead',
        'contracts',
        decided.action,
        decided.body,
        sure(renewal, 'a renewal').documentId,
      );
    });
  });
}

/** Contracts that end: still undecided, renewed, declined, lapsed, and one that goes on by itself. */
export function planRenewals(scene: Scene, customers: readonly DemoCustomer[]): void {
  const [undecided, renewed, declined, lapsed, itself] = customers;
  const table = { basis: 'invoice_before_discount', ratesPpm: [900_000] };
  planContract(scene, { day: 5, customer: undecided, termMonths: 3 });
  planContract(scene, { day: 7, customer: renewed, termMonths: 2 }, { days: 52, action: 'renewRenewal', body: {} });
  planContract(
    scene,
    { day: 9, customer: declined, termMonths: 3 },
    { days: 75, action: 'declineRenewal', body: { reason: 'price' } },
  );
  planContract(scene, { day: 11, customer: lapsed, termMonths: 2 });
  planContract(scene, { day: 13, customer: itself, termMonths: 3, renewal: { auto: true, table } });
}

/** Once a week customers transfer what their contracts ask for; of six one does not. */
export function planTransfers(scene: Scene, payers: readonly DemoCustomer[]): void {
  const { timeline } = scene;
  for (let day = 8; day <= timeline.last; day += 7) {
    timeline.on(day, async () => {
      const due = await dueInvoices(scene, { sourceType: CONTRACT });
      for (const { id } of payers) {
        const own = due.filter((one) => one.customer === id).map((one) => one.id);
        if (own.length > 0) await receive(scene, id, own, 'bank_transfer');
      }
    });
  }
}

/** Once a month somebody comes, or works an hour, for each of some of those who have it in their contracts. */
export function planUses(scene: Scene): void {
  const { faces, timeline } = scene;
  for (let day = 21, seen = 0; day <= timeline.last; day += 28, seen += USED_EACH_TIME) {
    const from = seen;
    timeline.on(day, async () => {
      const running = await faces.rows.find(CONTRACT, (query, column) => {
        query.where(column('state'), 'active').orderBy(column('id'), 'asc');
      });
      const ids = new Set(running.map(({ id }) => id));
      const lines = await faces.rows.find<EntitledLine>(CONTRACT_LINE, (query, column) => {
        query.where(column('startsOn'), '<=', faces.clock.today()).orderBy(column('id'), 'asc');
      });
      const entitled = lines.filter(({ contract, entitlements, endsOn }) => {
        return ids.has(contract) && entitlements?.length && (endsOn === null || endsOn >= faces.clock.today());
      });
      for (const { documentId, entitlements } of entitled.slice(from, from + USED_EACH_TIME)) {
        const use = { unit: sure(entitlements?.[0], 'an entitlement').unit, quantity: '1', reason: 'ตามรอบ' };
        await asks(scene, 'sanya-service-manager', 'contracts', 'useEntitlement', use, documentId);
      }
    });
  }
}
