import { Flex } from '@strapi/design-system';
import { useParams } from 'react-router-dom';
import { ApprovalsOf, Failure, PageFrame, useApi, useSay, Waiting, Zone } from '@sanya/strapi-plugin-platform/ui';
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
    <PageFrame
      title={customer.name}
      subtitle={customer.code}
      back={{ to: '/plugins/crm/customers', label: say('customers.title') }}
      action={<CustomerActions customer={customer} onDone={reload} />}
    >
      <Flex direction="column" alignItems="stretch" gap={6}>
        <CustomerFacts customer={customer} />
        <ApprovalsOf id={id} />
        <Contacts customer={customer} />
        <Zone plugin="crm" page="customer" position="panels" id={id} />
      </Flex>
    </PageFrame>
  );
}
