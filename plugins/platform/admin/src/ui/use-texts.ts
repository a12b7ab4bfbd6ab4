import { useState } from 'react';
import { type Submitting, useSubmit } from './use-submit';

export interface Texts<Key extends string> {
  values: Record<Key, string>;
  /** Something differs from what stood there at first. */
  touched: boolean;
  submitting: Submitting;
  /** What a field of that name is given. */
  field: (name: Key) => { name: Key; value: string; error: string | undefined; onChange: (text: string) => void };
}

/** What is typed into a small form; an error is told until its field is corrected. */
export function useTexts<Key extends string>(begin: Record<Key, string>): Texts<Key> {
  const submitting = useSubmit();
  const [before] = useState(begin);
  const [values, setValues] = useState(before);
  return {
    values,
    touched: JSON.stringify(values) !== JSON.stringify(before),
    submitting,
    field: (name) => ({
      name,
      value: values[name],
      error: submitting.errorAt(name),
      onChange: (text) => {
        setValues((all) => ({ ...all, [name]: text }));
        submitting.forget(name);
      },
    }),
  };
}
