import { addDays, compareInstants, startOfDay } from '@sanya/strapi-plugin-platform/kernel';
import type { Job, StepResult, Tools } from '@sanya/strapi-plugin-platform/kit';
import { contractsStore } from '../stores/contracts';
import { activateWhatMay } from '../use-cases/activate-contracts';
import { endOverdue } from '../use-cases/finish-contracts';

const CHUNK = 200;

/** Contracts begin on the day that was agreed, and are over on the day after their last. */
export function createTurnDays(tools: Tools): Job {
  const { platform } = tools;
  const store = () => contractsStore(platform.rows);
  return {
    name: 'contracts.turn-days',
    async nextDue() {
      const zone = platform.clock.zone();
      const [begins] = await store().toBegin(1);
      const [ends] = await store().toEnd(1);
      const days = [begins?.agreedStart, ends?.endsOn && addDays(ends.endsOn, 1)];
      const instants = days.flatMap((day) => (day ? [startOfDay(zone, day)] : []));
      return instants.sort(compareInstants)[0] ?? null;
    },
    async step(): Promise<StepResult> {
      const today = platform.clock.today();
      const begins = await store().toBegin(CHUNK, today);
      await activateWhatMay(
        tools,
        begins.map(({ id }) => id),
      );
      const ends = await store().toEnd(CHUNK, today);
      await endOverdue(
        tools,
        ends.map(({ id }) => id),
      );
      const processed = begins.length + ends.length;
      return { done: begins.length < CHUNK && ends.length < CHUNK, processed };
    },
  };
}
