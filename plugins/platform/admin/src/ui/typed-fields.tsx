import { useState } from 'react';
import { TextInput, Typography } from '@strapi/design-system';
import { formatMoney, parseMoney } from '../../../kernel/src';
import { Labelled, type Named } from './form-fields';
import { useSay } from './language';

interface TypedFieldProps<T> extends Named {
  value: T | null | undefined;
  onChange: (value: T) => void;
  /** Where it may be left empty. */
  onClear?: () => void;
  placeholder?: string;
  show: (value: T) => string;
  /** Undefined where the text says no such value. */
  read: (text: string) => T | undefined;
  /** Said beside the field while the text says nothing. */
  wrong: string;
  unit?: string;
}

/** A value written as text; what cannot be read is said at once and not taken. */
function TypedField<T>(props: TypedFieldProps<T>) {
  const { value, onChange, onClear, placeholder, show, read, wrong, unit, disabled, ...frame } = props;
  const [typed, setTyped] = useState<string>();
  const shown = value === null || value === undefined ? '' : show(value);
  const cleared = typed?.trim() === '' && onClear !== undefined;
  const unread = typed !== undefined && !cleared && read(typed) === undefined;
  return (
    <Labelled {...frame} error={unread ? wrong : frame.error}>
      <TextInput
        value={typed ?? shown}
        disabled={disabled}
        placeholder={placeholder}
        inputMode="decimal"
        endAction={unit && <Typography textColor="neutral600">{unit}</Typography>}
        onChange={(event) => {
          setTyped(event.target.value);
          const found = read(event.target.value);
          if (found !== undefined) onChange(found);
          else if (event.target.value.trim() === '') onClear?.();
        }}
        // What could not be read stays to be mended: it must not look as if it had been taken.
        onBlur={() => !unread && setTyped(undefined)}
      />
    </Labelled>
  );
}

type Of<T> = Omit<TypedFieldProps<T>, 'show' | 'read' | 'wrong' | 'unit'>;

/** Minor units as text. */
export function AmountField({ currency = 'THB', ...field }: Of<string> & { currency?: string }) {
  const say = useSay('platform');
  return (
    <TypedField<string>
      {...field}
      unit={currency === 'THB' ? '฿' : currency}
      wrong={say('ui.no_amount')}
      show={(value) => formatMoney(value, currency)}
      read={(text) => {
        const amount = parseMoney(text, currency);
        return amount === undefined || amount < 0n ? undefined : String(amount);
      }}
    />
  );
}

export function WholeField({ min, max, unit, ...field }: Of<number> & { min: number; max: number; unit?: string }) {
  const say = useSay('platform');
  return (
    <TypedField<number>
      {...field}
      unit={unit}
      wrong={say('ui.no_whole_number', { min, max })}
      show={String}
      read={(text) => {
        const value = Number(text.trim().replaceAll(',', ''));
        return /^\d[\d,]*$/.test(text.trim()) && value >= min && value <= max ? value : undefined;
      }}
    />
  );
}

const PPM_PER_PERCENT = 10_000;

export const percentText = (ppm: number): string => String(ppm / PPM_PER_PERCENT);

/** A rate in ppm, written in percent. */
export function PercentField(field: Of<number>) {
  const say = useSay('platform');
  return (
    <TypedField<number>
      {...field}
      unit="%"
      wrong={say('ui.no_percent')}
      show={percentText}
      read={(text) => {
        const clean = text.trim().replace(/\s*%$/, '');
        if (!/^\d{1,3}(\.\d{1,4})?$/.test(clean)) return undefined;
        const ppm = Math.round(Number(clean) * PPM_PER_PERCENT);
        return ppm <= 100 * PPM_PER_PERCENT ? ppm : undefined;
      }}
    />
  );
}
