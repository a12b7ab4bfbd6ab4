import { useState } from 'react';
import { Flex } from '@strapi/design-system';
import { useParams } from 'react-router-dom';
import {
  ApprovalsOf,
  Failure,
  PageFrame,
  Panel,
  Timeline,
  useApi,
  useMay,
  useSay,
  Waiting,
  Zone,
} from '@sanya/strapi-plugin-platform/ui';
import type { Customer } from '../../types';
import { Contacts } from './contacts/contacts';
import { CustomerActions } from './customer-actions';
import { MergedInto, MergesOf } from './merge/merges-of';
import { CustomerFacts } from './customer-facts';

export function CustomerDetail() {
  const say = useSay('crm');
  const sayHouse = useSay('platform');
  const may = useMay();
  const { id = '' } = useParams();
  const [turn, setTurn] = useState(0);
  const {
    data: customer,
    error,
    reload,
  } = useApi<Customer>(`/crm/customers/${id}`, {
    populate: { class: true, mergedInto: { fields: ['code', 'name'] } },
  });

  if (error !== undefined) return <Failure message={error} />;
  if (!customer) return <Waiting />;
  const done = (): void => {
    reload();
    setTurn((before) => before + 1);
  };
  return (
    <PageFrame
      title={customer.name}
      subtitle={customer.code}
      back={{ to: '/plugins/crm/customers', label: say('customers.title') }}
      action={<CustomerActions customer={customer} onDone={done} />}
    >
      <Flex direction="column" alignItems="stretch" gap={6}>
        <MergedInto customer={customer} />
        <CustomerFacts customer={customer} />
        <ApprovalsOf id={id} />
        <Contacts customer={customer} />
        {may('plugin::crm.customer.merge') && <MergesOf id={id} key={`merges${turn}`} onDone={done} />}
        <Zone plugin="crm" page="customer" position="panels" id={id} />
        {may('plugin::crm.customer.read') && (
          <Panel title={sayHouse('timeline.title')}>
            <Timeline key={turn} mixed url={`/crm/customers/${id}/timeline`} />
          </Panel>
        )}
      </Flex>
    </PageFrame>
  );
}
