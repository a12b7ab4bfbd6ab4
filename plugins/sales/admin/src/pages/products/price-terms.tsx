import { Typography } from '@strapi/design-system';
import { formatMoney } from '@sanya/strapi-plugin-platform/kernel';
import { useSay } from '@sanya/strapi-plugin-platform/ui';
import type { Price } from '../../types';

/** How a price follows the quantity and the time, one line each; nothing where it simply holds. */
export function PriceTerms({ price, unit }: { price: Price; unit: string }) {
  const say = useSay('sales');
  const money = (amount: string): string => formatMoney(amount, price.currency);
  const lines = [
    ...(price.tiers === null
      ? []
      : [
          say(`price_model.${price.model}`),
          ...price.tiers.map(({ from, unitPrice }) => say('price.tier_shown', { from, unit, price: money(unitPrice) })),
        ]),
    ...(price.setupFee === null ? [] : [say('price.setup_shown', { fee: money(price.setupFee) })]),
    ...(price.trialDays === null ? [] : [say('price.trial_shown', { days: price.trialDays })]),
    ...(price.minimumMonths === null ? [] : [say('price.minimum_shown', { months: price.minimumMonths })]),
  ];
  return (
    <>
      {lines.map((line) => (
        <Typography key={line} tag="div" variant="pi" textColor="neutral600" style={{ whiteSpace: 'normal' }}>
          {line}
        </Typography>
      ))}
    </>
  );
}
