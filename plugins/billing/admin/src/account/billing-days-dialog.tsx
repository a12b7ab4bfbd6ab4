import { useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { ChoiceField, FieldRow, FormDialog, useSay, useTell, WholeField } from '@sanya/strapi-plugin-platform/ui';
import type { BillingDays, DayRule } from '../billing-note-types';
import { useAsk } from '../doors';
import { entriesOf } from '../pages/settings/entries';
import { RemoveEntry } from '../pages/settings/remove-entry';

const LAST_DAY = 31;
const MOST_RULES = 6;
const NTHS = ['1', '2', '3', '4', '-1'];
const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'];
const FIRST_DAYS: DayRule = { kind: 'days', from: 1, to: 5 };
const LAST_FRIDAY: DayRule = { kind: 'weekday', nth: -1, weekday: 5 };

interface RuleFieldsProps {
  name: string;
  rule: DayRule;
  onChange: (rule: DayRule) => void;
  onRemove: () => void;
}

function RuleFields({ name, rule, onChange, onRemove }: RuleFieldsProps) {
  const say = useSay('billing');
  return (
    <FieldRow action={<RemoveEntry onRemove={onRemove} />}>
      <ChoiceField
        name={name}
        label={say('billing_days.kind')}
        value={rule.kind}
        onChange={(kind) => onChange(kind === 'days' ? FIRST_DAYS : LAST_FRIDAY)}
        choices={[
          ['days', say('billing_days.kind_days')],
          ['weekday', say('billing_days.kind_weekday')],
        ]}
      />
      {rule.kind === 'days' && (
        <>
          <WholeField
            name={`${name}.from`}
            label={say('billing_days.from')}
            min={1}
            max={LAST_DAY}
            value={rule.from}
            onChange={(from) => onChange({ ...rule, from })}
          />
          <WholeField
            name={`${name}.to`}
            label={say('billing_days.to')}
            min={1}
            max={LAST_DAY}
            value={rule.to}
            onChange={(to) => onChange({ ...rule, to })}
          />
        </>
      )}
      {rule.kind === 'weekday' && (
        <>
          <ChoiceField
            name={`${name}.nth`}
            label={say('billing_days.nth')}
            value={String(rule.nth)}
            onChange={(nth) => onChange({ ...rule, nth: Number(nth) as typeof rule.nth })}
            choices={NTHS.map((nth) => [nth, say(`billing_days.nth_${nth === '-1' ? 'last' : nth}`)])}
          />
          <ChoiceField
            name={`${name}.weekday`}
            label={say('billing_days.weekday')}
            value={String(rule.weekday)}
            onChange={(weekday) => onChange({ ...rule, weekday: Number(weekday) })}
            choices={WEEKDAYS.map((one) => [one, say(`billing_days.weekday_${one}`)])}
          />
        </>
      )}
    </FieldRow>
  );
}

interface RuleListProps {
  name: 'billing' | 'payment';
  rules: DayRule[];
  fresh: DayRule;
  onChange: (rules: DayRule[]) => void;
}

function RuleList({ name, rules, fresh, onChange }: RuleListProps) {
  const say = useSay('billing');
  const { remove, add } = entriesOf(rules, onChange);
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Typography variant="delta" tag="h3">
        {say(`billing_days.${name}`)}
      </Typography>
      {rules.length === 0 && <Typography textColor="neutral600">{say('billing_days.any')}</Typography>}
      {rules.map((rule, index) => (
        <RuleFields
          key={index}
          name={`${name}.${index}`}
          rule={rule}
          onChange={(changed) => onChange(rules.map((one, place) => (place === index ? changed : one)))}
          onRemove={() => remove(index)}
        />
      ))}
      {rules.length < MOST_RULES && (
        <Flex>
          <Button variant="tertiary" startIcon={<Plus />} onClick={() => add(fresh)}>
            {say(`billing_days.add_${name}`)}
          </Button>
        </Flex>
      )}
    </Flex>
  );
}

export interface BillingDaysDialogProps {
  customer: string;
  days: Pick<BillingDays, 'billing' | 'payment'>;
  onClose: () => void;
  onDone: () => void;
}

/** Invoices from now on are due by these days. */
export function BillingDaysDialog({ customer, days, onClose, onDone }: BillingDaysDialogProps) {
  const say = useSay('billing');
  const tell = useTell();
  const ask = useAsk();
  const [billing, setBilling] = useState([...days.billing]);
  const [payment, setPayment] = useState([...days.payment]);
  return (
    <FormDialog
      title={say('billing_days.title')}
      label={say('billing_days.save')}
      touched
      onClose={onClose}
      onSubmit={async () => {
        await ask('PUT /billing/customers/:id/billing-days', { id: customer, body: { billing, payment } });
        tell(say('billing_days.saved'));
        onDone();
      }}
    >
      <RuleList name="billing" rules={billing} fresh={FIRST_DAYS} onChange={setBilling} />
      <RuleList name="payment" rules={payment} fresh={LAST_FRIDAY} onChange={setPayment} />
      <Typography variant="pi" textColor="neutral600">
        {say('billing_days.explained')}
      </Typography>
    </FormDialog>
  );
}
