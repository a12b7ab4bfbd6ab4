import { useState } from 'react';
import { Box, Checkbox, Flex, Typography } from '@strapi/design-system';
import { min } from '@sanya/strapi-plugin-platform/kernel';
import { DateText, Failure, FormDialog, Money, SearchPicker, useApi, useSay } from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import type { Customer, Invoice } from '../../types';
import type { Line } from './types';

export interface AssignDialogProps {
  line: Line;
  onClose: () => void;
  onDone: () => void;
}

/** How much of the line each chosen invoice takes, in the order chosen. */
function partsOf(amount: bigint, chosen: readonly Invoice[]): { invoice: string; amount: bigint }[] {
  let left = amount;
  return chosen.flatMap(({ documentId, amountDue }) => {
    const part = min(left, BigInt(amountDue));
    left -= part;
    return part > 0n ? [{ invoice: documentId, amount: part }] : [];
  });
}

/** Whose the money is, found by name or by the number of an invoice, and what it is laid on. */
export function AssignDialog({ line, onClose, onDone }: AssignDialogProps) {
  const say = useSay('billing');
  const ask = useAsk();
  const [customer, setCustomer] = useState<Pick<Customer, 'documentId' | 'name'>>();
  const [chosen, setChosen] = useState<Invoice[]>([]);
  const { data: open, error } = useApi<Invoice[]>(customer ? '/billing/invoices' : null, {
    filters: { customer: { documentId: { $eq: customer?.documentId } }, state: { $eq: 'open' } },
    sort: ['dueDate:asc', 'id:asc'],
    pagination: { pageSize: 100 },
  });
  const parts = partsOf(BigInt(line.amount), chosen);
  const rest = BigInt(line.amount) - parts.reduce((all, { amount }) => all + amount, 0n);

  async function apply(): Promise<void> {
    const allocations = parts.map(({ invoice, amount }) => ({ invoice, amount: String(amount) }));
    const { left } = await ask('POST /billing/statements/:id/apply', {
      id: line.statement,
      body: {
        lines: [
          { line: line.documentId, customer: customer?.documentId, ...(allocations.length > 0 && { allocations }) },
        ],
      },
    });
    const [refused] = left;
    if (refused) throw new Error(refused.message);
    onDone();
  }

  return (
    <FormDialog
      title={say('statements.assign')}
      label={say('statements.apply_one')}
      disabled={!customer}
      touched={customer !== undefined}
      onClose={onClose}
      onSubmit={apply}
    >
      <Flex justifyContent="space-between" gap={4}>
        <Typography>{line.payerName ?? line.description}</Typography>
        <Money amount={line.amount} currency={line.currency} strong />
      </Flex>
      <SearchPicker<Customer>
        name="customer"
        label={say('field.customer')}
        placeholder={say('receive.customer_search')}
        url="/crm/customers"
        asked={(text) => ({
          filters: { $or: ['name', 'code', 'taxId'].map((key) => ({ [key]: { $containsi: text } })) },
          sort: 'name:asc',
        })}
        keyOf={({ documentId }) => documentId}
        show={({ name, code }) => `${name} · ${code}`}
        onChoose={(one) => {
          setCustomer(one);
          setChosen([]);
        }}
        nothing={say('receive.no_customer')}
      />
      <SearchPicker<Invoice>
        name="invoice"
        label={say('statements.or_invoice')}
        placeholder={say('statements.invoice_search')}
        url="/billing/invoices"
        asked={(text) => ({
          filters: { state: { $eq: 'open' }, number: { $containsi: text } },
          populate: { customer: true },
          sort: 'dueDate:asc',
        })}
        keyOf={({ documentId }) => documentId}
        show={({ number, customer: whose }) => `${number ?? ''} · ${whose?.name ?? ''}`}
        onChoose={(invoice) => {
          if (!invoice.customer) return;
          setCustomer(invoice.customer);
          setChosen((before) =>
            customer?.documentId === invoice.customer?.documentId
              ? [...before.filter((one) => one.documentId !== invoice.documentId), invoice]
              : [invoice],
          );
        }}
        nothing={say('invoices.empty')}
      />
      {error !== undefined && <Failure message={error} />}
      {customer && (
        <Box>
          <Typography tag="p" fontWeight="bold">
            {customer.name}
          </Typography>
          {(open ?? []).map((invoice) => (
            <Flex key={invoice.documentId} justifyContent="space-between" gap={4} paddingTop={2}>
              <Checkbox
                checked={chosen.some(({ documentId }) => documentId === invoice.documentId)}
                onCheckedChange={(checked) =>
                  setChosen((before) => {
                    const others = before.filter(({ documentId }) => documentId !== invoice.documentId);
                    return checked === true ? [...others, invoice] : others;
                  })
                }
              >
                {invoice.number ?? ''}
              </Checkbox>
              <Typography textColor="neutral600">
                <DateText at={invoice.dueDate} />
              </Typography>
              <Money amount={invoice.amountDue} currency={invoice.currency} />
            </Flex>
          ))}
          <Typography tag="p" textColor="neutral600" style={{ paddingTop: '1rem' }}>
            {parts.length === 0 ? say('statements.oldest_first') : say('statements.rest_is_credit')}{' '}
            {parts.length > 0 && <Money amount={rest} currency={line.currency} />}
          </Typography>
        </Box>
      )}
    </FormDialog>
  );
}
