import type { Job, Tools } from '@sanya/strapi-plugin-platform/kit';
import { firstToDebit, invoicesToDebit } from '../stores/auto-debits';
import { nextRun } from '../stores/run-days';
import { readDebitTerms } from '../stores/settings';
import { chargingGateway } from '../use-cases/charging-gateway';
import { debitForInvoice } from '../use-cases/debit-cards';

const NAME = 'billing.debit-cards';
/** Of the day: whoever's card is refused can be reached, and the office is there. */
const HOUR = 'PT10H';
/** Each is a question to somebody else's machine. */
const CHUNK = 10;

/**
 * Charges what is due to the cards of customers who agreed to that, once a day and only where there is any. In a
 * simulation no gateway is asked: there members pay as it is told.
 */
export function createDebitCards({ platform, strapi }: Tools): Job {
  return {
    name: NAME,
    simulated: false,
    async nextDue() {
      const gateway = await chargingGateway(platform);
      if (gateway === undefined) return null;
      const { days } = await readDebitTerms(platform);
      const first = await firstToDebit(platform, { gateway, days });
      return first ? nextRun(platform, NAME, { first, hour: HOUR }) : null;
    },
    async step({ cursor }) {
      const { after = 0 } = (cursor ?? {}) as { after?: number };
      const gateway = await chargingGateway(platform);
      if (gateway === undefined) return { done: true };
      const { days } = await readDebitTerms(platform);
      const on = platform.clock.today();
      const found = await invoicesToDebit(platform, { gateway, days, on, after, most: CHUNK });
      const count = { processed: 0, failed: 0 };
      for (const invoice of found) {
        try {
          count.processed += Number(await debitForInvoice(platform, gateway, invoice));
        } catch (error) {
          // One that fails alone stops nobody else.
          strapi.log.error(error);
          count.failed += 1;
        }
      }
      return { done: found.length < CHUNK, cursor: { after: found.at(-1) ?? after }, ...count };
    },
  };
}
