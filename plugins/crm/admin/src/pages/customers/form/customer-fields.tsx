import { Flex } from '@strapi/design-system';
import {
  CheckField,
  ChoiceField,
  FieldCell,
  Fields,
  type FormFields,
  LongTextField,
  Panel,
  TextField,
  textFields,
  useSay,
} from '@sanya/strapi-plugin-platform/ui';
import type { CustomerValues } from '../../../customer-values';
import { type Address, KINDS } from '../../../types';
import { AddressFields } from './address-fields';
import { OfficeFields } from './office-fields';

export interface CustomerFieldsProps extends FormFields<CustomerValues> {
  isNew: boolean;
}

/** All that is said of a customer, in the order in which a clerk asks for it. */
export function CustomerFields({ values, isNew, change, errorAt }: CustomerFieldsProps) {
  const say = useSay('crm');
  const person = values.kind === 'person';
  const text = textFields({ values, change, errorAt });
  const addressChange = (which: 'billingAddress' | 'shippingAddress') => (part: Partial<Address>, field: string) =>
    change({ [which]: { ...values[which], ...part } }, field);
  // As the office decides where nothing is said.
  const vat = values.vatRegistered ?? (values.kind === 'organisation' && values.taxId.trim() !== '');

  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <Panel title={say('form.who')}>
        <Fields>
          <FieldCell width={4}>
            <ChoiceField
              {...text('kind')}
              required
              label={say('field.kind')}
              choices={KINDS.map((kind) => [kind, say(`kind.${kind}`)])}
            />
          </FieldCell>
          <FieldCell width={8}>
            <TextField
              {...text('name')}
              required
              label={say(person ? 'field.name_person' : 'field.name')}
              autoFocus={isNew}
            />
          </FieldCell>
          <FieldCell width={12}>
            <TextField {...text('nameEn')} label={say('field.name_en')} />
          </FieldCell>
          <FieldCell width={4}>
            <TextField
              {...text('taxId')}
              label={say(person ? 'field.tax_id_person' : 'field.tax_id')}
              hint={say('form.tax_id_hint')}
              inputMode="numeric"
            />
          </FieldCell>
          <FieldCell width={4}>
            <TextField
              {...text('branchCode')}
              label={say('field.branch')}
              hint={say('form.branch_hint')}
              placeholder="00000"
              inputMode="numeric"
              maxLength={5}
            />
          </FieldCell>
          <FieldCell width={4}>
            <Flex paddingTop={6}>
              <CheckField
                name="vatRegistered"
                label={say('field.vat_registered')}
                checked={vat}
                error={errorAt('vatRegistered')}
                onChange={(vatRegistered) => change({ vatRegistered }, 'vatRegistered')}
              />
            </Flex>
          </FieldCell>
        </Fields>
      </Panel>
      <Panel title={say('form.reach')}>
        <Fields>
          <FieldCell width={4}>
            <TextField {...text('phone')} label={say('field.phone')} placeholder="081 234 5678" inputMode="tel" />
          </FieldCell>
          <FieldCell width={4}>
            <TextField {...text('email')} label={say('field.email')} placeholder="name@example.com" inputMode="email" />
          </FieldCell>
          <FieldCell width={4}>
            <ChoiceField
              {...text('language')}
              label={say('field.language')}
              hint={say('form.language_hint')}
              placeholder={say('form.language_company')}
              choices={[
                ['th', say('language.th')],
                ['en', say('language.en')],
              ]}
            />
          </FieldCell>
        </Fields>
      </Panel>
      <OfficeFields {...{ values, isNew, change, errorAt }} />
      <Panel title={say('field.billing_address')}>
        <AddressFields
          name="billingAddress"
          address={values.billingAddress}
          onChange={addressChange('billingAddress')}
          errorAt={errorAt}
        />
      </Panel>
      <Panel title={say('field.shipping_address')}>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <CheckField
            name="shipsElsewhere"
            label={say('form.ships_elsewhere')}
            checked={values.shipsElsewhere}
            onChange={(shipsElsewhere) => change({ shipsElsewhere })}
          />
          {values.shipsElsewhere && (
            <AddressFields
              name="shippingAddress"
              address={values.shippingAddress}
              onChange={addressChange('shippingAddress')}
              errorAt={errorAt}
            />
          )}
        </Flex>
      </Panel>
      <Panel>
        <LongTextField {...text('note')} label={say('field.note')} hint={say('form.note_hint')} />
      </Panel>
    </Flex>
  );
}
