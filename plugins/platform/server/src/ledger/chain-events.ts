import type { Job } from '../../../kit/src/jobs';
import type { Ledger } from './create-ledger';

const CHUNK = 500;

/** Puts what happened into the chain, in the order in which it was committed. */
export const createChainEvents = (ledger: Pick<Ledger, 'oldestWaiting' | 'append'>): Job => ({
  name: 'platform.chain-events',
  simulated: false,
  nextDue: () => ledger.oldestWaiting(),
  async step() {
    const processed = await ledger.append(CHUNK);
    return { done: processed < CHUNK, processed };
  },
});
