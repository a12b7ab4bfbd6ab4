import { conflict } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import {
  ALLOCATION,
  ALLOCATION_LINE,
  CERTIFICATE,
  CREDIT_NOTE,
  CREDIT_NOTE_LINE,
  INVOICE,
  INVOICE_LINE,
  PAYMENT,
  RECEIPT,
  SETTING,
  TAX_INVOICE,
  TAX_INVOICE_LINE,
} from '../content-types/types';
import { checkSettings } from '../domain/check-settings';

interface Context {
  uid: string;
  action: string;
  params: { data?: Record<string, unknown> };
}

const WRITES = new Set(['create', 'update', 'delete', 'clone', 'publish', 'unpublish', 'discardDraft']);

const BOOKS = new Set([
  INVOICE,
  INVOICE_LINE,
  PAYMENT,
  ALLOCATION,
  ALLOCATION_LINE,
  RECEIPT,
  TAX_INVOICE,
  TAX_INVOICE_LINE,
  CREDIT_NOTE,
  CREDIT_NOTE_LINE,
  CERTIFICATE,
]);

/**
 * Whoever may write everything in the content manager still may not write the books there: documents and money come
 * from actions, which know locks, numbers and tax points.
 */
export function registerDocumentGuards({ strapi }: Tools): void {
  strapi.documents.use((async (context: Context, next: () => Promise<unknown>) => {
    if (WRITES.has(context.action)) {
      if (BOOKS.has(context.uid)) throw conflict('billing.by_action_only');
      if (context.uid === SETTING) checkSettings(context.params.data ?? {});
    }
    return next();
  }) as never);
}
