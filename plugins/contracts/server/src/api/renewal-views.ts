import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { CONTRACT, DECLINE_REASON, INVOICE } from '../content-types/types';
import { reasonName } from '../domain/decline-reason';
import { contractsStore } from '../stores/contracts';
import { type RenewalRow, renewalsStore } from '../stores/renewals';

interface InvoiceRow {
  number: string | null;
  state: string;
  amountDue: bigint;
  dueDate: string | null;
}

/** A renewal as it stands, by row id. */
export async function renewalView(platform: Platform, id: number) {
  const { rows } = platform;
  const [renewal] = await renewalsStore(rows).byIds([id]);
  if (!renewal) return undefined;
  const [contract] = await contractsStore(rows).byIds([renewal.contract]);
  if (!contract) return undefined;
  const one = async <T>(uid: string, of: number | null, fields: string[]) =>
    of === null ? undefined : (await rows.byIds<T>(uid, [of], { fields }))[0];
  const invoice = await one<InvoiceRow>(INVOICE, renewal.invoice, ['number', 'state', 'amountDue', 'dueDate']);
  const reason = await one<{ name: string; nameEn: string | null }>(DECLINE_REASON, renewal.reason, ['name', 'nameEn']);
  const successor = await one<object>(CONTRACT, renewal.successor, []);
  const {
    documentId,
    state,
    term,
    termEndsOn,
    startsOn,
    endsOn,
    currency,
    price,
    notices,
    note,
    decidedOn,
  }: RenewalRow = renewal;
  return {
    ...{ id, documentId, state, term, termEndsOn, startsOn, endsOn, currency, price, notices, note, decidedOn },
    contract: { documentId: contract.documentId, number: contract.number, endsOn: contract.endsOn },
    invoice: invoice
      ? {
          ...{ documentId: invoice.documentId, number: invoice.number, state: invoice.state },
          ...{ amountDue: invoice.amountDue, dueDate: invoice.dueDate },
        }
      : null,
    reason: reason ? reasonName(reason, platform.caller().language) : null,
    successor: successor?.documentId ?? null,
  };
}
