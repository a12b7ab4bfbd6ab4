import { useState } from 'react';
import { Button } from '@strapi/design-system';
import { useSay, useToday } from '@sanya/strapi-plugin-platform/ui';
import type { Account } from './account-figures';
import { StatementDialog } from './statement-dialog';

/** On the account of a customer: the way to its statement. */
export function CustomerStatement({ customer, account }: { customer: string; account: Account | undefined }) {
  const say = useSay('billing');
  const { today } = useToday();
  const [open, setOpen] = useState(false);
  if (!account) return null;
  return (
    <>
      <Button size="S" variant="tertiary" onClick={() => setOpen(true)}>
        {say('statement.open')}
      </Button>
      {open && <StatementDialog {...{ customer, today }} currency={account.currency} onClose={() => setOpen(false)} />}
    </>
  );
}
