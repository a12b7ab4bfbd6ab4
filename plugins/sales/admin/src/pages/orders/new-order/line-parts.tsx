import { Box, Typography } from '@strapi/design-system';
import { formatMoney } from '@sanya/strapi-plugin-platform/kernel';
import type { PricedPart } from './types';

/** How a line is made where it has several unit prices, and what to tell the customer of them. */
export function LineParts({ parts, currency }: { parts: readonly PricedPart[]; currency: string }) {
  return (
    <Box paddingTop={parts.length > 1 || parts.some(({ hints }) => hints.length > 0) ? 3 : 0}>
      {parts.length > 1 &&
        parts.map((part, index) => (
          <Typography key={index} tag="p" variant="pi" textColor="neutral600">
            {`${part.description}: ${part.quantity} ${part.unit} × ${formatMoney(part.unitPrice, currency)}`}
          </Typography>
        ))}
      {parts
        .flatMap(({ hints }) => hints)
        .map(({ message }) => (
          <Typography key={message} tag="p" variant="pi" textColor="success600" role="status">
            {message}
          </Typography>
        ))}
    </Box>
  );
}
