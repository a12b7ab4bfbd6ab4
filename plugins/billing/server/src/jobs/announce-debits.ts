import { addDays } from '@sanya/strapi-plugin-platform/kernel';
import type { Job, Tools } from '@sanya/strapi-plugin-platform/kit';
import { firstToAnnounce } from '../stores/auto-debits';
import { nextRun } from '../stores/run-days';
import { readDebitTerms } from '../stores/settings';
import { announceDebits } from '../use-cases/announce-debits';
import { chargingGateway } from '../use-cases/charging-gateway';

const NAME = 'billing.announce-debits';
/** Before the cards of that day are charged. */
const HOUR = 'PT9H';
const CHUNK = 200;

/** Tells customers ahead that their cards will be charged, once a day and only where there is any. */
export const createAnnounceDebits = ({ platform }: Tools): Job => ({
  name: NAME,
  simulated: false,
  async nextDue() {
    const gateway = await chargingGateway(platform);
    const { days, noticeDays } = await readDebitTerms(platform);
    if (gateway === undefined || noticeDays === 0) return null;
    const first = await firstToAnnounce(platform, gateway);
    return first ? nextRun(platform, NAME, { first: addDays(first, days - noticeDays), hour: HOUR }) : null;
  },
  async step({ cursor }) {
    const { after = 0 } = (cursor ?? {}) as { after?: number };
    const gateway = await chargingGateway(platform);
    const { noticeDays } = await readDebitTerms(platform);
    if (gateway === undefined || noticeDays === 0) return { done: true };
    const { invoices, told } = await announceDebits(platform, gateway, { after, most: CHUNK });
    return { done: invoices.length < CHUNK, cursor: { after: invoices.at(-1) ?? after }, processed: told };
  },
});
