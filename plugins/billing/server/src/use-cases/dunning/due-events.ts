import type { NewEvent, Ref } from '@sanya/strapi-plugin-platform/kit';
import { INVOICE } from '../../content-types/types';

/** What is to be done with the services that an invoice bills: for those to do who know contracts. */
export const dueOf = (
  what: 'suspension' | 'resumption' | 'termination' | 'legal_action',
  { id, documentId, customer, number }: Ref & { customer: number; number: string },
  more: Record<string, unknown> = {},
): NewEvent => ({
  name: `invoice.${what}_due`,
  subject: { type: INVOICE, id, documentId },
  customer,
  after: { number, ...more },
});
