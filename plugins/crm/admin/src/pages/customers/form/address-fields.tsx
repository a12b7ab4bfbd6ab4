import { useMemo } from 'react';
import { FieldCell, Fields, ChoiceField, TextField, useLanguage, useSay } from '@sanya/strapi-plugin-platform/ui';
import { COUNTRIES } from '../../../countries';
import type { Address } from '../../../types';

export interface AddressFieldsProps {
  /** `billingAddress`, as the door names it. */
  name: string;
  address: Address;
  onChange: (part: Partial<Address>, field: string) => void;
  errorAt: (field: string) => string | undefined;
}

const PARTS = [
  ['line1', 12],
  ['line2', 12],
  ['subdistrict', 6],
  ['district', 6],
  ['province', 6],
  ['postcode', 3],
] as const;

/** In the order in which an address is said here; Thailand unless another country is chosen. */
export function AddressFields({ name, address, onChange, errorAt }: AddressFieldsProps) {
  const say = useSay('crm');
  const language = useLanguage();
  const countries = useMemo(() => {
    const names = new Intl.DisplayNames([language], { type: 'region' });
    const named = COUNTRIES.map((code) => [code, names.of(code) ?? code] as const);
    return [...named].sort(([a, one], [b, other]) =>
      a === 'TH' ? -1 : b === 'TH' ? 1 : one.localeCompare(other, language),
    );
  }, [language]);
  return (
    <Fields>
      {PARTS.map(([part, width]) => (
        <FieldCell key={part} width={width}>
          <TextField
            name={`${name}.${part}`}
            label={say(`address.${part}`)}
            value={address[part]}
            inputMode={part === 'postcode' ? 'numeric' : 'text'}
            error={errorAt(`${name}.${part}`)}
            onChange={(text) => onChange({ [part]: text }, `${name}.${part}`)}
          />
        </FieldCell>
      ))}
      <FieldCell width={3}>
        <ChoiceField
          name={`${name}.country`}
          label={say('address.country')}
          value={address.country}
          choices={countries}
          error={errorAt(`${name}.country`)}
          onChange={(country) => onChange({ country }, `${name}.country`)}
        />
      </FieldCell>
    </Fields>
  );
}
