import { Badge, Box, Flex, Typography } from '@strapi/design-system';
import { LinkTo, Money, pageOf, useSay } from '@sanya/strapi-plugin-platform/ui';
import type { Proposal } from './types';

/** What the money may be of, and why. */
export function ProposalView({ proposal, currency }: { proposal: Proposal; currency: string }) {
  const say = useSay('billing');
  const { kind, customer, invoices, reasons } = proposal;
  return (
    <Box>
      <Flex gap={2} wrap="wrap">
        <Typography fontWeight="semiBold">{customer.name}</Typography>
        {kind !== 'invoices' && <Badge>{say(`statements.kind.${kind}`)}</Badge>}
      </Flex>
      {invoices.map(({ documentId, number, cash, withheld }) => (
        <Flex key={documentId} gap={2} wrap="wrap">
          <LinkTo to={pageOf('plugin::billing.invoice', documentId) ?? ''}>{number}</LinkTo>
          <Money amount={cash} currency={currency} />
          {withheld !== '0' && (
            <Typography textColor="neutral600">
              {`+ ${say('field.withheld')} `}
              <Money amount={withheld} currency={currency} tone="neutral600" />
            </Typography>
          )}
        </Flex>
      ))}
      <Typography tag="p" variant="pi" textColor="neutral600">
        {reasons.join(' · ')}
      </Typography>
    </Box>
  );
}
