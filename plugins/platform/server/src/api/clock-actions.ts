import { z } from 'zod';
import { badInput, conflict } from '../../../kernel/src';
import { type Call, defineAction } from '../../../kit/src/actions';
import { coreOf } from '../core/core-of';
import { clockShown } from './answers';

const clockOf = (call: Pick<Call<unknown>, 'strapi'>) => {
  const { clock, jobs } = coreOf(call.strapi);
  if (!clock.enabled) throw conflict('clock.not_enabled');
  return { clock, jobs };
};

const shown = (clock: { now(): string; today(): string; zone(): string }) => ({
  now: clock.now(),
  today: clock.today(),
  zone: clock.zone(),
});

/** The test clock, only where `SANYA_TEST_CLOCK=true`. */
export const clockActions = [
  defineAction({
    name: 'readClock',
    summary: 'Read the test clock',
    staff: { method: 'GET', path: '/clock', permission: 'clock.read' },
    input: z.strictObject({}),
    output: clockShown,
    writes: false,
    run: async (call) => {
      const { clock } = clockOf(call);
      await clock.refresh();
      return shown(clock);
    },
  }),
  defineAction({
    name: 'turnClock',
    summary: 'Turn the test clock forward; answers when all that fell due in between has run, in order',
    staff: { method: 'POST', path: '/clock', permission: 'clock.turn' },
    input: z.strictObject({ now: z.string().max(40).optional(), advance: z.string().max(40).optional() }),
    output: clockShown,
    // The jobs open their own transactions: one around them all would hold the database, and undo mails already sent.
    ownTransactions: true,
    run: async (call) => {
      const { clock, jobs } = clockOf(call);
      const { now, advance } = call.input;
      if ((now === undefined) === (advance === undefined)) throw badInput('clock.nothing_given', { field: 'now' });
      await clock.refresh();
      await jobs.runDue(clock.target({ now, advance }));
      return shown(clock);
    },
  }),
];
