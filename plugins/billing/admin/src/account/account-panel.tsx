import { useState } from 'react';
import { Flex, Typography } from '@strapi/design-system';
import { useNavigate } from 'react-router-dom';
import { type Column, LinkTo, Panel, ReadTable, useApi, useMay, useSay } from '@sanya/strapi-plugin-platform/ui';
import { useInvoiceColumns } from '../invoice-columns';
import { usePaymentColumns } from '../pages/payments/payment-columns';
import type { Invoice, Payment } from '../types';
import { AccountFigures, useAccount } from './account-figures';
import { CustomerStatement } from './customer-statement';
import { UseCredit } from './use-credit';

interface NewestProps<Row> {
  title: string;
  url: string;
  customer: string;
  columns: readonly Column<Row>[];
}

/** The last ten; the newest on top. */
function Newest<Row extends { documentId: string }>({ title, url, customer, columns }: NewestProps<Row>) {
  const say = useSay('billing');
  const navigate = useNavigate();
  const reading = useApi<Row[]>(url, {
    filters: { customer: { documentId: { $eq: customer } } },
    sort: 'id:desc',
    pagination: { pageSize: 10 },
  });
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography variant="epsilon" tag="h3" fontWeight="semiBold">
        {title}
      </Typography>
      <ReadTable
        whole
        reading={reading}
        columns={columns}
        keyOf={(row) => row.documentId}
        onOpen={(row) => navigate(`/plugins${url}/${row.documentId}`)}
        empty={say('account.none')}
      />
    </Flex>
  );
}

/** On the page of a customer: what is owed, invoiced and paid. */
export default function AccountPanel({ id }: { id: string }) {
  const say = useSay('billing');
  const may = useMay();
  const invoices = useInvoiceColumns();
  const payments = usePaymentColumns();
  const [turn, setTurn] = useState(0);
  const account = useAccount(id);
  const sees = (type: string): boolean => may('plugin::content-manager.explorer.read', type);
  if (!sees('plugin::billing.invoice')) return null;
  const done = (): void => {
    account.reload();
    setTurn((before) => before + 1);
  };
  return (
    <Panel
      title={say('account.title')}
      aside={
        <Flex gap={4} wrap="wrap">
          {may('plugin::billing.account.read') && <CustomerStatement customer={id} account={account.data} />}
          {may('plugin::billing.payment.record') && (
            <>
              <UseCredit customer={id} account={account.data} onDone={done} />
              <LinkTo to={`/plugins/billing/receive-money?customer=${id}`}>{say('account.receive')}</LinkTo>
            </>
          )}
        </Flex>
      }
    >
      <Flex key={turn} direction="column" alignItems="stretch" gap={6}>
        <AccountFigures account={account.data} />
        <Newest<Invoice> title={say('account.invoices')} url="/billing/invoices" customer={id} columns={invoices} />
        <LinkTo to={`/plugins/billing/invoices?customer=${id}`}>{say('account.all_invoices')}</LinkTo>
        {sees('plugin::billing.payment') && (
          <Newest<Payment> title={say('account.payments')} url="/billing/payments" customer={id} columns={payments} />
        )}
      </Flex>
    </Panel>
  );
}
