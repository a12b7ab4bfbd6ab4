import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { INVOICE, INVOICE_LINE } from '../content-types/types';
import type { PriceDerivation } from '../domain/derivation';
import type { InvoiceDraft, InvoiceDraftLine } from '../domain/invoice-draft';
import { lineColumns } from './line-columns';

interface DraftRow {
  state: string;
  customer: number | null;
  branch: number | null;
  currency: string;
  issuedOn: string | null;
  dueDate: string | null;
  poNumber: string | null;
  pricesIncludeTax: boolean;
  sourceType: string | null;
  sourceId: number | null;
  sourceDocumentId: string | null;
  sourceNumber: string | null;
  note: string | null;
}

type DraftLineRow = Omit<InvoiceDraftLine, 'derivation'> & { invoice: number; derivation: PriceDerivation | null };

export interface StoredDraft {
  state: string;
  draft: InvoiceDraft & { row: { id: number; documentId: string } };
}

/** Invoices that staff drafted, as drafts to be issued. */
export async function loadDrafts(platform: Platform, ids: readonly number[]): Promise<StoredDraft[]> {
  const { rows } = platform;
  const found = await rows.byIds<DraftRow>(INVOICE, ids);
  const lines = await rows.find<DraftLineRow>(
    INVOICE_LINE,
    (query, column) =>
      void query
        .whereIn(column('invoice'), [...ids])
        .orderBy(column('position'))
        .orderBy(column('id')),
  );
  return found.map((row) => ({
    state: row.state,
    draft: {
      customer: row.customer ?? 0,
      branch: row.branch,
      currency: row.currency,
      issuedOn: row.issuedOn ?? undefined,
      dueDate: row.dueDate ?? undefined,
      poNumber: row.poNumber,
      pricesIncludeTax: row.pricesIncludeTax,
      source:
        row.sourceType && row.sourceId && row.sourceDocumentId
          ? { type: row.sourceType, id: row.sourceId, documentId: row.sourceDocumentId, number: row.sourceNumber }
          : null,
      note: row.note,
      row: { id: row.id, documentId: row.documentId },
      lines: lines
        .filter((line) => line.invoice === row.id)
        .map((line) => ({
          sourceLine: line.sourceLine,
          description: line.description,
          details: line.details,
          kind: line.kind,
          quantity: line.quantity,
          unit: line.unit,
          unitPrice: line.unitPrice,
          discount: line.discount,
          taxCategory: line.taxCategory,
          incomeKind: line.incomeKind,
          derivation: line.derivation && {
            price: line.derivation.price,
            options: line.derivation.options,
            discounts: line.derivation.discounts,
          },
        })),
    },
  }));
}

/** Writes drafts with their lines: no number, no parties, no amounts yet. */
export async function writeDrafts(platform: Platform, drafts: readonly InvoiceDraft[]) {
  const refs = await platform.rows.insert(
    INVOICE,
    drafts.map((draft) => ({
      state: 'draft',
      customer: draft.customer,
      branch: draft.branch,
      currency: draft.currency,
      issuedOn: draft.issuedOn ?? null,
      dueDate: draft.dueDate ?? null,
      poNumber: draft.poNumber ?? null,
      pricesIncludeTax: draft.pricesIncludeTax,
      note: draft.note ?? null,
      net: 0n,
      tax: 0n,
      total: 0n,
      amountDue: 0n,
    })),
  );
  await platform.rows.insert(
    INVOICE_LINE,
    drafts.flatMap((draft, index) =>
      draft.lines.map((line, place) => ({
        invoice: refs[index]?.id,
        issued: false,
        ...lineColumns(line, place),
        ratePpm: 0,
        net: 0n,
        tax: 0n,
        total: 0n,
        derivation: line.derivation ?? null,
      })),
    ),
  );
  return refs;
}
