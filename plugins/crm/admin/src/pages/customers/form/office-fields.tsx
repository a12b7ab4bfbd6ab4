import {
  ChoiceField,
  FieldCell,
  Fields,
  MoneyField,
  Panel,
  TextField,
  useApi,
  useLanguage,
  useMay,
  useSay,
  useToday,
} from '@sanya/strapi-plugin-platform/ui';
import { className } from '../../../shown';
import type { CustomerClass, Owner } from '../../../types';
import type { CustomerFieldsProps } from './customer-fields';

/** What the office decides: class, who looks after it, credit. What the reader may not decide is not shown. */
export function OfficeFields({ values, isNew, change, errorAt }: CustomerFieldsProps) {
  const say = useSay('crm');
  const { currency } = useToday();
  const language = useLanguage();
  const may = useMay();
  const credit = may('plugin::crm.customer.credit');
  const assign = may('plugin::crm.customer.assign');
  const { data: classes } = useApi<CustomerClass[]>('/crm/customer-classes', {
    sort: 'code:asc',
    pagination: { pageSize: 100 },
  });
  const { data: owners } = useApi<Owner[]>(assign ? '/crm/customer-owners' : null);
  const chosen = classes?.find((one) => one.documentId === values.class);
  const choices = (classes ?? []).map((one) => [one.documentId, className(one, language)] as const);
  const known = owners?.some((one) => String(one.id) === values.owner) ?? true;

  return (
    <Panel title={say('form.office')}>
      <Fields>
        <FieldCell width={6}>
          <ChoiceField
            name="class"
            label={say('field.class')}
            value={values.class}
            choices={choices}
            error={errorAt('class')}
            placeholder={say('form.no_class')}
            clearLabel={say('form.no_class')}
            onChange={(value) => change({ class: value }, 'class')}
          />
        </FieldCell>
        {assign && (
          <FieldCell width={6}>
            <ChoiceField
              name="owner"
              label={say('field.owner')}
              value={values.owner}
              choices={[
                ...(owners ?? []).map((one) => [String(one.id), one.name] as const),
                // One who has left stays named until somebody else is chosen.
                ...(known || values.owner === '' ? [] : [[values.owner, say('form.owner_left')] as const]),
              ]}
              error={errorAt('owner')}
              placeholder={say('form.no_owner')}
              clearLabel={say('form.no_owner')}
              onChange={(owner) => change({ owner }, 'owner')}
            />
          </FieldCell>
        )}
        {credit && (
          <FieldCell width={6}>
            <TextField
              name="creditTermsDays"
              label={say('field.terms')}
              value={values.creditTermsDays}
              required={!isNew}
              placeholder={isNew ? String(chosen?.defaultTermsDays ?? 0) : undefined}
              hint={say(isNew && chosen ? 'form.terms_of_class' : 'form.terms_hint')}
              inputMode="numeric"
              maxLength={4}
              unit={say('form.days')}
              error={errorAt('creditTermsDays')}
              onChange={(creditTermsDays) => change({ creditTermsDays }, 'creditTermsDays')}
            />
          </FieldCell>
        )}
        {credit && (
          <FieldCell width={6}>
            <MoneyField
              name="creditLimit"
              label={say('field.limit')}
              value={values.creditLimit}
              placeholder="10,000.00"
              hint={say('form.limit_hint')}
              currency={currency}
              unit={currency === 'THB' ? say('form.baht') : currency}
              error={errorAt('creditLimit')}
              onChange={(creditLimit) => change({ creditLimit }, 'creditLimit')}
            />
          </FieldCell>
        )}
      </Fields>
    </Panel>
  );
}
