import { Typography } from '@strapi/design-system';
import { type Column, DateText, Money, StateBadge, TwoLines, useSay } from '@sanya/strapi-plugin-platform/ui';
import type { Payment } from '../../types';
import { gatewayName } from '../../ui/gateway-words';

/** How payments are told apart, in their own list and in the account of a customer. */
export function usePaymentColumns(): Column<Payment>[] {
  const say = useSay('billing');
  return [
    {
      key: 'received',
      title: say('field.received_on'),
      cell: (payment) => <DateText at={payment.receivedOn ?? payment.submittedAt} />,
    },
    {
      key: 'method',
      title: say('field.method'),
      cell: ({ method, gateway, bank, reference }) => (
        <TwoLines
          first={[say(`method.${method}`), gateway && gatewayName(gateway)].filter(Boolean).join(' · ')}
          second={[bank, reference].filter(Boolean).join(' · ')}
        />
      ),
    },
    {
      key: 'state',
      title: say('field.state'),
      cell: (payment) => <StateBadge state={payment.state} label={say(`payment.${payment.state}`)} />,
    },
    {
      key: 'withheld',
      title: say('field.withheld'),
      right: true,
      cell: (payment) =>
        payment.withheld !== '0' && <Money amount={payment.withheld} currency={payment.currency} tone="neutral600" />,
    },
    {
      key: 'amount',
      title: say('payments.amount'),
      right: true,
      cell: (payment) => (
        <Typography tag="span" fontWeight="semiBold">
          <Money amount={payment.amount} currency={payment.currency} />
        </Typography>
      ),
    },
  ];
}
