import { useState } from 'react';
import { Field, TextInput } from '@strapi/design-system';
import { formatDate, isCivilDate, parseCivilDate } from '@sanya/strapi-plugin-platform/kernel';
import { useLanguage } from '@sanya/strapi-plugin-platform/ui';

export interface DateFieldProps {
  label: string;
  /** `YYYY-MM-DD` */
  value: string;
  onChange: (date: string) => void;
}

/** A date as it is typed here, with Buddhist years read as such; below it, the date as it was understood. */
export function DateField({ label, value, onChange }: DateFieldProps) {
  const language = useLanguage();
  const [typed, setTyped] = useState<string>();
  const understood = isCivilDate(value) ? formatDate(value, language, 'long') : undefined;
  return (
    <Field.Root name="date" hint={understood}>
      <Field.Label>{label}</Field.Label>
      <TextInput
        value={typed ?? value}
        onChange={(event) => {
          setTyped(event.target.value);
          const read = parseCivilDate(event.target.value);
          if (read) onChange(read.date);
        }}
        onBlur={() => setTyped(undefined)}
      />
      <Field.Hint />
    </Field.Root>
  );
}
