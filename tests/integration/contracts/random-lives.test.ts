import { addDays, compareDates, max, sum } from '@sanya/strapi-plugin-platform/kernel';
import { chainsOf } from '../../../plugins/contracts/server/src/domain/line-chain';
import { contractNextBillOn, termsOf } from '../../../plugins/contracts/server/src/domain/contract';
import { without } from '../../../plugins/contracts/server/src/domain/intervals';
import { planBilling } from '../../../plugins/contracts/server/src/domain/plan-billing';
import { piecesOf } from '../../../plugins/contracts/server/src/domain/price-versions';
import { periodsOf } from '../../../plugins/contracts/server/src/domain/schedule';
import { contractsAsIs } from '../../../plugins/contracts/server/src/use-cases/contracts-as-is';
import {
  billedOf,
  intervalsOf,
  type LockedContract,
} from '../../../plugins/contracts/server/src/use-cases/lock-contracts';
import { type App, bootApp, type Staff } from '../../support/app';
import { draws, floodSeed, replayable, scale } from '../../support/random';
import { INVOICE, proofOf } from '../billing/support';
import { beginLife } from './life';

const LIVES = Math.max(2, Math.round(3 * scale()));
const STEPS = 22;
const CREDIT_NOTE = 'plugin::billing.credit-note';
const RENEWAL = 'plugin::contracts.renewal';

let app: App;
let staff: Staff;
beforeAll(async () => {
  app = await bootApp();
  staff = await app.staff('owner');
  await staff.post('/platform/clock', { now: '2033-01-25T03:00:00Z' });
});
afterAll(() => app?.close());

async function asIs(id: number): Promise<LockedContract> {
  const [one] = await contractsAsIs({ platform: app.platform }, [id]);
  if (!one) throw new Error('no contract');
  return one;
}

/** No day between lines that take over from one another is without its line, or has two. */
function expectCovered({ lines, periods }: LockedContract): void {
  for (const { lines: chain } of chainsOf(lines.filter(({ startsOn }) => startsOn !== null))) {
    chain.forEach((line, place) => {
      const after = chain[place + 1];
      if (after) expect(after.startsOn).toBe(line.endsOn === null ? 'never' : addDays(line.endsOn, 1));
    });
    for (const line of chain) {
      const own = periods.filter((period) => period.line === line.id);
      own.forEach((period, place) => {
        const before = own[place - 1];
        if (!before) return;
        expect(period.periodNumber).toBeGreaterThan(before.periodNumber);
        expect([period.startsOn, compareDates(period.startsOn, before.endsOn)]).toEqual([period.startsOn, 1]);
      });
    }
  }
}

/** What the days cost that billed periods still have: each at the price that holds on it, once. */
function costOf({ lines, periods, suspensions }: LockedContract): bigint {
  const off = intervalsOf(suspensions);
  return sum(
    lines.flatMap((line) => {
      const terms = termsOf(line);
      const numbers = new Set(periods.filter((one) => one.line === line.id).map(({ periodNumber }) => periodNumber));
      const last = Math.max(-1, ...numbers);
      const amounts: bigint[] = [];
      for (const period of terms ? periodsOf(terms, off) : []) {
        if (period.index > last) break;
        if (!terms || !numbers.has(period.index)) continue;
        const days = terms.whileSuspended === 'stop' ? without(period, off) : [period];
        amounts.push(...piecesOf(period, terms.prices, days).map(({ amount }) => amount));
      }
      return amounts;
    }),
  );
}

interface Asked {
  id: number;
  state: string;
  net: bigint;
  total: bigint;
  amountDue: bigint;
}

/** What invoices asked for and notes took off; what an offer asks for that nobody took up is not of it. */
async function moneyOf({ contract, periods }: LockedContract) {
  const { rows } = app.platform;
  const offers = await rows.find<{ invoice: number | null }>(
    RENEWAL,
    (query, column) => void query.where(column('contract'), contract.id),
    { fields: ['invoice'] },
  );
  const taken = new Set(periods.map(({ invoice }) => invoice));
  const idle = new Set(offers.map(({ invoice }) => invoice).filter((id) => !taken.has(id)));
  const invoices = (
    await rows.find<Asked>(INVOICE, (query, column) => void query.where(column('customer'), contract.customer), {
      fields: ['state', 'net', 'total', 'amountDue'],
    })
  ).filter(({ id, state }) => state !== 'void' && !idle.has(id));
  const notes = await rows.find<{ invoice: number; net: bigint; total: bigint }>(
    CREDIT_NOTE,
    (query, column) => void query.where(column('customer'), contract.customer).where(column('state'), 'issued'),
    { fields: ['invoice', 'net', 'total'] },
  );
  for (const { id, total, amountDue } of invoices) {
    const credited = sum(notes.filter(({ invoice }) => invoice === id).map((note) => note.total));
    expect(credited <= total && amountDue >= 0n && amountDue <= total).toBe(true);
  }
  return {
    asked: sum(invoices.map(({ net }) => net)),
    credited: sum(notes.map(({ net }) => net)),
    notes: notes.length,
  };
}

test(
  `${LIVES} random lives of contracts: every day has its line and its bill, once, and credits give back what was asked`,
  () =>
    replayable(async () => {
      const draw = draws(floodSeed);
      const stories = new Map<string, () => string>();
      let [tried, done] = [0, 0];
      for (let at = 0; at < LIVES; at += 1) {
        const life = await beginLife(app, staff, draw);
        const { documentId } = life.contract;
        stories.set(documentId, () => life.told.map((one) => Object.values(one).join(' ')).join('\n'));
        /** Whether it goes on. */
        const holds = async (): Promise<boolean> => {
          // What is handed on after the commit has been done when the clock is turned.
          await staff.post('/platform/clock', { advance: 'PT1M' });
          const one = await asIs(life.contract.id);
          const today = app.platform.clock.today();
          expectCovered(one);
          expect(await proofOf(app)).toEqual([]);
          const goesOn = one.contract.state !== 'ended' && one.contract.state !== 'cancelled';
          if (one.contract.state === 'active') {
            expect(planBilling(one.lines, billedOf(one), today)).toEqual([]);
            expect(one.contract.nextBillOn).toEqual(contractNextBillOn(one.lines, billedOf(one)));
          }
          const { asked, credited, notes } = await moneyOf(one);
          expect(credited <= asked).toBe(true);
          // While it is off nobody knows yet what comes back.
          if (one.suspensions.some(({ resumesOn }) => resumesOn === null)) return goesOn;
          const missing = asked - credited - costOf(one);
          // A note takes off whole satang with their VAT.
          expect([max(missing, -missing) <= BigInt(2 * notes), missing]).toEqual([true, missing]);
          return goesOn;
        };
        try {
          for (let step = 0; step < STEPS; step += 1) {
            await life.step();
            if (step % 3 === 2 && !(await holds())) break;
          }
          await life.finish();
          await holds();
        } catch (cause) {
          const said = cause instanceof Error ? cause.message : String(cause);
          // What was begun before goes on beside it.
          const told = [...stories]
            .filter(([of]) => of === documentId || said.includes(of))
            .map(([, story]) => story());
          throw new Error([said, ...told].join('\n'), { cause });
        }
        tried += life.told.length;
        done += life.told.filter(({ status }) => status < 300).length;
      }
      // It would prove nothing if nothing happened.
      expect(done).toBeGreaterThan(tried / 3);
      expect(tried).toBeGreaterThan(LIVES * 5);
    }),
  120_000 * Math.max(1, scale()),
);
