import type { Action } from '@sanya/strapi-plugin-platform/kit';
import { wire } from '../../plugins/platform/server/src/doors/wire';

const WRAPPED = Symbol('wrapped');

/**
 * Holds every answer against the shape that its action declares, as it is on the wire: a field that is missing, of
 * another kind, or not declared fails the request, and so the test.
 */
export function checkAnswers(actions: readonly Action[]): void {
  for (const action of actions as (Action & { [WRAPPED]?: true })[]) {
    const { output, run } = action;
    if (output.meta()?.format === 'binary' || action[WRAPPED]) continue;
    action[WRAPPED] = true;
    action.run = async (call) => {
      const answer = await run(call);
      const told = output.safeParse(wire(answer));
      if (answer !== undefined && !told.success) {
        throw new Error(`The answer of ${action.name} is not in its shape: ${told.error.message}`);
      }
      return answer;
    };
  }
}
