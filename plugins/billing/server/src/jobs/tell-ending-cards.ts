import type { Job, Tools } from '@sanya/strapi-plugin-platform/kit';
import { expiryNoticeOn } from '../domain/auto-debit';
import { cardsEnding } from '../stores/auto-debits';
import { nextRun } from '../stores/run-days';
import { tellEndingCards } from '../use-cases/tell-ending-cards';

const NAME = 'billing.tell-ending-cards';
const HOUR = 'PT9H';
const CHUNK = 200;

/** Tells customers whose card is charged by itself that it ends soon, once a card. */
export const createTellEndingCards = ({ platform }: Tools): Job => ({
  name: NAME,
  simulated: false,
  async nextDue() {
    const [first] = await cardsEnding(platform, { most: 1 });
    return first ? nextRun(platform, NAME, { first: expiryNoticeOn(first), hour: HOUR }) : null;
  },
  async step() {
    const processed = await tellEndingCards(platform, CHUNK);
    return { done: processed < CHUNK, processed };
  },
});
