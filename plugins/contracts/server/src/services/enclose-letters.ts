import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { billedByStore } from '../stores/billed-by';
import { contractsStore } from '../stores/contracts';
import { dunning } from '../use-cases/dunning';
import { SUSPENSION_LETTER } from './suspension-letter';

/** With the mail that tells of it goes the letter about what was suspended today. */
export const encloseLetters = ({ strapi, platform }: Tools): void =>
  dunning(strapi).encloseWith(async (invoices) => {
    const pairs = await billedByStore(platform.rows).ofInvoices(invoices);
    if (pairs.length === 0) return new Map();
    const suspensions = await contractsStore(platform.rows).suspensionsOf(pairs.map(({ contract }) => contract));
    const today = platform.clock.today();
    const letters = suspensions.filter(
      ({ cause, startsOn, resumesOn }) => cause === 'debt' && startsOn >= today && resumesOn === null,
    );
    const first = new Map<number, { kind: string; id: number }[]>();
    for (const { id, contract } of letters) {
      const invoice = pairs.find((pair) => pair.contract === contract)?.invoice;
      // One contract may stand on several of these invoices: its letter goes once.
      if (invoice !== undefined) first.set(invoice, [...(first.get(invoice) ?? []), { kind: SUSPENSION_LETTER, id }]);
    }
    return first;
  });
