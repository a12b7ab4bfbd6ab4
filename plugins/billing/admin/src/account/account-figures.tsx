import { Typography } from '@strapi/design-system';
import { Facts, Money, type Reading, useMay, useSay } from '@sanya/strapi-plugin-platform/ui';
import { type BillingDoors, useAnswer } from '../doors';

export type Account = BillingDoors['GET /billing/customers/:id/account']['answers'];

const FIGURES = ['due', 'overdue', 'credit', 'certificatesPending', 'chequesInHand', 'deposits'] as const;

/** How a customer stands, for whoever may know. */
export function useAccount(customer: string | undefined): Reading<Account> {
  const may = useMay();
  return useAnswer(
    'GET /billing/customers/:id/account',
    customer !== undefined && may('plugin::billing.account.read') ? { id: customer } : null,
  );
}

export function AccountFigures({ account, columns = 4 }: { account: Account | undefined; columns?: 1 | 4 }) {
  const say = useSay('billing');
  if (!account) return null;
  return (
    <Facts
      columns={columns}
      facts={[
        ...FIGURES.map(
          (key) =>
            [
              say(`account.${key}`),
              <Money
                key={key}
                amount={account[key]}
                currency={account.currency}
                strong
                tone={key === 'overdue' && account.overdue !== '0' ? 'danger600' : 'neutral800'}
              />,
            ] as const,
        ),
        [
          say('account.offered'),
          account.offered !== '0' && (
            <Money key="offered" amount={account.offered} currency={account.currency} strong />
          ),
        ],
        [
          say('account.chequesBounced'),
          account.chequesBounced > 0 && (
            <Typography key="bounced" textColor="danger600" fontWeight="bold">
              {account.chequesBounced}
            </Typography>
          ),
        ],
      ]}
    />
  );
}
