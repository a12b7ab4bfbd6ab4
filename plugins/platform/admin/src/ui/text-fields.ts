import type { FormOnPage } from './use-form-page';

/** As much of a form as its fields need. */
export type FormFields<Values> = Pick<FormOnPage<Values>, 'values' | 'change' | 'errorAt'>;

type TextKey<Values> = { [Key in keyof Values]: Values[Key] extends string ? Key : never }[keyof Values] & string;

/** What each field that is text is given: `<TextField {...text('name')} label=… />`. */
export const textFields =
  <Values extends object>({ values, change, errorAt }: FormFields<Values>) =>
  (key: TextKey<Values>) => ({
    name: key,
    value: values[key] as string,
    error: errorAt(key),
    onChange: (typed: string) => change({ [key]: typed } as unknown as Partial<Values>, key),
  });
