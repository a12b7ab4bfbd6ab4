import { addDays, compareInstants, dateIn, startOfDay } from '@sanya/strapi-plugin-platform/kernel';
import type { Job, StepResult, Tools } from '@sanya/strapi-plugin-platform/kit';
import { type Turn, turnsStore } from '../stores/turns';
import { activateWhatMay } from '../use-cases/activate-contracts';
import { endOverdue } from '../use-cases/finish-contracts';
import { parkUnturned } from '../use-cases/park-contracts';
import { allOrEach } from './all-or-each';

const CHUNK = 200;

/**
 * Contracts begin on the day that was agreed, and are over on the day after their last. One that a rule refuses is set
 * aside with its reason, and tried again on the next day unless staff say so before.
 */
export function createTurnDays(tools: Tools): Job {
  const { platform } = tools;
  const store = () => turnsStore(platform.rows);
  const midnight = (day: string): string => startOfDay(platform.clock.zone(), day);
  /** Until when the days of those that turn today are. */
  const until: Record<Turn, () => string> = {
    begin: () => platform.clock.today(),
    end: () => addDays(platform.clock.today(), -1),
  };
  const turns: Record<Turn, (ids: readonly number[]) => Promise<void>> = {
    begin: (ids) => activateWhatMay(tools, ids),
    end: (ids) => endOverdue(tools, ids),
  };

  async function nextOf(turn: Turn): Promise<string[]> {
    const first = await store().firstDay(turn, until[turn]());
    const refusedAt = await store().firstRefused(turn, until[turn]());
    return [
      ...(first === undefined ? [] : [midnight(turn === 'begin' ? first : addDays(first, 1))]),
      ...(refusedAt === undefined ? [] : [midnight(addDays(dateIn(platform.clock.zone(), refusedAt), 1))]),
    ];
  }

  async function take(turn: Turn): Promise<StepResult> {
    const ids = await store().due(turn, { until: until[turn](), midnight: midnight(platform.clock.today()) }, CHUNK);
    const told = await allOrEach(ids, turns[turn], (contract, error) => parkUnturned(tools, { contract, error }));
    return { done: ids.length < CHUNK, ...told };
  }

  return {
    name: 'contracts.turn-days',
    nextDue: async () => [...(await nextOf('begin')), ...(await nextOf('end'))].sort(compareInstants)[0] ?? null,
    async step(): Promise<StepResult> {
      const parts = [await take('begin'), await take('end')];
      const count = (what: 'processed' | 'failed') => parts.reduce((total, part) => total + (part[what] ?? 0), 0);
      return { done: parts.every(({ done }) => done), processed: count('processed'), failed: count('failed') };
    },
  };
}
