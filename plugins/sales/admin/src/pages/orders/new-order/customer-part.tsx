import { useState } from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { formatPhone } from '@sanya/strapi-plugin-platform/kernel';
import { Facts, Money, Panel, SearchPicker, useApi, useMay, useSay } from '@sanya/strapi-plugin-platform/ui';
import { activeCustomers } from '../../../active-customers';
import { NewCustomer } from './new-customer';
import type { Customer } from './types';

interface Account {
  currency: string;
  due: string;
  overdue: string;
  credit: string;
}

interface CustomerPartProps {
  customer: Customer | undefined;
  error: string | undefined;
  /** Absent: whose it is stays. */
  onChoose?: (customer: Customer | undefined) => void;
}

/** Who orders: found, or made on the spot; how they pay and stand. */
export function CustomerPart({ customer, error, onChoose }: CustomerPartProps) {
  const say = useSay('sales');
  const may = useMay();
  const [making, setMaking] = useState(false);
  const { data: account } = useApi<Account>(
    customer && may('plugin::billing.account.read') ? `/billing/customers/${customer.documentId}/account` : null,
  );

  const { data: credit } = useApi<{ currency: string; available: string | null }>(
    customer && may('plugin::billing.credit.read') ? `/billing/customers/${customer.documentId}/credit` : null,
  );

  if (customer) {
    const days = customer.creditTermsDays ?? 0;
    return (
      <Panel
        title={`${customer.name} · ${customer.code}`}
        aside={
          onChoose && (
            <Button variant="tertiary" onClick={() => onChoose(undefined)}>
              {say('new.other_customer')}
            </Button>
          )
        }
      >
        <Facts
          columns={4}
          facts={[
            [say('new.terms'), days > 0 ? say('new.terms_credit', { days }) : say('new.terms_now')],
            [say('new.due'), account && <Money key="due" amount={account.due} currency={account.currency} />],
            [
              say('new.overdue'),
              account && account.overdue !== '0' && (
                <Money key="overdue" amount={account.overdue} currency={account.currency} tone="danger600" />
              ),
            ],
            [
              say('new.credit_left'),
              days > 0 && credit?.available && (
                <Money
                  key="available"
                  amount={credit.available}
                  currency={credit.currency}
                  tone={credit.available.startsWith('-') ? 'danger600' : 'neutral800'}
                />
              ),
            ],
            [say('field.tax_id'), customer.taxId],
            [say('field.phone'), customer.phone],
          ]}
        />
      </Panel>
    );
  }
  return (
    <Panel title={say('field.customer')}>
      <Flex gap={4} alignItems="flex-end" wrap="wrap">
        <Box flex="1" minWidth="24rem">
          <SearchPicker<Customer>
            name="customer"
            label={say('new.find_customer')}
            placeholder={say('new.find_customer_by')}
            url="/crm/customers"
            asked={activeCustomers}
            keyOf={(one) => one.documentId}
            show={(one) => (
              <Flex justifyContent="space-between" gap={4}>
                <Typography fontWeight="semiBold">{one.name}</Typography>
                <Typography variant="pi" textColor="neutral600">
                  {[one.code, one.taxId, formatPhone(one.phone)].filter(Boolean).join(' · ')}
                </Typography>
              </Flex>
            )}
            onChoose={(one) => onChoose?.(one)}
            nothing={say('new.no_customer')}
            error={error}
          />
        </Box>
        {may('plugin::crm.customer.create') && (
          <Button size="L" variant="secondary" startIcon={<Plus />} onClick={() => setMaking(true)}>
            {say('new.make_customer')}
          </Button>
        )}
      </Flex>
      {making && (
        <NewCustomer
          onClose={() => setMaking(false)}
          onMade={(made) => {
            setMaking(false);
            onChoose?.(made);
          }}
        />
      )}
    </Panel>
  );
}
