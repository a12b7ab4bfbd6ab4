import { conflict, notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { NewEvent, Platform } from '@sanya/strapi-plugin-platform/kit';
import { INVOICE } from '../../content-types/types';
import { checkOpen, checkPromise } from '../../domain/dunning/promise';
import type { InvoiceFacts } from '../../domain/settlement';
import {
  endPauseRow,
  insertExemption,
  insertPromise,
  loadPause,
  type PauseKind,
  PAUSES,
} from '../../stores/dunning/pauses';
import { lockCustomers } from '../../stores/parties';
import { invoicesUnderLock } from '../invoices-under-lock';

const about = (invoice: InvoiceFacts, name: string, after: Record<string, unknown>): NewEvent => ({
  name,
  subject: { type: INVOICE, id: invoice.id, documentId: invoice.documentId },
  customer: invoice.customer,
  after: { number: invoice.number, ...after },
});

async function openInvoice(platform: Platform, id: number): Promise<InvoiceFacts> {
  const { invoices } = await invoicesUnderLock(platform, [id]);
  const [invoice] = invoices;
  if (!invoice) throw notFound('invoice.unknown');
  checkOpen(invoice);
  return invoice;
}

export interface Promised {
  until: string;
  note: string | null;
  /** All that the customer owes, not this invoice alone. */
  all: boolean;
}

/** The customer has promised to pay by a day: until it is over nobody is asked. */
export const promiseToPay = (platform: Platform, id: number, { until, note, all }: Promised): Promise<void> =>
  platform.transaction(async () => {
    checkPromise(until, platform.clock.today());
    const invoice = await openInvoice(platform, id);
    await insertPromise(platform, { customer: invoice.customer, invoice: all ? null : id, until, note });
    await platform.events.record([about(invoice, 'dunning.promised', { until, note, all })]);
  });

/** An invoice, or all of its customer, is asked for no more until that is ended. */
export const exempt = (platform: Platform, id: number, reason: string, all: boolean): Promise<void> =>
  platform.transaction(async () => {
    const invoice = await openInvoice(platform, id);
    await insertExemption(platform, { customer: invoice.customer, invoice: all ? null : id, reason });
    await platform.events.record([about(invoice, 'dunning.exempted', { reason, all })]);
  });

/** Ends a promise or an exemption before its time: dunning goes on where it would be. */
export const endPause = (platform: Platform, kind: PauseKind, id: number, reason: string): Promise<void> =>
  platform.transaction(async () => {
    const known = await loadPause(platform, kind, id);
    if (!known) throw notFound('dunning.unknown');
    await lockCustomers(platform, [known.customer]);
    const pause = await loadPause(platform, kind, id);
    if (pause?.endedAt !== null) throw conflict('dunning.ended_before');
    await endPauseRow(platform, kind, id, reason);
    await platform.events.record([
      {
        name: `dunning.${kind}_ended`,
        subject: { type: PAUSES[kind], id, documentId: pause.documentId },
        customer: pause.customer,
        after: { reason },
      },
    ]);
  });
