import { Button } from '@strapi/design-system';
import { Panel, useSay } from '@sanya/strapi-plugin-platform/ui';
import { AccountFigures, useAccount } from '../../account/account-figures';
import type { Customer } from '../../types';

/** How the customer stands before the money is laid on anything. */
export function CustomerAccount({ customer, onOther }: { customer: Customer; onOther: () => void }) {
  const say = useSay('billing');
  const { data: account } = useAccount(customer.documentId);
  return (
    <Panel
      title={`${customer.name} · ${customer.code}`}
      aside={
        <Button variant="tertiary" onClick={onOther}>
          {say('receive.other_customer')}
        </Button>
      }
    >
      <AccountFigures account={account} />
    </Panel>
  );
}
