import { type Reading, useApi } from '@sanya/strapi-plugin-platform/ui';
import type { Invoice } from './types';

/** What a customer owes, by document id, what is due first on top; without one of them where that is named. */
export const useOpenInvoices = (customer: string, but?: string): Reading<Invoice[]> =>
  useApi<Invoice[]>('/billing/invoices', {
    filters: {
      state: { $eq: 'open' },
      customer: { documentId: { $eq: customer } },
      ...(but === undefined ? {} : { documentId: { $ne: but } }),
    },
    // What was credited is part of what may be deducted for paying early.
    populate: { creditNotes: true },
    sort: ['dueDate:asc', 'id:asc'],
    pagination: { pageSize: 100 },
  });
