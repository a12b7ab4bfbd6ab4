import {
  CheckField,
  ChoiceField,
  FieldCell,
  Fields,
  MoneyField,
  Panel,
  TextField,
  textFields,
  useLanguage,
  useMay,
  useSay,
  useToday,
} from '@sanya/strapi-plugin-platform/ui';
import { useAnswer } from '../../../doors';
import { className } from '../../../shown';
import { useClasses } from '../use-classes';
import type { CustomerFieldsProps } from './customer-fields';

/** What the office decides: class, who looks after it, credit. What the reader may not decide is not shown. */
export function OfficeFields({ values, isNew, change, errorAt }: CustomerFieldsProps) {
  const say = useSay('crm');
  const { currency } = useToday();
  const language = useLanguage();
  const may = useMay();
  const credit = may('plugin::crm.customer.credit');
  const assign = may('plugin::crm.customer.assign');
  const classes = useClasses();
  const text = textFields({ values, change, errorAt });
  const { data: owners } = useAnswer('GET /crm/customer-owners', assign ? {} : null);
  const chosen = classes.find((one) => one.documentId === values.class);
  const choices = classes.map((one) => [one.documentId, className(one, language)] as const);
  const known = owners?.some((one) => String(one.id) === values.owner) ?? true;

  return (
    <Panel title={say('form.office')}>
      <Fields>
        <FieldCell width={6}>
          <ChoiceField
            {...text('class')}
            label={say('field.class')}
            choices={choices}
            placeholder={say('form.no_class')}
            clearLabel={say('form.no_class')}
          />
        </FieldCell>
        {assign && (
          <FieldCell width={6}>
            <ChoiceField
              {...text('owner')}
              label={say('field.owner')}
              choices={[
                ...(owners ?? []).map((one) => [String(one.id), one.name] as const),
                // One who has left stays named until somebody else is chosen.
                ...(known || values.owner === '' ? [] : [[values.owner, say('form.owner_left')] as const]),
              ]}
              placeholder={say('form.no_owner')}
              clearLabel={say('form.no_owner')}
            />
          </FieldCell>
        )}
        <FieldCell width={12}>
          <CheckField
            name="poRequired"
            label={say('field.po_required')}
            hint={say('form.po_required_hint')}
            checked={values.poRequired}
            error={errorAt('poRequired')}
            onChange={(poRequired) => change({ poRequired }, 'poRequired')}
          />
        </FieldCell>
        <FieldCell width={12}>
          <CheckField
            name="wantsPaper"
            label={say('field.wants_paper')}
            hint={say('form.wants_paper_hint')}
            checked={values.wantsPaper}
            error={errorAt('wantsPaper')}
            onChange={(wantsPaper) => change({ wantsPaper }, 'wantsPaper')}
          />
        </FieldCell>
        <FieldCell width={12}>
          <ChoiceField
            {...text('invoices')}
            label={say('field.invoices')}
            hint={say('form.invoices_hint')}
            choices={[
              ['together', say('invoices.together')],
              ['apart', say('invoices.apart')],
            ]}
            placeholder={say('form.invoices_usual')}
            clearLabel={say('form.invoices_usual')}
          />
        </FieldCell>
        <FieldCell width={12}>
          <CheckField
            name="supplier"
            label={say('field.supplier')}
            hint={say('form.supplier_hint')}
            checked={values.supplier}
            error={errorAt('supplier')}
            onChange={(supplier) => change({ supplier }, 'supplier')}
          />
        </FieldCell>
        {credit && (
          <FieldCell width={6}>
            <TextField
              {...text('creditTermsDays')}
              label={say('field.terms')}
              required={!isNew}
              placeholder={isNew ? String(chosen?.defaultTermsDays ?? 0) : undefined}
              hint={say(isNew && chosen ? 'form.terms_of_class' : 'form.terms_hint')}
              inputMode="numeric"
              maxLength={4}
              unit={say('form.days')}
            />
          </FieldCell>
        )}
        {credit && (
          <FieldCell width={6}>
            <MoneyField
              {...text('creditLimit')}
              label={say('field.limit')}
              placeholder="10,000.00"
              hint={say('form.limit_hint')}
              currency={currency}
              unit={currency === 'THB' ? say('form.baht') : currency}
            />
          </FieldCell>
        )}
        {credit && (
          <FieldCell width={6}>
            <TextField
              {...text('earlyPayment')}
              label={say('field.early_payment')}
              placeholder="2/10"
              hint={say('form.early_payment_hint')}
              maxLength={10}
            />
          </FieldCell>
        )}
      </Fields>
    </Panel>
  );
}
