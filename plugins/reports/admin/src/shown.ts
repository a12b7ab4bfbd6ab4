import {
  addMonths,
  endOfMonth,
  formatDate,
  formatMonth,
  type Language,
  startOfMonth,
} from '@sanya/strapi-plugin-platform/kernel';
import type { Cell, Period, Plot, ReportColumn } from './types';

/** What stands at a point of a plot. */
export function labelText(label: Cell, along: ReportColumn['type'] | null, language: Language): string {
  if (label === null || label === '') return '–';
  if (along === 'date') return formatDate(String(label), language);
  return along === 'month' ? formatMonth(String(label), language) : String(label);
}

export const periodText = ({ from, to }: Period, language: Language): string =>
  from === to ? formatDate(to, language) : `${formatDate(from, language)} – ${formatDate(to, language)}`;

/** By how much an amount changed, in tenths of a percent; undefined where there was nothing. */
export function changeOf(now: string | number, before: string | number): bigint | undefined {
  const [after, was] = [BigInt(now), BigInt(before)];
  if (was === 0n) return undefined;
  return ((after - was) * 1000n) / (was < 0n ? -was : was);
}

/** `52n` is `+5.2 %`. */
export function changeText(tenths: bigint): string {
  const size = tenths < 0n ? -tenths : tenths;
  return `${tenths < 0n ? '−' : '+'}${size / 10n}.${size % 10n} %`;
}

export interface PlotRow {
  label: string;
  /** Minor units as text, by column; those of the period before under `before_<column>`. */
  values: Record<string, string>;
}

/** Points with those that they are held against: along time one after the other, else by name. */
export function plotRows({ along, of, points, before }: Plot, language: Language): PlotRow[] {
  const isTime = along === 'date' || along === 'month';
  const text = (label: Cell): string => labelText(label, along, language);
  const values = (list: Plot['points'], at: number, prefix: string): Record<string, string> =>
    Object.fromEntries(of.map(({ key }) => [`${prefix}${key}`, list[at]?.values[key] ?? '0']));
  const count = isTime ? Math.max(points.length, before.length) : points.length;
  const rows = Array.from({ length: count }, (_, index) => {
    const label = points[index]?.label ?? before[index]?.label ?? null;
    const earlier = isTime ? index : before.findIndex((point) => point.label === label);
    return {
      label: text(label),
      values: { ...values(points, index, ''), ...(before.length > 0 && values(before, earlier, 'before_')) },
    };
  });
  const gone = isTime ? [] : before.filter((one) => !points.some((point) => point.label === one.label));
  return [
    ...rows,
    ...gone.map((one) => ({
      label: text(one.label),
      values: { ...values([], 0, ''), ...values([one], 0, 'before_') },
    })),
  ];
}

export const PRESETS = ['this_month', 'last_month', 'this_year', 'last_year'] as const;
export type Preset = (typeof PRESETS)[number];

const yearOf = (date: string): Period => ({ from: `${date.slice(0, 4)}-01-01`, to: `${date.slice(0, 4)}-12-31` });
const monthOf = (date: string): Period => ({ from: startOfMonth(date), to: endOfMonth(date) });

export function presetPeriod(preset: Preset, today: string): Period {
  switch (preset) {
    case 'this_month':
      return monthOf(today);
    case 'last_month':
      return monthOf(addMonths(startOfMonth(today), -1));
    case 'this_year':
      return yearOf(today);
    case 'last_year':
      return yearOf(addMonths(startOfMonth(today), -12));
  }
}
