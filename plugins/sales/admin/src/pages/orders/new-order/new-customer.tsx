import { useState } from 'react';
import {
  ChoiceField,
  FieldRow,
  FormDialog,
  freshKey,
  TextField,
  useClient,
  useSay,
} from '@sanya/strapi-plugin-platform/ui';
import { KnownCustomers } from './known-customers';
import type { Customer } from './types';

const KINDS = ['organisation', 'person', 'government'] as const;
const MARKS = ['name', 'taxId', 'branchCode', 'phone', 'email'] as const;
const ADDRESS = ['line1', 'subdistrict', 'district', 'province', 'postcode'] as const;

interface NewCustomerProps {
  onClose: () => void;
  onMade: (customer: Customer) => void;
}

/** As much of a customer as an order and its tax invoice need. */
export function NewCustomer({ onClose, onMade }: NewCustomerProps) {
  const say = useSay('sales');
  const { send } = useClient();
  const [key] = useState(freshKey);
  const [kind, setKind] = useState<string>('organisation');
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [address, setAddress] = useState<Record<string, string>>({});
  const of = (name: string): string => typed[name] ?? '';
  const type = (name: string) => (value: string) => setTyped((before) => ({ ...before, [name]: value }));

  const text = (name: string, required = false) => (
    <TextField name={name} label={say(`customer.${name}`)} required={required} value={of(name)} onChange={type(name)} />
  );
  const said = (name: string) => (of(name).trim() === '' ? {} : { [name]: of(name).trim() });
  const marks = Object.assign({}, ...MARKS.map(said)) as Record<string, string>;
  const written = Object.fromEntries(Object.entries(address).filter(([, value]) => value.trim() !== ''));

  return (
    <FormDialog
      title={say('new.make_customer')}
      label={say('new.customer_create')}
      disabled={of('name').trim() === ''}
      onClose={onClose}
      onSubmit={async () =>
        onMade(
          await send<Customer>(
            '/crm/customers',
            {
              kind,
              name: of('name').trim(),
              ...said('taxId'),
              ...said('branchCode'),
              ...said('phone'),
              ...said('email'),
              ...(Object.keys(written).length === 0 ? {} : { billingAddress: written }),
            },
            key,
          ),
        )
      }
    >
      <FieldRow>
        <ChoiceField
          name="kind"
          label={say('customer.kind')}
          value={kind}
          choices={KINDS.map((one) => [one, say(`kind.${one}`)] as const)}
          onChange={setKind}
        />
        {text('name', true)}
      </FieldRow>
      <FieldRow>
        {text('taxId')}
        {kind !== 'person' && text('branchCode')}
      </FieldRow>
      <FieldRow>
        {text('phone')}
        {text('email')}
      </FieldRow>
      <FieldRow>
        {ADDRESS.map((part) => (
          <TextField
            key={part}
            name={`billingAddress.${part}`}
            label={say(`address.${part}`)}
            value={address[part] ?? ''}
            onChange={(value) => setAddress((before) => ({ ...before, [part]: value }))}
          />
        ))}
      </FieldRow>
      <KnownCustomers marks={marks} onChoose={onMade} />
    </FormDialog>
  );
}
