import { useState } from 'react';
import { Typography } from '@strapi/design-system';
import { useNavigate } from 'react-router-dom';
import {
  ChoiceField,
  FieldRow,
  FormDialog,
  freshKey,
  SearchPicker,
  TextField,
  useMay,
  useSay,
  useSubmit,
  useTell,
} from '@sanya/strapi-plugin-platform/ui';
import { activeCustomers } from '../../active-customers';
import { useAsk } from '../../doors';
import type { QuoteRequest } from '../../quote-types';
import { KnownCustomers } from '../orders/new-order/known-customers';

const KINDS = ['organisation', 'person', 'government'] as const;
type Kind = (typeof KINDS)[number];
interface Named {
  documentId: string;
  name: string;
}

/** For whom the quote is: a customer who is there, or a new one of what was written; who may be the same is shown. */
export function QuoteDialog({ request, onClose }: { request: QuoteRequest; onClose: () => void }) {
  const say = useSay('sales');
  const may = useMay();
  const tell = useTell();
  const ask = useAsk();
  const navigate = useNavigate();
  const submitting = useSubmit();
  const { proposal } = request;
  const mayMake = may('plugin::crm.customer.create');
  const [key] = useState(freshKey);
  const [whose, setWhose] = useState<string>(request.customer || !mayMake ? 'existing' : 'new');
  const [customer, setCustomer] = useState<Named | null>(request.customer);
  const [kind, setKind] = useState<string>(proposal.kind);
  const [name, setName] = useState(proposal.name);
  const marks = Object.fromEntries(
    Object.entries({ name: name.trim(), email: proposal.email, phone: proposal.phone }).filter(([, value]) => value),
  ) as Record<string, string>;

  async function make(): Promise<void> {
    if (whose === 'existing' && !customer) {
      return submitting.refuse({ message: say('requests.no_customer'), field: 'customer' });
    }
    const body =
      whose === 'existing'
        ? { customer: customer?.documentId ?? '' }
        : { newCustomer: { kind: kind as Kind, name: name.trim() } };
    const made = await ask('POST /sales/quote-requests/:id/quote', { id: request.documentId, body, key });
    tell(say('requests.made'));
    navigate(`/plugins/sales/quotes/${made.documentId}`);
  }

  return (
    <FormDialog
      title={say('requests.make')}
      label={say('requests.make')}
      submitting={submitting}
      onClose={onClose}
      onSubmit={make}
    >
      {mayMake && (
        <ChoiceField
          name="whose"
          label={say('requests.whose')}
          value={whose}
          choices={(['new', 'existing'] as const).map((one) => [one, say(`requests.${one}`)] as const)}
          onChange={setWhose}
        />
      )}
      {whose === 'existing' ? (
        <>
          {customer && <Typography fontWeight="semiBold">{say('requests.chosen', { name: customer.name })}</Typography>}
          <SearchPicker<Named>
            name="customer"
            label={say('new.find_customer')}
            placeholder={say('new.find_customer_by')}
            url="/crm/customers"
            asked={activeCustomers}
            keyOf={(one) => one.documentId}
            show={(one) => <Typography>{one.name}</Typography>}
            onChoose={(one) => {
              setCustomer(one);
              submitting.forget('customer');
            }}
            nothing={say('new.no_customer')}
            error={submitting.errorAt('customer')}
          />
        </>
      ) : (
        <>
          <FieldRow>
            <ChoiceField
              name="kind"
              label={say('customer.kind')}
              value={kind}
              choices={KINDS.map((one) => [one, say(`kind.${one}`)] as const)}
              onChange={setKind}
            />
            <TextField name="name" label={say('customer.name')} required value={name} onChange={setName} />
          </FieldRow>
          <KnownCustomers
            marks={marks}
            onChoose={(one) => {
              setCustomer(one);
              setWhose('existing');
            }}
          />
        </>
      )}
    </FormDialog>
  );
}
