import { Facts, Money, useMay, useSay } from '@sanya/strapi-plugin-platform/ui';
import { useAnswer } from '../doors';

const FIGURES = ['due', 'overdue', 'credit', 'certificatesPending'] as const;

/** How a customer stands. */
export function AccountFigures({ customer }: { customer: string }) {
  const say = useSay('billing');
  const may = useMay();
  const { data } = useAnswer(
    'GET /billing/customers/:id/account',
    may('plugin::billing.account.read') ? { id: customer } : null,
  );
  if (!data) return null;
  return (
    <Facts
      columns={4}
      facts={FIGURES.map((key) => [
        say(`account.${key}`),
        <Money
          key={key}
          amount={data[key]}
          currency={data.currency}
          strong
          tone={key === 'overdue' && data.overdue !== '0' ? 'danger600' : 'neutral800'}
        />,
      ])}
    />
  );
}
