import type { HTMLInputTypeAttribute, ReactNode } from 'react';
import {
  Checkbox,
  Field,
  Grid,
  SingleSelect,
  SingleSelectOption,
  Textarea,
  TextInput,
  Typography,
} from '@strapi/design-system';
import { formatMoney, parseMoney } from '../../../kernel/src';
import { useProblem } from './problems';

export interface Named {
  name: string;
  label: string;
  hint?: string;
  /** What is wrong with it, in words. */
  error?: string;
  required?: boolean;
  disabled?: boolean;
}

/** Fields beside each other in twelfths; below the width of a desk two share a row, on a telephone each has its own. */
export const Fields = ({ children }: { children: ReactNode }) => (
  <Grid.Root gap={4} style={{ alignItems: 'start' }}>
    {children}
  </Grid.Root>
);

export const FieldCell = ({ width = 6, children }: { width?: 2 | 3 | 4 | 6 | 8 | 9 | 12; children: ReactNode }) => (
  <Grid.Item col={width} m={width > 6 ? 12 : 6} xs={12} direction="column" alignItems="stretch">
    {children}
  </Grid.Item>
);

/** Label, help and what is wrong around one input: said by the page, or refused by the server for that field. */
export function Labelled({ name, label, hint, error, required, children }: Named & { children: ReactNode }) {
  const refused = useProblem(name);
  return (
    <Field.Root name={name} hint={hint} error={error ?? refused} required={required} width="100%">
      <Field.Label>{label}</Field.Label>
      {children}
      <Field.Error />
      <Field.Hint />
    </Field.Root>
  );
}

export interface TextFieldProps extends Named {
  value: string;
  onChange: (text: string) => void;
  onBlur?: () => void;
  placeholder?: string;
  type?: HTMLInputTypeAttribute;
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'url';
  maxLength?: number;
  autoFocus?: boolean;
  unit?: string;
}

export function TextField({ value, onChange, unit, error, hint, required, name, label, ...input }: TextFieldProps) {
  return (
    <Labelled {...{ name, label, hint, error, required }}>
      <TextInput
        {...input}
        value={value}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
        endAction={unit && <Typography textColor="neutral600">{unit}</Typography>}
      />
    </Labelled>
  );
}

/** An amount as people write it, `10,000.00`; when it is left it is written out, so that one sees how it was read. */
export function MoneyField({ value, onChange, currency = 'THB', ...named }: TextFieldProps & { currency?: string }) {
  return (
    <TextField
      {...named}
      value={value}
      inputMode="decimal"
      onChange={onChange}
      onBlur={() => {
        const amount = parseMoney(value, currency);
        if (amount !== undefined) onChange(formatMoney(amount, currency));
      }}
    />
  );
}

export function LongTextField({ value, onChange, ...named }: Named & Pick<TextFieldProps, 'value' | 'onChange'>) {
  return (
    <Labelled {...named}>
      <Textarea value={value} disabled={named.disabled} onChange={(event) => onChange(event.target.value)} />
    </Labelled>
  );
}

interface OptionsFieldProps extends Named {
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  /** Nothing may be chosen: what the button says that empties it. */
  clearLabel?: string;
}

/** One of the options within; empty where none is chosen. */
export function OptionsField({
  value,
  onChange,
  placeholder,
  clearLabel,
  children,
  ...named
}: OptionsFieldProps & { children: ReactNode }) {
  return (
    <Labelled {...named}>
      <SingleSelect
        value={value === '' ? null : value}
        disabled={named.disabled}
        placeholder={placeholder}
        clearLabel={clearLabel}
        onClear={clearLabel && value !== '' ? () => onChange('') : undefined}
        onChange={(chosen) => onChange(String(chosen))}
      >
        {children}
      </SingleSelect>
    </Labelled>
  );
}

export type Choices = readonly (readonly [value: string, label: string])[];

export const optionsOf = (choices: Choices): ReactNode =>
  choices.map(([one, label]) => (
    <SingleSelectOption key={one} value={one}>
      {label}
    </SingleSelectOption>
  ));

export type ChoiceFieldProps = OptionsFieldProps & { choices: Choices };

export const ChoiceField = ({ choices, ...choosing }: ChoiceFieldProps) => (
  <OptionsField {...choosing}>{optionsOf(choices)}</OptionsField>
);

export function CheckField({
  checked,
  onChange,
  name,
  label,
  hint,
  error,
}: Named & { checked: boolean; onChange: (checked: boolean) => void }) {
  return (
    <Field.Root name={name} hint={hint} error={error}>
      <Checkbox checked={checked} onCheckedChange={(state) => onChange(state === true)}>
        {label}
      </Checkbox>
      <Field.Error />
      <Field.Hint />
    </Field.Root>
  );
}
