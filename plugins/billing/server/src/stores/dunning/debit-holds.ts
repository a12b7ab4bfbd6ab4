import { type CivilDate, dateIn } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { debitCard, debitOn } from '../../domain/auto-debit';
import type { Pause } from '../../domain/dunning/policy';
import { debitTries, type StoredTry, triesWith } from '../auto-debits';
import { activeMethods } from '../payment-methods';
import { readDebitTerms, readRules } from '../settings';

interface Held {
  id: number;
  customer: number;
  dueDate: CivilDate;
}

/**
 * By invoice, until which day nobody asks for it because it is charged by itself then: the day of its next try, however
 * that ends. What was tried as often as it may be is asked for as anything else.
 */
export async function debitHolds(platform: Platform, invoices: readonly Held[]): Promise<Map<number, Pause>> {
  const holds = new Map<number, Pause>();
  const owners = [...new Set(invoices.map(({ customer }) => customer))];
  const { cardGateway } = await readRules(platform);
  if (cardGateway === 'none' || owners.length === 0) return holds;
  const cards = (await activeMethods(platform, owners)).filter(({ autoDebitSince }) => autoDebitSince !== null);
  if (cards.length === 0) return holds;
  const [today, zone] = [platform.clock.today(), platform.clock.zone()];
  const terms = await readDebitTerms(platform);
  const paying = [...new Set(cards.map(({ customer }) => customer))].flatMap((customer) => {
    const own = cards.filter((card) => card.customer === customer);
    return debitCard(own, cardGateway, today) ?? [];
  });
  const cardOf = new Map(paying.map((card) => [card.customer, card]));
  const tries = new Map<number, StoredTry[]>();
  for (const one of await debitTries(platform, { customers: [...cardOf.keys()] })) {
    tries.set(one.invoice, [...(tries.get(one.invoice) ?? []), one]);
  }
  for (const { id, customer, dueDate } of invoices) {
    const card = cardOf.get(customer);
    if (!card?.autoDebitSince) continue;
    const agreedOn = dateIn(zone, card.autoDebitSince);
    const until = debitOn(terms, { dueDate, agreedOn }, triesWith(card, tries.get(id) ?? []));
    if (until !== null) holds.set(id, { until });
  }
  return holds;
}
