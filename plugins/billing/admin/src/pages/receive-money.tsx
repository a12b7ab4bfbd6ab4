import { useState } from 'react';
import { Flex } from '@strapi/design-system';
import { Page } from '@strapi/strapi/admin';
import { useSearchParams } from 'react-router-dom';
import { PageFrame, useApi, useSay, Waiting } from '@sanya/strapi-plugin-platform/ui';
import type { Customer } from '../types';
import { CustomerAccount } from './receive/account';
import { CustomerPicker } from './receive/customer-picker';
import { Receipt } from './receive/receipt';

/** One payment of a customer on as many invoices as it was meant for. */
export default function ReceiveMoney() {
  const say = useSay('billing');
  const [query, setQuery] = useSearchParams();
  const asked = query.get('customer');
  const note = query.get('note');
  const { data: customer } = useApi<Customer>(asked === null ? null : `/crm/customers/${asked}`);
  const [turn, setTurn] = useState(0);

  return (
    <Page.Protect permissions={[{ action: 'plugin::billing.payment.record', subject: null }]}>
      <PageFrame title={say('receive.title')} subtitle={say('receive.subtitle')}>
        {asked === null && <CustomerPicker onChoose={(chosen) => setQuery({ customer: chosen.documentId })} />}
        {asked !== null && !customer && <Waiting />}
        {asked !== null && customer && (
          // What was posted changes both the account and what is open: begin anew.
          <Flex key={turn} direction="column" alignItems="stretch" gap={6}>
            <CustomerAccount customer={customer} onOther={() => setQuery({})} />
            <Receipt
              customer={customer}
              note={turn === 0 ? note : null}
              onDone={() => setTurn((before) => before + 1)}
            />
          </Flex>
        )}
      </PageFrame>
    </Page.Protect>
  );
}
