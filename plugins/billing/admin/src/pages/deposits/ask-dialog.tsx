import { useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { useNavigate } from 'react-router-dom';
import {
  AmountField,
  CheckField,
  ChoiceField,
  FormDialog,
  freshKey,
  SearchPicker,
  TextField,
  useSay,
  useToday,
} from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import type { Customer } from '../../types';

const KINDS = ['advance', 'security'] as const;
const SEARCHED = ['name', 'code', 'taxId'];

/** Asks a customer for a deposit: by an invoice of its own, that goes by mail. */
export function AskDialog({ onClose }: { onClose: () => void }) {
  const say = useSay('billing');
  const navigate = useNavigate();
  const ask = useAsk();
  const { currency } = useToday();
  const [key] = useState(freshKey);
  const [customer, setCustomer] = useState<Customer>();
  const [kind, setKind] = useState<string>('advance');
  const [description, setDescription] = useState('');
  const [amount, setAmount] = useState<string>();
  const [goods, setGoods] = useState(false);
  return (
    <FormDialog
      title={say('deposit.ask')}
      label={say('deposit.ask')}
      disabled={!customer || description.trim() === '' || !amount || amount === '0'}
      touched={Boolean(customer) || description !== ''}
      onClose={onClose}
      onSubmit={async () => {
        const { documentId } = await ask('POST /billing/deposits', {
          key,
          body: {
            ...{ customer: customer?.documentId ?? '', kind, description: description.trim(), amount: amount ?? '' },
            ...(kind === 'advance' ? { goods } : {}),
          },
        });
        navigate(`/plugins/billing/deposits/${documentId}`);
      }}
    >
      {customer ? (
        <Flex justifyContent="space-between">
          <Typography fontWeight="bold">{customer.name}</Typography>
          <Button variant="tertiary" size="S" onClick={() => setCustomer(undefined)}>
            {say('receive.other_customer')}
          </Button>
        </Flex>
      ) : (
        <SearchPicker<Customer>
          name="customer"
          label={say('field.customer')}
          placeholder={say('receive.customer_search')}
          url="/crm/customers"
          asked={(text) => ({ filters: { $or: SEARCHED.map((one) => ({ [one]: { $containsi: text } })) } })}
          keyOf={(one) => one.documentId}
          show={(one) => `${one.code} ${one.name}`}
          onChoose={setCustomer}
          nothing={say('receive.no_customer')}
        />
      )}
      <ChoiceField
        name="kind"
        label={say('deposit.kind')}
        hint={say(`deposit.kind_${kind}_hint`)}
        value={kind}
        onChange={setKind}
        choices={KINDS.map((one) => [one, say(`deposit_kind.${one}`)])}
      />
      <TextField
        name="description"
        label={say('deposit.what')}
        required
        maxLength={250}
        value={description}
        onChange={setDescription}
      />
      <AmountField
        name="amount"
        label={say(kind === 'advance' ? 'deposit.amount_net' : 'payments.amount')}
        required
        currency={currency}
        value={amount}
        onChange={setAmount}
        onClear={() => setAmount(undefined)}
      />
      {kind === 'advance' && (
        <CheckField name="goods" label={say('deposit.goods')} checked={goods} onChange={setGoods} />
      )}
    </FormDialog>
  );
}
