import { addDays, compareDates, dateIn } from '@sanya/strapi-plugin-platform/kernel';
import type { GatewayName, NewDelivery, Platform } from '@sanya/strapi-plugin-platform/kit';
import { INVOICE } from '../content-types/types';
import { debitCard, debitOn, expectedDebit } from '../domain/auto-debit';
import { debitMailData } from '../domain/auto-debit-mail';
import { offersAmong } from '../stores/offers';
import { invoicesToAnnounce } from '../stores/auto-debits';
import { standingPauses, underWay } from '../stores/dunning/facts';
import { activeMethods } from '../stores/payment-methods';
import { readDebitTerms } from '../stores/settings';
import { cardReaders } from './card-readers';
import { invoicesUnderLock } from './invoices-under-lock';

/** Invoices that were looked at, in the order of their ids, and how many mails went out. */
interface Announced {
  invoices: number[];
  told: number;
}

/**
 * Tells customers that their cards will be charged, as many days ahead as the settings say; of each invoice once. What is
 * promised for later, or for which money is on its way, is told of when its day is near.
 */
export const announceDebits = (
  platform: Platform,
  gateway: GatewayName,
  { after, most }: { after: number; most: number },
): Promise<Announced> =>
  platform.transaction(async () => {
    const [today, zone, terms] = [platform.clock.today(), platform.clock.zone(), await readDebitTerms(platform)];
    const last = addDays(today, terms.noticeDays);
    const found = await invoicesToAnnounce(platform, { gateway, due: addDays(last, -terms.days), after, most });
    if (found.length === 0) return { invoices: [], told: 0 };
    const { customers, invoices } = await invoicesUnderLock(platform, found);
    const owners = [...customers.keys()];
    const cards = await activeMethods(platform, owners);
    const [pauses, paying] = [await standingPauses(platform, owners, today), await underWay(platform, owners)];
    const offers = await offersAmong(platform, found);
    const readerOf = await cardReaders(platform);
    const told = invoices.flatMap((invoice) => {
      const customer = customers.get(invoice.customer);
      const own = cards.filter((card) => card.customer === invoice.customer);
      const card = debitCard(own, gateway, today);
      const isAsked = !paying.has(invoice.id) && !offers.has(invoice.id);
      const due = invoice.state === 'open' && invoice.amountDue > 0n && isAsked;
      if (!customer || !card?.autoDebitSince || !due) return [];
      const agreedOn = dateIn(zone, card.autoDebitSince);
      const heldUntil = pauses
        .filter((pause) => pause.customer === invoice.customer)
        .filter((pause) => pause.invoice === null || pause.invoice === invoice.id)
        .map(({ until }) => until);
      const on = expectedDebit(debitOn(terms, { dueDate: invoice.dueDate, agreedOn }, []), { today, heldUntil });
      return on === null || compareDates(on, last) > 0 ? [] : [{ invoice, customer, card, on }];
    });
    await platform.rows.update(
      INVOICE,
      told.map(({ invoice: { id } }) => ({ id, debitToldOn: today })),
    );
    const mails = told.flatMap(({ invoice, customer, card, on }): NewDelivery[] => {
      if (!customer.buyer.email) return [];
      const reader = readerOf(customer);
      return [
        {
          ...{ template: 'card-charge-ahead', to: customer.buyer.email, language: reader.language },
          customer: customer.id,
          data: debitMailData(card, invoice, on, reader),
          about: { type: INVOICE, documentId: invoice.documentId, name: invoice.number },
          key: `charge-ahead:${invoice.documentId}`,
        },
      ];
    });
    await platform.mail.queue(mails);
    return { invoices: found, told: mails.length };
  });
