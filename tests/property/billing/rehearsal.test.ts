import fc from 'fast-check';
import { addDays } from '@sanya/strapi-plugin-platform/kernel';
import { contactOf } from '../../../plugins/billing/server/src/domain/dunning/contact';
import { dueSteps, feeTotal } from '../../../plugins/billing/server/src/domain/dunning/due-steps';
import type { Notice, Policy, Step } from '../../../plugins/billing/server/src/domain/dunning/policy';
import { type PastInvoice, rehearse } from '../../../plugins/billing/server/src/domain/dunning/rehearsal';
import { tallyOf, together, weightOf } from '../../../plugins/billing/server/src/domain/dunning/rehearsal-tally';
import { workingDays } from '../../../plugins/billing/server/src/domain/dunning/contact';
import { property } from '../../support/random';

const FROM = '2026-04-01';
const DAYS = 90;
const isWorkingDay = workingDays(new Set(['2026-05-13']));
const range = { from: FROM, to: addDays(FROM, DAYS - 1), isWorkingDay };

const arbPolicy: fc.Arbitrary<Policy> = fc.record({
  floor: fc.constantFrom(0n, 300_000n),
  noticeDays: fc.integer({ min: 1, max: 14 }),
  workingDays: fc.boolean(),
  steps: fc
    .uniqueArray(
      fc.record({
        day: fc.integer({ min: -10, max: 40 }),
        channel: fc.constantFrom('mail' as const, 'letter' as const, 'call' as const, 'none' as const),
        feeAmount: fc.constantFrom(0n, 10_000n),
        feePpm: fc.constantFrom(0, 15_000),
        action: fc.constantFrom('none' as const, 'suspend' as const, 'terminate' as const, 'write_off' as const),
        warns: fc.constantFrom('none' as const, 'suspend' as const, 'terminate' as const),
      }),
      { minLength: 1, maxLength: 6, selector: ({ day }) => day },
    )
    .map((steps) =>
      steps
        .sort((a, b) => a.day - b.day)
        .map((one, index): Step => {
          const isWritten = one.channel === 'mail' || one.channel === 'letter';
          const early = one.day <= 0 ? { action: 'none' as const, feeAmount: 0n, feePpm: 0 } : {};
          const warns = isWritten ? one.warns : 'none';
          return { ...one, ...early, warns, id: index + 1, template: isWritten ? 'dunning-overdue' : null };
        }),
    ),
});

const onDay = fc.integer({ min: -30, max: DAYS + 10 }).map((n) => addDays(FROM, n));
const arbInvoice: fc.Arbitrary<Omit<PastInvoice, 'id'>> = fc
  .record({
    issued: fc.integer({ min: -40, max: 40 }),
    terms: fc.integer({ min: 0, max: 30 }),
    turns: fc.array(fc.tuple(onDay, fc.constantFrom(0n, 200_000n, 535_000n)), { maxLength: 3 }),
    goneOn: fc.option(onDay, { freq: 4 }),
    pauses: fc.array(fc.record({ from: onDay, until: fc.option(onDay), endedOn: fc.option(onDay) }), { maxLength: 2 }),
  })
  .map(({ issued, terms, turns, goneOn, pauses }) => {
    const issuedOn = addDays(FROM, issued);
    return {
      ...{ currency: 'THB', issuedOn, dueDate: addDays(issuedOn, terms), goneOn, pauses, notices: [] },
      owed: [
        { on: issuedOn, amount: 535_000n },
        ...turns
          .filter(([on]) => on > issuedOn)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([on, amount]) => ({ on, amount })),
      ],
    };
  });
const arbCustomer = fc.array(arbInvoice, { minLength: 1, maxLength: 4 });

/** The same, as the job lives it: every morning, whether or not anything is due. */
function live(policy: Policy, invoices: readonly Omit<PastInvoice, 'id'>[]) {
  const told = invoices.map((): Notice[] => []);
  const gone = invoices.map(({ goneOn }) => goneOn);
  const done: string[] = [];
  for (let n = 0; n < DAYS; n += 1) {
    const on = addDays(FROM, n);
    const planned = invoices.flatMap((past, index) => {
      const amountDue = past.owed.filter((one) => one.on <= on).at(-1)?.amount ?? 0n;
      const isGone = (gone[index] ?? '9999-12-31') <= on;
      const state = past.issuedOn > on ? 'draft' : isGone ? 'void' : amountDue > 0n ? 'open' : 'paid';
      const pauses = past.pauses
        .filter(({ from, endedOn }) => from <= on && (endedOn === null || on < endedOn))
        .map(({ until }) => ({ until }));
      const { issuedOn, dueDate } = past;
      const facts = { state, amountDue, issuedOn, dueDate, isFee: false };
      const due = dueSteps(policy, facts, told[index] ?? [], pauses, on, isWorkingDay);
      return due ? [{ invoice: index, due }] : [];
    });
    const contact = contactOf(planned, false);
    for (const { invoice, due } of [...contact.told, ...contact.silent]) {
      done.push(`${on} ${invoice} ${feeTotal(due)} ${due.actions.join()}`);
      told[invoice]?.push(...due.overtaken.map(({ id, day }) => ({ step: id, day, on, overtaken: true, warned: [] })), {
        step: due.step.id,
        day: due.step.day,
        on,
        overtaken: false,
        warned: due.warns,
      });
      if (due.actions.includes('write_off')) gone[invoice] = on;
    }
  }
  return done.sort();
}

property(
  'a rehearsal leaps from day to day and does what every morning would have done',
  fc.tuple(arbPolicy, arbCustomer),
  ([policy, invoices]) => {
    const rehearsed = rehearse(
      policy,
      invoices.map((one, id) => ({ ...one, id })),
      { ...range, closed: false },
    );
    const done = rehearsed.map(({ on, invoice, fee, actions }) => `${on} ${invoice} ${fee} ${actions.join()}`).sort();
    expect(done).toEqual(live(policy, invoices));
  },
);

property(
  'one contact a day at most, within the days, and a closed customer is charged nothing',
  fc.tuple(arbPolicy, arbCustomer),
  ([policy, invoices]) => {
    const past = invoices.map((one, id) => ({ ...one, id }));
    const rehearsed = rehearse(policy, past, { ...range, closed: true });
    const contacts = rehearsed.filter(({ leads }) => leads).map(({ on }) => on);
    return (
      new Set(contacts).size === contacts.length &&
      rehearsed.every(({ on, fee }) => on >= range.from && on <= range.to && fee === 0n)
    );
  },
);

property('tallies of parts are the tally of the whole', fc.tuple(arbPolicy, arbCustomer), ([policy, invoices]) => {
  const past = invoices.map((one, id) => ({ ...one, id }));
  const all = rehearse(policy, past, { ...range, closed: false });
  const half = Math.floor(all.length / 2);
  const whole = tallyOf(all);
  expect(together(tallyOf(all.slice(0, half)), tallyOf(all.slice(half)))).toEqual(whole);
  return weightOf(whole, whole) === 0;
});
