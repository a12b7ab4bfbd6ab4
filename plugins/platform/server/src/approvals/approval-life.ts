import { machine } from '../../../kernel/src';
import type { ApprovalState } from '../../../kit/src/approvals';

export type ApprovalVerb = 'grant' | 'refuse' | 'withdraw';

/** The life of a question: it is decided once. */
export const approvalLife = machine<ApprovalState, ApprovalVerb>({
  type: 'approval',
  states: ['asked', 'granted', 'refused', 'withdrawn'],
  initial: ['asked'],
  transitions: [
    { verb: 'grant', from: ['asked'], to: 'granted' },
    { verb: 'refuse', from: ['asked'], to: 'refused' },
    { verb: 'withdraw', from: ['asked'], to: 'withdrawn' },
  ],
});
