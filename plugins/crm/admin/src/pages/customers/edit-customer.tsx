import { useRef } from 'react';
import { type Sent, UnreadPage, useDetail, useMay, useSay } from '@sanya/strapi-plugin-platform/ui';
import { changesOf, type CustomerValues, valuesOf } from '../../customer-values';
import { useAsk } from '../../doors';
import type { Customer } from '../../types';
import { CustomerForm } from './form/customer-form';

/** Reads the customer once: what somebody else writes meanwhile does not change the fields under one's hands. */
export function EditCustomer() {
  const say = useSay('crm');
  const { data, error } = useDetail<Customer>('/crm/customers', { populate: { class: true } });
  if (!data) return <UnreadPage error={error} back={{ to: '/plugins/crm/customers', label: say('customers.title') }} />;
  return <Edit customer={data} />;
}

function Edit({ customer }: { customer: Customer }) {
  const say = useSay('crm');
  const may = useMay();
  const ask = useAsk();
  const before = valuesOf(customer);
  // Facts, credit and owner are three actions: what was done before one was refused is not done again.
  const saved = useRef(before);
  const { documentId: id } = customer;
  const page = `/plugins/crm/customers/${id}`;

  async function save(values: CustomerValues): Promise<Sent> {
    const rights = { credit: may('plugin::crm.customer.credit'), assign: may('plugin::crm.customer.assign') };
    const { creditTermsDays, creditLimit, earlyPayment, owner } = saved.current;
    let isWaiting = false;
    const changes = changesOf(saved.current, values, rights);
    if (changes.facts) {
      isWaiting = Boolean((await ask('PUT /crm/customers/:id', { id, body: changes.facts })).approval);
    }
    saved.current = { ...values, creditTermsDays, creditLimit, earlyPayment, owner };
    if (changes.credit) await ask('POST /crm/customers/:id/credit', { id, body: changes.credit });
    saved.current = { ...values, owner };
    if (changes.owner) await ask('POST /crm/customers/:id/assign', { id, body: changes.owner });
    saved.current = values;
    return { to: page, message: say(isWaiting ? 'form.saved_waits' : 'form.saved') };
  }

  return (
    <CustomerForm
      title={say('form.edit')}
      own={customer.documentId}
      before={before}
      from={{ to: page, label: `${customer.code} ${customer.name}` }}
      send={save}
    />
  );
}
