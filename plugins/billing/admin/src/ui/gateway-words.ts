import { useSay } from '@sanya/strapi-plugin-platform/ui';

/** As they write themselves, in every language. */
const NAMES: Readonly<Record<string, string>> = { stripe: 'Stripe', omise: 'Omise' };

export const gatewayName = (gateway: string): string => NAMES[gateway] ?? gateway;

/** What gateways say most; anything else stands as they say it. */
const REASONS = ['never_reached', 'abandoned', 'expired', 'card_declined', 'insufficient_funds', 'expired_card'];

export function useFailReason(): (reason: string) => string {
  const say = useSay('billing');
  return (reason) => (REASONS.includes(reason) ? say(`fail.${reason}`) : reason);
}
