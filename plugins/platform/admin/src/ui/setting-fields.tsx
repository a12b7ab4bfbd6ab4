import type { ReactNode } from 'react';
import { TypedDate } from './date-field';
import { ChoiceField, LongTextField, TextField, type TextFieldProps } from './form-fields';
import { SwitchField } from './form-rows';
import { useSay } from './language';
import { AmountField, PercentField, WholeField } from './typed-fields';
import type { Setting } from './use-setting';

type Names<T> = keyof T & string;

/**
 * The fields of one setting: `text('phone')` is labelled by the plugin's text `setting.phone` and explained by
 * `setting.phone_hint`.
 */
export function useSettingFields<T extends object>(plugin: string, setting: Setting<T>) {
  const say = useSay(plugin);
  const { draft, change, may } = setting;
  const frame = (name: Names<T>) => ({
    name,
    label: say(`setting.${name}`),
    hint: say(`setting.${name}_hint`),
    disabled: !may,
  });
  const value = <V,>(name: Names<T>): V => draft?.[name] as V;
  const take =
    (name: Names<T>) =>
    (taken: unknown): void =>
      change({ [name]: taken } as Partial<T>);

  return {
    text: (name: Names<T>, more: Partial<TextFieldProps> = {}): ReactNode => (
      <TextField
        {...frame(name)}
        {...more}
        value={value<string | null>(name) ?? ''}
        onChange={(text) => change({ [name]: text === '' && !more.required ? null : text } as Partial<T>)}
      />
    ),
    longText: (name: Names<T>): ReactNode => (
      <LongTextField
        {...frame(name)}
        value={value<string | null>(name) ?? ''}
        onChange={(text) => take(name)(text || null)}
      />
    ),
    toggle: (name: Names<T>): ReactNode => (
      <SwitchField {...frame(name)} value={Boolean(value(name))} onChange={take(name)} />
    ),
    choice: (name: Names<T>, choices: readonly (readonly [string, string])[]): ReactNode => (
      <ChoiceField {...frame(name)} value={value(name)} choices={choices} onChange={take(name)} />
    ),
    date: (name: Names<T>): ReactNode => (
      <TypedDate
        {...frame(name)}
        value={value<string | null>(name) ?? ''}
        onChange={(date) => take(name)(date || null)}
      />
    ),
    money: (name: Names<T>, currency: string): ReactNode => (
      <AmountField {...frame(name)} currency={currency} value={value<string>(name)} onChange={take(name)} />
    ),
    whole: (name: Names<T>, min: number, max: number, unit?: string): ReactNode => (
      <WholeField {...frame(name)} min={min} max={max} unit={unit} value={value<number>(name)} onChange={take(name)} />
    ),
    percent: (name: Names<T>): ReactNode => (
      <PercentField {...frame(name)} value={value<number>(name)} onChange={take(name)} />
    ),
  };
}
