import { useApi, useMay } from '@sanya/strapi-plugin-platform/ui';
import { stillDue } from '../../../../server/src/domain/still-due';

const READ = 'plugin::content-manager.explorer.read';
const NOT_DRAFT = { state: { $notIn: ['draft', 'discarded'] } };

interface Kept {
  documentId: string;
  number: string | null;
  state: string;
  issuedOn: string | null;
  currency: string;
  /** Minor units as text. */
  total: string;
}

interface Owed extends Kept {
  amountDue: string;
}

/** An invoice, credit note or debit note of an order; `open` is what is still owed on it. */
export interface OrderPaper extends Kept {
  kind: 'invoice' | 'credit-note' | 'debit-note';
  open: string | null;
}

export interface OrderPapers {
  papers: readonly OrderPaper[];
  /** Of all of them; absent where the reader sees no invoices, or while they are read. */
  due: bigint | undefined;
  reload: () => void;
}

/** All that was asked for an order and taken off again: changing it makes further invoices and notes. */
export function useOrderPapers(order: string): OrderPapers {
  const may = useMay();
  const sees = (kind: string): boolean => may(READ, `plugin::billing.${kind}`);
  const more = { sort: ['issuedOn:asc', 'id:asc'], pagination: { pageSize: 100 } };
  const ofOrder = { sourceDocumentId: { $eq: order }, sourceType: { $eq: 'plugin::sales.order' } };
  const notes = { filters: { ...NOT_DRAFT, invoice: ofOrder }, ...more };
  const allowed = sees('invoice');
  const invoices = useApi<Owed[]>(allowed ? '/billing/invoices' : null, {
    filters: { ...NOT_DRAFT, ...ofOrder },
    ...more,
  });
  const credits = useApi<Kept[]>(allowed && sees('credit-note') ? '/billing/credit-notes' : null, notes);
  // What was charged too little is owed on an invoice of its own.
  const debits = useApi<(Kept & { payable?: Owed | null })[]>(
    allowed && sees('debit-note') ? '/billing/debit-notes' : null,
    { ...notes, populate: { payable: true } },
  );

  const openOf = ({ state, amountDue }: Owed): string | null => (state === 'open' ? amountDue : null);
  const owed = [...(invoices.data ?? []), ...(debits.data ?? []).flatMap(({ payable }) => payable ?? [])];
  return {
    papers: [
      ...(invoices.data ?? []).map((one) => ({ ...one, kind: 'invoice' as const, open: openOf(one) })),
      ...(credits.data ?? []).map((one) => ({ ...one, kind: 'credit-note' as const, open: null })),
      ...(debits.data ?? []).map(({ payable, ...one }) => ({
        ...one,
        kind: 'debit-note' as const,
        open: payable ? openOf(payable) : null,
      })),
    ],
    due: invoices.data && stillDue(owed),
    reload() {
      invoices.reload();
      credits.reload();
      debits.reload();
    },
  };
}
