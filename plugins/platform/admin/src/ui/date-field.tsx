import { useState } from 'react';
import { TextInput } from '@strapi/design-system';
import { formatDate, isCivilDate, parseCivilDate } from '../../../kernel/src';
import { Labelled, type Named } from './form-fields';
import { useLanguage } from './language';

export interface DateFieldProps extends Named {
  /** `YYYY-MM-DD`, or empty. */
  value: string;
  onChange: (date: string) => void;
}

/** A date as it is typed here, Buddhist years read as such; below it, the date as it was understood. */
export function TypedDate({ value, onChange, hint, disabled, ...frame }: DateFieldProps) {
  const language = useLanguage();
  const [typed, setTyped] = useState<string>();
  const understood = isCivilDate(value) ? formatDate(value, language, 'long') : undefined;
  return (
    <Labelled {...frame} hint={[understood, hint].filter(Boolean).join(' · ')}>
      <TextInput
        value={typed ?? value}
        placeholder="2026-01-31"
        disabled={disabled}
        onChange={(event) => {
          setTyped(event.target.value);
          if (event.target.value.trim() === '') onChange('');
          const read = parseCivilDate(event.target.value);
          if (read) onChange(read.date);
        }}
        onBlur={() => setTyped(undefined)}
      />
    </Labelled>
  );
}
