import type { FormOnPage } from './use-form-page';

/** As much of a form as its fields need. */
export type FormFields<Values> = Pick<FormOnPage<Values>, 'values' | 'change' | 'errorAt'>;

type TextKey<Values> = { [Key in keyof Values]: Values[Key] extends string ? Key : never }[keyof Values] & string;

/**
 * What each field that is text is given: `<TextField {...text('name')} label=… />`. `at` is where these values stand in
 * a larger form.
 */
export const textFields =
  <Values extends object>({ values, change, errorAt }: FormFields<Values>, at?: string) =>
  (key: TextKey<Values>) => {
    const name = at === undefined ? key : `${at}.${key}`;
    return {
      name,
      value: values[key] as string,
      error: errorAt(name),
      onChange: (typed: string) => change({ [key]: typed } as unknown as Partial<Values>, name),
    };
  };

/** A list that is part of a form. */
export interface FormList<Row> extends Pick<FormOnPage<unknown>, 'errorAt'> {
  /** Its path in the form. */
  at: string;
  rows: readonly Row[];
  change: (rows: Row[], field?: string) => void;
}

/** What is done with the entries of a list in a form, each known by its place, and what their fields are given. */
export function listEdits<Row extends object>({ at, rows, change, errorAt }: FormList<Row>) {
  const put = (place: number, part: Partial<Row>, field?: string): void =>
    change(
      rows.map((row, index) => (index === place ? { ...row, ...part } : row)),
      field,
    );
  return {
    put,
    add: (row: Row): void => change([...rows, row], at),
    remove: (place: number): void => change(rows.filter((_, index) => index !== place)),
    text: (row: Row, place: number) =>
      textFields<Row>({ values: row, errorAt, change: (part, field) => put(place, part, field) }, `${at}.${place}`),
  };
}
