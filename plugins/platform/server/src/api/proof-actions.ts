import { z } from 'zod';
import { isCivilDate } from '../../../kernel/src';
import { defineAction } from '../../../kit/src/actions';
import { lastProof } from '../proof/prove-books';
import { discrepancies, lastProofShown } from './answers';

const date = z.string().refine(isCivilDate, { params: { code: 'input.not_a_date' } });

/** The books proof on demand: named discrepancies, or none. */
export const proofActions = [
  defineAction({
    name: 'proveBooks',
    summary: 'Check the books: names what does not add up',
    staff: { method: 'GET', path: '/proof', permission: 'proof.read' },
    input: z.strictObject({ from: date.optional(), to: date.optional() }),
    output: discrepancies,
    writes: false,
    run: async ({ platform, input, caller }) => {
      const found = await platform.proof.run(input);
      return found.map((row) => ({
        ...row,
        message: platform.messages.say(caller.language, `proof.${row.check}`, row.params),
      }));
    },
  }),
  defineAction({
    name: 'readLastProof',
    summary: 'When the books were last proven by night or by hand, and how many discrepancies were named',
    staff: { method: 'GET', path: '/proof/last', permission: 'proof.read' },
    graphql: 'none',
    input: z.strictObject({}),
    output: lastProofShown,
    writes: false,
    run: ({ platform }) => lastProof(platform.rows),
  }),
];
