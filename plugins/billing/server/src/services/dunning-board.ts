import { daysBetween } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { nextStep } from '../domain/dunning/due-steps';
import { boardCustomers } from '../stores/dunning/board';
import { dunningFacts, standingPauses, type StoredNotice } from '../stores/dunning/facts';
import { activePolicies, policyFor } from '../stores/dunning/policies';
import { offersAmong } from '../stores/offers';

/** Customers with something overdue that the board shows beside those to be called, those who owe most first. */
const MOST = 100;

/** Open invoices that are overdue or were told of, with the step that each is at, what comes next, and what holds it. */
export async function dunningBoard(platform: Platform, customer?: number) {
  const today = platform.clock.today();
  const customers = await boardCustomers(platform, today, customer === undefined ? MOST : { customer });
  const ids = customers.map(({ id }) => id);
  const policies = await activePolicies(platform);
  const open = await dunningFacts(platform, ids, today);
  const offers = await offersAmong(
    platform,
    open.map(({ invoice }) => invoice.id),
  );
  const facts = open.filter(({ invoice }) => !offers.has(invoice.id));
  const pauses = await standingPauses(platform, ids, today);
  const known = new Map(customers.map((one) => [one.id, one]));
  return facts
    .filter(({ invoice, notices }) => invoice.dueDate < today || notices.length > 0)
    .flatMap(({ invoice, notices, pauses: holding }) => {
      const owner = known.get(invoice.customer);
      if (!owner) return [];
      const policy = policyFor(policies, owner.class);
      const last = notices.filter(({ overtaken }) => !overtaken).sort((a, b) => b.day - a.day)[0];
      const next = policy && nextStep(policy, invoice, notices, holding, today);
      const pause = pauses.find((one) =>
        one.invoice === null ? one.customer === owner.id : one.invoice === invoice.id,
      );
      return [
        {
          documentId: invoice.documentId,
          number: invoice.number,
          customer: { documentId: owner.documentId, name: owner.name, phone: owner.phone },
          dueDate: invoice.dueDate,
          daysOverdue: Math.max(0, daysBetween(invoice.dueDate, today)),
          amountDue: invoice.amountDue,
          currency: invoice.currency,
          // What stands beside something else is waived by crediting its line.
          isFee: invoice.isFee && (invoice.lateFees ?? 0n) === 0n,
          last: last ? { day: last.day, on: last.on, action: last.action } : null,
          next: next ? { day: next.step.day, on: next.on, action: next.step.action, channel: next.step.channel } : null,
          pause: pause
            ? { kind: pause.kind, documentId: pause.documentId, until: pause.until, whole: pause.invoice === null }
            : null,
          policy: policy?.name ?? null,
          call: openCall(notices),
        },
      ];
    })
    .sort((a, b) => b.daysOverdue - a.daysOverdue);
}

/** The call of an invoice that is still to be made. */
const openCall = (notices: readonly StoredNotice[]): string | null =>
  notices.find(({ channel, leads, callOutcome }) => channel === 'call' && leads && callOutcome === null)?.documentId ??
  null;
