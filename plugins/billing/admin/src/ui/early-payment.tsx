import { formatDate, formatMoney } from '@sanya/strapi-plugin-platform/kernel';
import { useLanguage, useSay } from '@sanya/strapi-plugin-platform/ui';

export interface EarlyPaymentProps {
  until: string;
  discount: string | null;
  currency: string;
}

/** What an invoice promises for paying it early. */
export function EarlyPayment({ until, discount, currency }: EarlyPaymentProps) {
  const say = useSay('billing');
  const language = useLanguage();
  return (
    <>
      {say('receive.early_until', {
        until: formatDate(until, language),
        discount: formatMoney(discount ?? '0', currency),
      })}
    </>
  );
}
