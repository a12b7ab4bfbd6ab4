import { moneyParam } from '@sanya/strapi-plugin-platform/kernel';
import type { Discrepancy, ProofCheck, Tools } from '@sanya/strapi-plugin-platform/kit';
import { QUOTE } from '../content-types/types';
import { quoteProofStore } from '../stores/quote-proof';

const text = (value: string | number | null | undefined): string => String(value ?? '');

/** An accepted quote has its order, of the total it promised. */
export const quoteProofChecks = ({ platform }: Tools): readonly ProofCheck[] => [
  {
    name: 'sales.quote-equals-order',
    run: async () =>
      (await quoteProofStore(platform.rows).quotesUnlikeOrders()).map((row): Discrepancy => {
        const missing = row.number === null;
        return {
          check: missing ? 'sales.quote-without-order' : 'sales.quote-equals-order',
          type: QUOTE,
          documentId: text(row.document),
          params: {
            quote: text(row.quote),
            ...(missing
              ? {}
              : {
                  order: text(row.number),
                  total: moneyParam(text(row.total), text(row.currency)),
                  ordered: moneyParam(text(row.ordered), text(row.currency)),
                }),
          },
        };
      }),
  },
];
