import { tellProblem } from '@sanya/strapi-plugin-platform/kernel';
import type { StaffBeside } from '@sanya/strapi-plugin-platform/kit';
import { CONTRACT, CUSTOMER } from '../content-types/types';
import { contractsStore } from '../stores/contracts';
import { runsStore } from '../stores/runs';
import { runStanding } from './answers';

const MOST_TOLD = 500;

/** With a run goes how far it has come, and which contracts it set aside and why; each sees those that they may see. */
export const standingOfRun: StaffBeside = {
  output: runStanding,
  async of({ platform: { rows, visible, messages }, caller }, documentId) {
    const run = await runsStore(rows).byDocumentId(documentId);
    if (!run) return { progress: 0, problems: [] };
    const { state, startedAt, finishedAt, due, contracts, parked } = run;
    const set = await contractsStore(rows).parkedBetween({ from: startedAt, to: finishedAt }, MOST_TOLD);
    const seen = await visible.rows(
      caller,
      CONTRACT,
      set.map((one) => one.documentId),
    );
    const shown = set.filter((one) => seen.has(one.documentId));
    const customers = await rows.byIds<{ name: string }>(
      CUSTOMER,
      shown.map(({ customer }) => customer),
      { fields: ['name'] },
    );
    const nameOf = new Map(customers.map(({ id, name }) => [id, name]));
    const isOver = state === 'finished' || due === 0;
    return {
      // While it runs more may fall due than there was when it began.
      progress: isOver ? 100 : Math.min(99, Math.floor(((contracts + parked) * 100) / due)),
      problems: shown.map(({ documentId: contract, number, customer, problem }) => ({
        ...{ documentId: contract, number: number ?? '', customer: nameOf.get(customer) ?? '' },
        problem: tellProblem(problem ?? '', (code, params) => messages.say(caller.language, code, params)) ?? '',
      })),
    };
  },
};
