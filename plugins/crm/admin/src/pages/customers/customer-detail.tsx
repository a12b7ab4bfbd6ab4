import { Flex } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useParams } from 'react-router-dom';
import { BackTo, Failure, useApi, useSay, Waiting, Zone } from '@sanya/strapi-plugin-platform/ui';
import type { Customer } from '../../types';
import { Contacts } from './contacts/contacts';
import { CustomerActions } from './customer-actions';
import { CustomerFacts } from './customer-facts';

export function CustomerDetail() {
  const say = useSay('crm');
  const { id = '' } = useParams();
  const { data: customer, error, reload } = useApi<Customer>(`/crm/customers/${id}`, { populate: { class: true } });

  if (error !== undefined) return <Failure message={error} />;
  if (!customer) return <Waiting />;
  return (
    <Page.Main>
      <Page.Title>{customer.name}</Page.Title>
      <Layouts.Header
        title={customer.name}
        subtitle={customer.code}
        navigationAction={<BackTo to="/plugins/crm/customers">{say('customers.title')}</BackTo>}
        primaryAction={<CustomerActions customer={customer} onDone={reload} />}
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6}>
          <CustomerFacts customer={customer} />
          <Contacts customer={customer} />
          <Zone plugin="crm" page="customer" position="panels" id={id} />
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}
