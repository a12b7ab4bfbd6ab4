import { addDays, addDuration, compareDates, startOfDay } from '@sanya/strapi-plugin-platform/kernel';
import type { Job, Tools } from '@sanya/strapi-plugin-platform/kit';
import { expiryNoticeOn } from '../domain/auto-debit';
import { cardsEnding } from '../stores/auto-debits';
import { lastRunDay } from '../stores/run-days';
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
    if (!first) return null;
    const zone = platform.clock.zone();
    const today = platform.clock.today();
    const next = (await lastRunDay(platform, NAME)) === today ? addDays(today, 1) : today;
    const on = expiryNoticeOn(first);
    return addDuration(startOfDay(zone, compareDates(on, next) > 0 ? on : next), HOUR, zone);
  },
  async step() {
    const processed = await tellEndingCards(platform, CHUNK);
    return { done: processed < CHUNK, processed };
  },
});
