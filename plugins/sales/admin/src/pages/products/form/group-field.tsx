import { Field, TextInput } from '@strapi/design-system';

export interface GroupFieldProps {
  label: string;
  hint: string;
  value: string;
  error: string | undefined;
  /** The groups in use: typed anew a group is a new one. */
  groups: readonly string[];
  onChange: (text: string) => void;
}

export const GroupField = ({ label, hint, value, error, groups, onChange }: GroupFieldProps) => (
  <Field.Root name="group" hint={hint} error={error}>
    <Field.Label>{label}</Field.Label>
    <TextInput
      value={value}
      autoComplete="off"
      list="product-groups"
      maxLength={100}
      onChange={(event) => onChange(event.target.value)}
    />
    <datalist id="product-groups">
      {groups.map((group) => (
        <option key={group} value={group} />
      ))}
    </datalist>
    <Field.Error />
    <Field.Hint />
  </Field.Root>
);
