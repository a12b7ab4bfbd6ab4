import { badInput } from '@sanya/strapi-plugin-platform/kernel';
import { isWritten, type Policy, type Step } from './policy';

export const MOST_STEPS = 20;
export const MOST_DAYS = 365;
/** Above this a late fee is no fee any more. */
export const MOST_FEE_PPM = 150_000;

type Wanted = Omit<Step, 'id'>;

/**
 * Refuses a policy that could not be followed: two steps on a day, a written one without its text, a service ended
 * without a warning early enough before it, anything after the write-off.
 */
export function checkPolicy({ steps, noticeDays }: Omit<Policy, 'steps'> & { steps: readonly Wanted[] }): void {
  if (steps.length === 0) throw badInput('dunning.no_steps', { field: 'steps' });
  steps.forEach((step, index) => {
    const field = (name: string): string => `steps.${index}.${name}`;
    if (steps.some((other, place) => place < index && other.day === step.day)) {
      throw badInput('dunning.day_twice', { field: field('day'), params: { day: step.day } });
    }
    if (isWritten(step) && !step.template) throw badInput('dunning.template_missing', { field: field('template') });
    if (step.warns !== 'none' && !isWritten(step)) throw badInput('dunning.warns_unwritten', { field: field('warns') });
    if (step.day <= 0 && (step.action !== 'none' || step.feeAmount > 0n || step.feePpm > 0)) {
      throw badInput('dunning.too_early', { field: field('day') });
    }
    const { action } = step;
    if (action === 'none' || action === 'legal') return;
    if (action === 'write_off') {
      if (steps.some((other) => other.day > step.day)) {
        throw badInput('dunning.after_write_off', { field: field('action') });
      }
      return;
    }
    const warned = steps.some((other) => other.warns === action && other.day <= step.day - noticeDays);
    if (!warned) {
      throw badInput(`dunning.unwarned_${action}`, { field: field('action'), params: { days: noticeDays } });
    }
  });
}
