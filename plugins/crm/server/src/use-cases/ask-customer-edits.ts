import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { conflict, differences, notFound } from '@sanya/strapi-plugin-platform/kernel';
import { CUSTOMER } from '../content-types/types';
import { type CustomerRow, customerStore } from '../stores/customers';
import type { CustomerChange } from './update-customers';

/** A value as it is read: addresses on one line. */
const text = (value: unknown): string => {
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value === 'object') return Object.values(value).filter(Boolean).join(' ') || '–';
  return String(value);
};

/** What of a customer would be other than it is, as far as the change names it. */
const changed = (before: CustomerRow, change: CustomerChange['change']) => {
  const named = Object.entries(change).filter(([, value]) => value !== undefined);
  const now = Object.fromEntries(named.map(([name]) => [name, before[name as keyof CustomerRow]]));
  return differences(now, Object.fromEntries(named));
};

/** Asks whether customers may be changed so: the change is kept with the question, and made when it is granted. */
export const askCustomerEdits = ({ platform }: Pick<Tools, 'platform'>, changes: readonly CustomerChange[]) =>
  platform.transaction(async () => {
    const locked = new Map(
      (await customerStore(platform).lock(changes.map((one) => one.id))).map((row) => [row.id, row]),
    );
    const questions = changes.flatMap(({ id, change }) => {
      const before = locked.get(id);
      if (!before) throw notFound('customer.unknown');
      const differing = changed(before, change);
      return differing ? [{ before, change, differing }] : [];
    });
    const waiting = (
      await platform.approvals.of(
        CUSTOMER,
        questions.map(({ before }) => before.id),
      )
    ).find(({ state, kind }) => state === 'asked' && kind === 'customer-edit');
    if (waiting) throw conflict('customer.edit_waits', { params: { customer: waiting.subjectName } });
    return platform.approvals.ask(
      questions.map(({ before, change, differing }) => ({
        kind: 'customer-edit',
        subject: { type: CUSTOMER, id: before.id, documentId: before.documentId, name: before.name },
        customer: { id: before.id, name: before.name },
        words: Object.keys(differing.after).map((name) => ({
          code: 'approval.customer_edit.change',
          params: {
            what: { words: [`customer.field.${name}`] },
            before: text(differing.before[name]),
            after: text(differing.after[name]),
          },
        })),
        payload: change as Record<string, unknown>,
      })),
    );
  });
