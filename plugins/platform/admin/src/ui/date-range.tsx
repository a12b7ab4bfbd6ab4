import { useEffect, useState } from 'react';
import { Box, TextInput } from '@strapi/design-system';
import { addDays, formatDate, isCivilDate, parseCivilDate, startOfDay } from '../../../kernel/src';
import type { Params } from './client';
import { useLanguage, useSay } from './language';
import { useListQuery } from './list-query';

/** Both included; empty where one of them is open. */
export interface Days {
  from: string;
  to: string;
}

/** The days that a list is narrowed to by its address. */
export function useDateRange(): Days {
  const { asked } = useListQuery();
  const day = (key: string): string => (isCivilDate(asked(key)) ? asked(key) : '');
  return { from: day('from'), to: day('to') };
}

/** Rows with a date within these days, as their door is asked. */
export const datesWithin = (key: string, { from, to }: Days): Params =>
  from || to ? { [key]: { ...(from && { $gte: from }), ...(to && { $lte: to }) } } : {};

/** The same of an instant. */
export const instantsWithin = (key: string, zone: string, { from, to }: Days): Params =>
  from || to
    ? { [key]: { ...(from && { $gte: startOfDay(zone, from) }), ...(to && { $lt: startOfDay(zone, addDays(to, 1)) }) } }
    : {};

/** Shown as the reader writes dates; typed in any way that is understood, Buddhist years too. */
function Day({ label, date, onChange }: { label: string; date: string; onChange: (date: string) => void }) {
  const language = useLanguage();
  const shown = date === '' ? '' : formatDate(date, language);
  const [typed, setTyped] = useState(shown);
  useEffect(() => setTyped(shown), [shown]);
  const settle = (): void => {
    if (typed.trim() === shown) return;
    const read = parseCivilDate(typed);
    if (typed.trim() === '') onChange('');
    else if (read) onChange(read.date);
    else setTyped(shown);
  };
  return (
    <Box width="15rem">
      <TextInput
        size="S"
        aria-label={label}
        placeholder={label}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={settle}
        onKeyDown={(event) => event.key === 'Enter' && settle()}
      />
    </Box>
  );
}

/** From which day to which, both included. */
export function DateRange() {
  const say = useSay('platform');
  const { change } = useListQuery();
  const { from, to } = useDateRange();
  return (
    <>
      <Day label={say('ui.from_day')} date={from} onChange={(date) => change('from', date)} />
      <Day label={say('ui.to_day')} date={to} onChange={(date) => change('to', date)} />
    </>
  );
}
