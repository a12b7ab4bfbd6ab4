import fc from 'fast-check';
import { addDays, compareDates, daysBetween } from '@sanya/strapi-plugin-platform/kernel';
import { bareStep } from '../../../plugins/billing/admin/src/pages/dunning/bare-step';
import { checkPolicy } from '../../../plugins/billing/server/src/domain/dunning/check-policy';
import { contactOf, mayContact, workingDays } from '../../../plugins/billing/server/src/domain/dunning/contact';
import { dueSteps, nextStep } from '../../../plugins/billing/server/src/domain/dunning/due-steps';
import type {
  DunnedInvoice,
  Notice,
  Pause,
  Policy,
  Step,
} from '../../../plugins/billing/server/src/domain/dunning/policy';
import { property } from '../../support/random';

const DUE = '2026-05-10';
const START = '2026-04-01';
const step = (id: number, day: number, over: Partial<Step> = {}): Step => ({
  ...{ id, day, channel: 'mail', template: 'dunning-reminder', feeAmount: 0n, feePpm: 0, action: 'none' },
  ...{ warns: 'none', ...over },
});
const policyOf = (steps: readonly Step[], over: Partial<Policy> = {}): Policy => ({
  ...{ steps, floor: 0n, noticeDays: 7, workingDays: false, ...over },
});
const LADDER = policyOf([
  step(1, -7),
  step(2, 0),
  step(3, 3),
  step(4, 7, { feeAmount: 10_000n, feePpm: 15_000, warns: 'suspend' }),
  step(5, 14, { action: 'suspend', warns: 'terminate' }),
  step(6, 30, { action: 'terminate' }),
]);
const owed = (over: Partial<DunnedInvoice> = {}): DunnedInvoice => ({
  ...{ state: 'open', amountDue: 535_000n, issuedOn: START, dueDate: DUE, isFee: false, ...over },
});

interface Taken {
  on: string;
  step: number;
  overtaken: readonly number[];
  fees: readonly bigint[];
  actions: readonly string[];
}
/** Runs day after day; `runs` says how often on a day, `invoiceOn` how the invoice stands then. */
function live(
  policy: Policy,
  invoiceOn: (day: string) => DunnedInvoice,
  {
    runs = () => 1,
    pauses = [] as readonly Pause[],
    until = 120,
    before = [] as readonly Notice[],
  }: { runs?: (day: string) => number; pauses?: readonly Pause[]; until?: number; before?: readonly Notice[] } = {},
) {
  const notices: Notice[] = [...before];
  const taken: Taken[] = [];
  for (let n = 0; n < until; n += 1) {
    const on = addDays(START, n);
    for (let run = 0; run < runs(on); run += 1) {
      const due = dueSteps(policy, invoiceOn(on), notices, pauses, on, workingDays(new Set()));
      if (!due) continue;
      due.overtaken.forEach(({ id, day }) => notices.push({ step: id, day, on, overtaken: true, warned: [] }));
      notices.push({ step: due.step.id, day: due.step.day, on, overtaken: false, warned: due.warns });
      taken.push({
        ...{ on, step: due.step.id, overtaken: due.overtaken.map(({ id }) => id) },
        ...{ fees: due.fees.map(({ amount }) => amount), actions: due.actions },
      });
    }
  }
  return { notices, taken };
}
const days = (taken: readonly Taken[]) => taken.map(({ on, step: id }) => [on, id]);

describe('an invoice of 5,350.00 that is due on 10 May', () => {
  const ALL = [
    ['2026-05-03', 1],
    ['2026-05-10', 2],
    ['2026-05-13', 3],
    ['2026-05-17', 4],
    ['2026-05-24', 5],
    ['2026-06-09', 6],
  ];

  test('one notice each on 3, 10, 13, 17 and 24 May and 9 June, the fee 180.25 once', () => {
    const { taken } = live(LADDER, () => owed());
    expect(days(taken)).toEqual(ALL);
    expect(taken.flatMap(({ fees }) => fees)).toEqual([18_025n]);
    expect(taken.flatMap(({ actions }) => actions)).toEqual(['suspend', 'terminate']);
  });

  test('however often the job runs', () =>
    expect(days(live(LADDER, () => owed(), { runs: () => 48 }).taken)).toEqual(ALL));

  test('off from 12 to 14 May: the step of the 13th goes on the 15th, once', () => {
    const isOff = (on: string) => on >= '2026-05-12' && on <= '2026-05-14';
    const { taken } = live(LADDER, () => owed(), { runs: (on) => (isOff(on) ? 0 : 3) });
    expect(days(taken)).toEqual(ALL.map(([on, id]) => (id === 3 ? ['2026-05-15', 3] : [on, id])));
  });

  const paid = (from: string, to: string) => (on: string) =>
    on >= from && on < to ? owed({ state: 'paid', amountDue: 0n }) : owed();

  test('paid on 20 May: nothing follows', () => {
    const { taken } = live(LADDER, paid('2026-05-20', '2030-01-01'));
    expect(days(taken)).toEqual(ALL.slice(0, 4));
  });

  test('paid on 20 May and the payment reversed on 22 May: where it would be', () =>
    expect(days(live(LADDER, paid('2026-05-20', '2026-05-22')).taken)).toEqual(ALL));

  test('reversed on 26 May: suspended then, and ended no sooner than its days after the warning', () => {
    const { taken } = live(policyOf(LADDER.steps, { noticeDays: 21 }), paid('2026-05-16', '2026-05-26'));
    expect(days(taken).slice(3)).toEqual([
      ['2026-05-26', 4],
      ['2026-06-16', 5],
      ['2026-07-07', 6],
    ]);
  });

  test('of several at once the last speaks, for the warning of the others too, and all of their fees', () => {
    const { taken } = live(LADDER, () => owed(), { runs: (on) => (on >= '2026-06-20' ? 1 : 0) });
    expect(taken[0]).toMatchObject({ on: '2026-06-20', step: 4, overtaken: [1, 2, 3], fees: [18_025n] });
    expect(days(taken).slice(1)).toEqual([
      ['2026-06-27', 5],
      ['2026-07-04', 6],
    ]);
  });

  test('a promise holds it to the end of its day; an exemption for ever', () => {
    const promised = live(LADDER, () => owed(), { pauses: [{ until: '2026-05-18' }] });
    expect(promised.taken[0]).toMatchObject({ on: '2026-05-19', step: 4, overtaken: [1, 2, 3] });
    expect(live(LADDER, () => owed(), { pauses: [{ until: null }] }).taken).toEqual([]);
  });

  test('a late fee that is owed alone is reminded of, and neither suspends nor bears a fee', () => {
    const { taken } = live(LADDER, () => owed({ isFee: true }));
    expect(days(taken)).toEqual(ALL.slice(2, 4));
    expect(taken.flatMap(({ actions, fees }) => [...actions, ...fees])).toEqual([]);
  });

  test('services are suspended on working days', () => {
    const { taken } = live(policyOf(LADDER.steps, { workingDays: true }), () => owed());
    expect(days(taken)[4]).toEqual(['2026-05-25', 5]);
  });

  test('a step that was taken is not taken again on the day that it was moved to', () => {
    const policy = policyOf([step(1, 5), step(3, 9)]);
    const before: Notice[] = [{ step: 3, day: 3, on: '2026-05-13', overtaken: false, warned: [] }];
    expect(days(live(policy, () => owed(), { before }).taken)).toEqual([['2026-05-15', 1]]);
  });

  test('what nothing warns of any more holds nothing behind it', () => {
    const policy = policyOf([...LADDER.steps.slice(3, 5), step(7, 20)]);
    const before: Notice[] = [{ step: 9, day: 10, on: '2026-05-20', overtaken: false, warned: [] }];
    expect(nextStep(policy, owed(), before, [], '2026-05-21')).toMatchObject({ on: '2026-05-30', step: { id: 7 } });
    expect(days(live(policy, () => owed(), { before }).taken)).toEqual([['2026-05-30', 7]]);
  });

  test('what is issued on the day of a reminder is not reminded of', () =>
    expect(live(LADDER, () => owed({ issuedOn: '2026-05-03' })).taken[0]).toMatchObject({ step: 2 }));

  test('the board knows what comes next and when', () => {
    const notices: Notice[] = [{ step: 4, day: 7, on: '2026-05-20', overtaken: false, warned: ['suspend'] }];
    expect(nextStep(LADDER, owed(), notices, [], '2026-05-21')).toMatchObject({ on: '2026-05-27', step: { id: 5 } });
    expect(nextStep(LADDER, owed(), notices, [{ until: null }], '2026-05-21')).toBeUndefined();
  });
});

const arbStep = fc.record({
  channel: fc.constantFrom('mail' as const, 'letter' as const, 'call' as const, 'none' as const),
  feeAmount: fc.bigInt({ min: 0n, max: 50_000n }),
  feePpm: fc.integer({ min: 0, max: 50_000 }),
  action: fc.constantFrom('none' as const, 'suspend' as const, 'terminate' as const),
  warns: fc.constantFrom('none' as const, 'suspend' as const, 'terminate' as const),
});
const arbPolicy = fc
  .record({
    offsets: fc.uniqueArray(fc.integer({ min: -20, max: 70 }), { minLength: 1, maxLength: 8 }),
    steps: fc.array(arbStep, { minLength: 8, maxLength: 8 }),
    floor: fc.bigInt({ min: 0n, max: 600_000n }),
    noticeDays: fc.integer({ min: 1, max: 20 }),
    workingDays: fc.boolean(),
  })
  .map(
    ({ offsets, steps, ...rest }): Policy =>
      policyOf(
        [...offsets]
          .sort((a, b) => a - b)
          .map((day, index) => {
            const one = steps[index] as (typeof steps)[number];
            const isEarly = day <= 0;
            return step(index + 1, day, {
              ...one,
              warns: one.channel === 'mail' || one.channel === 'letter' ? one.warns : 'none',
              ...(isEarly ? { action: 'none', feeAmount: 0n, feePpm: 0 } : {}),
            });
          }),
        rest,
      ),
  );
/** On which days of 120 the invoice is paid, and on which the site is off. */
const arbLife = fc.record({
  policy: arbPolicy,
  paid: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
  off: fc.array(fc.boolean(), { minLength: 120, maxLength: 120 }),
  pause: fc.option(fc.integer({ min: 0, max: 100 })),
});
const lived = ({
  policy,
  paid,
  off,
  pause,
}: {
  policy: Policy;
  paid: boolean[];
  off: boolean[];
  pause: number | null;
}) => {
  const at = (on: string) => daysBetween(START, on);
  const stands = (on: string) => (paid[Math.floor(at(on) / 10)] ? owed({ state: 'paid', amountDue: 0n }) : owed());
  const pauses = pause === null ? [] : [{ until: addDays(START, pause) }];
  return { ...live(policy, stands, { runs: (on) => (off[at(on)] ? 0 : 2), pauses }), stands, pauses };
};

property('no step twice, none on what is not open, none before its day, none in a pause', arbLife, (life) => {
  const { notices, taken, stands, pauses } = lived(life);
  const all = notices.map(({ day }) => day);
  return (
    new Set(all).size === all.length &&
    all.every((day, index) => index === 0 || day > (all[index - 1] as number)) &&
    notices.every(({ day, on }) => compareDates(on, addDays(DUE, day)) >= 0) &&
    taken.every(({ on }) => stands(on).state === 'open' && pauses.every(({ until }) => compareDates(on, until) > 0))
  );
});

property('suspended or ended no sooner than the days after a notice that warned of it', arbLife, (life) => {
  const { notices, taken } = lived(life);
  return taken.every(({ on, actions }) =>
    actions.every((action) =>
      notices.some(
        (notice) =>
          !notice.overtaken &&
          notice.warned.includes(action as 'suspend') &&
          daysBetween(notice.on, on) >= life.policy.noticeDays,
      ),
    ),
  );
});

property('each step bears its fee once, overtaken or not', arbLife, (life) => {
  const { notices, taken } = lived(life);
  const bearing = life.policy.steps.filter(
    ({ day, feeAmount, feePpm }) => notices.some((one) => one.day === day) && (feeAmount > 0n || feePpm > 0),
  );
  return taken.flatMap(({ fees }) => fees).length === bearing.length;
});

/** What an invoice was told before its policy became another: any days, any warnings. */
const arbTold = fc.array(
  fc.record({
    step: fc.integer({ min: 1, max: 8 }),
    day: fc.integer({ min: -20, max: 40 }),
    on: fc.integer({ min: 0, max: 60 }).map((n) => addDays(START, n)),
    overtaken: fc.boolean(),
    warned: fc.subarray(['suspend' as const, 'terminate' as const]),
  }),
  { maxLength: 4 },
);

property(
  'whatever was told before and whatever the policy says now: in time all is taken that can come',
  fc.tuple(arbPolicy, arbTold),
  ([policy, before]) => {
    const { notices } = live(policy, () => owed(), { until: 360, before });
    return nextStep(policy, owed(), notices, [], addDays(START, 360)) === undefined;
  },
);

property(
  'below the floor nobody is asked',
  fc.tuple(arbPolicy, fc.bigInt({ min: 1n, max: 700_000n })),
  ([policy, amountDue]) => {
    const { taken } = live(policy, () => owed({ amountDue }));
    return amountDue >= policy.floor || taken.length === 0;
  },
);

property(
  'one contact a day: what is written goes together, the sternest leads, calls wait',
  fc.tuple(fc.array(fc.tuple(arbStep, fc.integer({ min: 1, max: 60 })), { maxLength: 6 }), fc.boolean()),
  ([list, contacted]) => {
    const planned = list.map(([one, day], invoice) => ({
      invoice,
      due: { step: step(invoice, day, one), overtaken: [], warns: [], actions: [], fees: [] },
    }));
    const { told, silent } = contactOf(planned, contacted);
    const channels = new Set(told.map(({ due }) => (due.step.channel === 'call' ? 'call' : 'written')));
    return (
      channels.size <= 1 &&
      (!contacted || told.length === 0) &&
      told.every(({ due }) => due.step.day <= (told[0]?.due.step.day ?? 0) && due.step.channel !== 'none') &&
      silent.every(({ due }) => due.step.channel === 'none')
    );
  },
);

test('debtors are contacted from 8 to 20, on weekends and holidays to 18', () => {
  const isWorking = workingDays(new Set(['2026-05-13']));
  expect(['2026-05-12', '2026-05-13', '2026-05-16', '2026-05-17'].map(isWorking)).toEqual([true, false, false, false]);
  expect(['07:59', '08:00', '19:59', '20:00'].map((at) => mayContact(true, at))).toEqual([false, true, true, false]);
  expect(['07:59', '08:00', '17:59', '18:00'].map((at) => mayContact(false, at))).toEqual([false, true, true, false]);
});

property(
  'a step that the editor sends is refused for nothing that its fields do not show',
  fc.tuple(
    arbStep.map((one) => ({ ...one, feeAmount: String(one.feeAmount), template: 'dunning-overdue' })),
    fc.integer({ min: -20, max: 70 }),
  ),
  ([one, day]) => {
    const { feeAmount, ...sent } = bareStep({ ...one, day });
    try {
      checkPolicy(policyOf([{ ...sent, id: 1, feeAmount: BigInt(feeAmount) }]));
      return true;
    } catch (error) {
      const { code } = error as { code: string };
      return day > 0 && code === `dunning.unwarned_${one.action}`;
    }
  },
);

test('a policy that could not be followed is refused', () => {
  const codeOf = (steps: readonly Step[]): string | undefined => {
    try {
      checkPolicy(policyOf(steps));
      return undefined;
    } catch (error) {
      return (error as { code: string }).code;
    }
  };
  expect(codeOf(LADDER.steps)).toBeUndefined();
  expect(codeOf([])).toBe('dunning.no_steps');
  expect(codeOf([step(1, 3), step(2, 3)])).toBe('dunning.day_twice');
  expect(codeOf([step(1, 3, { template: null })])).toBe('dunning.template_missing');
  expect(codeOf([step(1, 3, { channel: 'call', warns: 'suspend' })])).toBe('dunning.warns_unwritten');
  expect(codeOf([step(1, 0, { feeAmount: 1n })])).toBe('dunning.too_early');
  expect(codeOf([step(1, 5, { warns: 'suspend' }), step(2, 8, { action: 'suspend' })])).toBe(
    'dunning.unwarned_suspend',
  );
  expect(codeOf([step(1, 5, { action: 'write_off' }), step(2, 8)])).toBe('dunning.after_write_off');
});
