import {
  ApprovalsOf,
  DetailPage,
  Panel,
  Timeline,
  UnreadPage,
  useDetail,
  useMay,
  useSay,
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
  const {
    id,
    data: customer,
    error,
    turn,
    again: done,
  } = useDetail<Customer>('/crm/customers', {
    populate: { class: true, mergedInto: { fields: ['code', 'name'] } },
  });

  const back = { to: '/plugins/crm/customers', label: say('customers.title') };
  if (!customer) return <UnreadPage error={error} back={back} />;
  return (
    <DetailPage
      title={customer.name}
      subtitle={customer.code}
      back={back}
      action={<CustomerActions customer={customer} onDone={done} />}
    >
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
    </DetailPage>
  );
}
