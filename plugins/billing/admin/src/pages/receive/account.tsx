import { Button } from '@strapi/design-system';
import { Facts, Money, Panel, useApi, useMay, useSay } from '@sanya/strapi-plugin-platform/ui';
import type { Customer } from '../../types';

interface Account {
  currency: string;
  due: string;
  overdue: string;
  credit: string;
  certificatesPending: string;
}

const FIGURES = ['due', 'overdue', 'credit', 'certificatesPending'] as const;

/** How the customer stands before the money is laid on anything. */
export function CustomerAccount({ customer, onOther }: { customer: Customer; onOther: () => void }) {
  const say = useSay('billing');
  const may = useMay();
  const { data } = useApi<Account>(
    may('plugin::billing.account.read') ? `/billing/customers/${customer.documentId}/account` : null,
  );
  return (
    <Panel
      title={`${customer.name} · ${customer.code}`}
      aside={
        <Button variant="tertiary" onClick={onOther}>
          {say('receive.other_customer')}
        </Button>
      }
    >
      {data && (
        <Facts
          columns={4}
          facts={FIGURES.map((key) => [
            say(`account.${key}`),
            <Money key={key} amount={data[key]} currency={data.currency} />,
          ])}
        />
      )}
    </Panel>
  );
}
