import { Flex, Typography } from '@strapi/design-system';
import { DateText, LinkTo, useApi, useMay, useSay } from '@sanya/strapi-plugin-platform/ui';
import type { ChequeLine } from './cheque-types';

const MANY = 100;

/** What cheques in hand are meant to pay of invoices, by the document id of the invoice. */
export function useChequesInHand(filters: object | null): ReadonlyMap<string, ChequeLine[]> {
  const may = useMay()('plugin::content-manager.explorer.read', 'plugin::billing.cheque');
  const { data } = useApi<ChequeLine[]>(may && filters ? '/billing/cheque-lines' : null, {
    filters: { $and: [filters ?? {}, { cheque: { state: { $in: ['received', 'deposited'] } } }] },
    populate: { invoice: true, cheque: true },
    pagination: { pageSize: MANY },
  });
  const found = new Map<string, ChequeLine[]>();
  for (const line of data ?? []) {
    const id = line.invoice?.documentId ?? '';
    found.set(id, [...(found.get(id) ?? []), line]);
  }
  return found;
}

/** A cheque in hand: its number and the day from which it can be good. */
export function ChequeInHand({ lines }: { lines: readonly ChequeLine[] | undefined }) {
  const say = useSay('billing');
  if (!lines || lines.length === 0) return null;
  return (
    <Flex direction="column" alignItems="flex-start">
      {lines.map(
        ({ cheque }) =>
          cheque && (
            <Typography key={cheque.documentId} variant="pi" textColor="warning600">
              {say('cheque.in_hand')}{' '}
              <LinkTo to={`/plugins/billing/cheques/${cheque.documentId}`}>{cheque.number}</LinkTo>{' '}
              <DateText at={cheque.chequeDate} />
            </Typography>
          ),
      )}
    </Flex>
  );
}
