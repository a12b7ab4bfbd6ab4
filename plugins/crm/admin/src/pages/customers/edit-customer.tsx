import { useRef } from 'react';
import { useParams } from 'react-router-dom';
import { Failure, type Sent, type Submitting, useApi, useMay, useSay, Waiting } from '@sanya/strapi-plugin-platform/ui';
import { changesOf, type CustomerValues, valuesOf } from '../../customer-values';
import { useAsk } from '../../doors';
import type { Customer } from '../../types';
import { CustomerForm } from './form/customer-form';

/** Reads the customer once: what somebody else writes meanwhile does not change the fields under one's hands. */
export function EditCustomer() {
  const { id = '' } = useParams();
  const { data, error } = useApi<Customer>(`/crm/customers/${id}`, { populate: { class: true } });
  if (error !== undefined) return <Failure message={error} />;
  if (!data) return <Waiting />;
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

  async function save(values: CustomerValues, { submit }: Submitting): Promise<Sent | undefined> {
    const rights = { credit: may('plugin::crm.customer.credit'), assign: may('plugin::crm.customer.assign') };
    const { creditTermsDays, creditLimit, owner } = saved.current;
    let isWaiting = false;
    const done = await submit(async () => {
      const changes = changesOf(saved.current, values, rights);
      if (changes.facts) {
        isWaiting = Boolean((await ask('PUT /crm/customers/:id', { id, body: changes.facts })).approval);
      }
      saved.current = { ...values, creditTermsDays, creditLimit, owner };
      if (changes.credit) await ask('POST /crm/customers/:id/credit', { id, body: changes.credit });
      saved.current = { ...values, owner };
      if (changes.owner) await ask('POST /crm/customers/:id/assign', { id, body: changes.owner });
      saved.current = values;
    });
    return done ? { to: page, message: say(isWaiting ? 'form.saved_waits' : 'form.saved') } : undefined;
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
