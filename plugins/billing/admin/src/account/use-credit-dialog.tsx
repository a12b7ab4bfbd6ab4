import { useState } from 'react';
import { Checkbox, Typography } from '@strapi/design-system';
import { formatMoney } from '@sanya/strapi-plugin-platform/kernel';
import {
  DateText,
  Failure,
  FormDialog,
  freshKey,
  Money,
  Sums,
  useSay,
  useTell,
  Waiting,
} from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../doors';
import { TypingCell, TypingRow, TypingTable } from '../ui/typing-table';
import type { Invoice } from '../types';
import { useOpenInvoices } from '../use-open-invoices';
import { usesOf } from '../using-credit';
import type { Account } from './account-figures';

export interface UseCreditDialogProps {
  customer: string;
  account: Account;
  invoice: string | undefined;
  onClose: () => void;
  onDone: () => void;
}

/** What the customer has over, on which invoices it would go, and what is open of them afterwards. */
export function UseCreditDialog({ customer, account, invoice: only, onClose, onDone }: UseCreditDialogProps) {
  const say = useSay('billing');
  const tell = useTell();
  const ask = useAsk();
  const [key] = useState(freshKey);
  const [picked, setPicked] = useState<Record<string, boolean>>({});
  const { currency } = account;
  const { data: invoices, error } = useOpenInvoices(customer);
  // What is only offered is taken by whoever chooses it.
  const isChosen = ({ documentId }: Invoice): boolean =>
    picked[documentId] ?? (only === undefined ? !account.offers.includes(documentId) : documentId === only);
  const { uses, used, rest } = usesOf(BigInt(account.credit), invoices ?? [], isChosen);

  async function apply(): Promise<void> {
    const taken = uses.filter((one) => one.used > 0n).map((one) => one.invoice.documentId);
    const { applied } = await ask('POST /billing/customers/:id/use-credit', {
      id: customer,
      body: { invoices: taken },
      key,
    });
    tell(say('did.use_credit', { amount: formatMoney(applied, currency, { symbol: true }) }));
    onDone();
    onClose();
  }

  return (
    <FormDialog
      title={say('use_credit.title')}
      label={say('use_credit.use')}
      disabled={used === 0n}
      touched={Object.keys(picked).length > 0}
      onClose={onClose}
      onSubmit={apply}
    >
      {error !== undefined && <Failure message={error} />}
      {!invoices && error === undefined && <Waiting />}
      {invoices && (
        <>
          <TypingTable
            heads={[
              { text: '' },
              { text: say('field.invoice') },
              { text: say('field.due_date') },
              { text: say('field.due_amount'), right: true },
              { text: say('use_credit.taken'), right: true },
              { text: say('use_credit.open_after'), right: true },
            ]}
          >
            {uses.map(({ invoice, used: taken, left }) => (
              <TypingRow key={invoice.documentId}>
                <TypingCell>
                  <Checkbox
                    aria-label={say('use_credit.choose', { number: invoice.number ?? '' })}
                    checked={isChosen(invoice)}
                    onCheckedChange={(checked) =>
                      setPicked((before) => ({ ...before, [invoice.documentId]: checked === true }))
                    }
                  />
                </TypingCell>
                <TypingCell>
                  <Typography fontWeight="semiBold">{invoice.number}</Typography>
                </TypingCell>
                <TypingCell>
                  <Typography>
                    <DateText at={invoice.dueDate} />
                  </Typography>
                </TypingCell>
                <TypingCell right>
                  <Money amount={invoice.amountDue} currency={currency} />
                </TypingCell>
                <TypingCell right>{taken > 0n && <Money amount={taken} currency={currency} />}</TypingCell>
                <TypingCell right>
                  <Money amount={left} currency={currency} tone={left === 0n ? 'success600' : 'neutral800'} />
                </TypingCell>
              </TypingRow>
            ))}
          </TypingTable>
          <Sums
            rows={[
              [say('use_credit.available'), <Money key="credit" amount={account.credit} currency={currency} />],
              [say('use_credit.used'), <Money key="used" amount={used} currency={currency} strong />],
              [say('use_credit.rest'), <Money key="rest" amount={rest} currency={currency} />],
            ]}
          />
          <Typography variant="pi" textColor="neutral600">
            {say('use_credit.explained')}
          </Typography>
        </>
      )}
    </FormDialog>
  );
}
