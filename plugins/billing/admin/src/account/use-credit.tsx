import { useState } from 'react';
import { Button } from '@strapi/design-system';
import { useMay, useSay } from '@sanya/strapi-plugin-platform/ui';
import type { Account } from './account-figures';
import { UseCreditDialog } from './use-credit-dialog';

export interface UseCreditProps {
  /** Document id. */
  customer: string;
  account: Account | undefined;
  /** The invoice that is proposed alone; else the oldest due first. */
  invoice?: string;
  onDone: () => void;
}

/** Lays what a customer has over on open invoices; only where there is both. */
export function UseCredit({ customer, account, invoice, onDone }: UseCreditProps) {
  const say = useSay('billing');
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  if (!account || BigInt(account.credit) <= 0n || (account.due === '0' && account.offered === '0')) return null;
  if (!may('plugin::billing.payment.record')) return null;
  return (
    <>
      <Button variant="secondary" onClick={() => setOpen(true)}>
        {say('use_credit.use')}
      </Button>
      {isOpen && <UseCreditDialog {...{ customer, account, invoice, onDone }} onClose={() => setOpen(false)} />}
    </>
  );
}
