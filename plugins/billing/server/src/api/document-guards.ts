import type { Core } from '@strapi/types';
import { conflict } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform, Tools } from '@sanya/strapi-plugin-platform/kit';
import {
  ALLOCATION,
  ALLOCATION_LINE,
  BANK_STATEMENT,
  BILLING_ARRANGEMENT,
  BILLING_NOTE,
  BILLING_NOTE_LINE,
  CHEQUE,
  CHEQUE_LINE,
  CERTIFICATE,
  CREDIT_NOTE,
  CREDIT_NOTE_LINE,
  CUSTOMER_STATEMENT,
  DEBIT_NOTE,
  DEBIT_NOTE_LINE,
  DEPOSIT,
  INVOICE,
  INVOICE_LINE,
  PAYER_ACCOUNT,
  PAYMENT,
  PAYMENT_METHOD,
  PRINTING,
  RECEIPT,
  REFUND,
  SETTING,
  STATEMENT_LINE,
  TAX_INVOICE,
  TAX_INVOICE_LINE,
  TAX_MONTH,
} from '../content-types/types';
import { checkSettings, type SettingsBefore } from '../domain/check-settings';

/** What billing asks of crm here. */
const customersOf = (strapi: Core.Strapi) =>
  strapi.plugin('crm').service('customers') as { countIn(currency: string): Promise<void> };

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
  PAYMENT_METHOD,
  ALLOCATION,
  ALLOCATION_LINE,
  RECEIPT,
  TAX_INVOICE,
  TAX_INVOICE_LINE,
  CREDIT_NOTE,
  CREDIT_NOTE_LINE,
  DEBIT_NOTE,
  DEBIT_NOTE_LINE,
  DEPOSIT,
  CERTIFICATE,
  PRINTING,
  CUSTOMER_STATEMENT,
  BANK_STATEMENT,
  STATEMENT_LINE,
  PAYER_ACCOUNT,
  BILLING_ARRANGEMENT,
  BILLING_NOTE,
  BILLING_NOTE_LINE,
  CHEQUE,
  CHEQUE_LINE,
  REFUND,
  TAX_MONTH,
]);

/** What the settings say now, and whether an invoice was written by them. */
async function settingsBefore(platform: Platform): Promise<SettingsBefore> {
  const setting = await platform.settings.read<Omit<SettingsBefore, 'invoiced'>>(SETTING);
  const [invoice] = await platform.rows.find(INVOICE, (query) => void query.limit(1), { fields: [] });
  return { ...setting, invoiced: invoice !== undefined };
}

/**
 * Whoever may write everything in the content manager still may not write the books there: documents and money come
 * from actions, which know locks, numbers and tax points.
 */
export function registerDocumentGuards({ strapi, platform }: Tools): void {
  strapi.documents.use((async (context: Context, next: () => Promise<unknown>) => {
    if (WRITES.has(context.action)) {
      if (BOOKS.has(context.uid)) throw conflict('billing.by_action_only');
      if (context.uid === SETTING) {
        const before = context.action === 'create' ? undefined : await settingsBefore(platform);
        const data = context.params.data ?? {};
        checkSettings(data, before, platform.clock.today());
        if (before && data.currency !== undefined && data.currency !== before.currency) {
          return platform.transaction(async () => {
            await customersOf(strapi).countIn(String(data.currency));
            return next();
          });
        }
      }
    }
    return next();
  }) as never);
}
