import fc from 'fast-check';
import { addDays, compareDates, isRefusal } from '@sanya/strapi-plugin-platform/kernel';
import { planFinish, TASK_KINDS, TASK_OUTCOMES } from '../../../plugins/crm/server/src/domain/task';
import { property } from '../../support/random';

const TODAY = '2031-05-12';
const day = fc.integer({ min: -30, max: 30 }).map((days) => addDays(TODAY, days));
const wish = fc.record(
  { outcome: fc.constantFrom(...TASK_OUTCOMES), note: fc.string(), again: day, until: day },
  { requiredKeys: [] },
);

describe('how a task went', () => {
  property(
    'is refused with its field, or leaves a task that is open for another day or done with one outcome',
    fc.record({ kind: fc.constantFrom(...TASK_KINDS), dueOn: day, said: wish }),
    ({ kind, dueOn, said }) => {
      try {
        const after = planFinish({ kind, state: 'open', dueOn }, said, TODAY);
        expect((after.state === 'open') === (after.outcome === null)).toBe(true);
        expect((after.outcome === 'promised') === (after.promisedOn !== null)).toBe(true);
        if (after.state === 'open') {
          expect(kind).toBe('call');
          expect(compareDates(after.dueOn, TODAY)).toBeGreaterThanOrEqual(0);
        } else expect(after.dueOn).toBe(dueOn);
        if (after.promisedOn) expect(compareDates(after.promisedOn, TODAY)).toBeGreaterThanOrEqual(0);
      } catch (error) {
        if (!isRefusal(error)) throw error;
        expect([error.status, ['outcome', 'again', 'until']]).toEqual([400, expect.arrayContaining([error.field])]);
      }
    },
  );

  property(
    'is said once',
    fc.record({ state: fc.constantFrom('done' as const, 'cancelled' as const), said: wish }),
    ({ state, said }) => {
      expect(() => planFinish({ kind: 'call', state, dueOn: TODAY }, said, TODAY)).toThrow('state.not_allowed');
    },
  );
});
