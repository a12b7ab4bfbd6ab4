import { addDays, badInput, dateIn, isInstant, parseCivilDate } from '../../../../kernel/src';
import type { WorkflowField, WorkflowFieldKind, WorkflowValue } from '../../../../kit/src/workflows';

/** A day that moves with today: in so many days, or so many days ago. */
export type RelativeDay = { inDays: number } | { daysAgo: number };
/** What a condition holds a field against, as it is kept: money is text of minor units. */
export type Operand = string | number | boolean | RelativeDay;

const FAR = 3650;
const LONGEST = 200;
const WHOLE = /^-?\d{1,18}$/;

const isDays = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= FAR;

function relativeDay(value: unknown): RelativeDay | undefined {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 1) return undefined;
  const { inDays, daysAgo } = value as Record<string, unknown>;
  if (isDays(inDays)) return { inDays };
  return isDays(daysAgo) ? { daysAgo } : undefined;
}

type Read = (value: unknown, field: WorkflowField) => Operand | undefined;

const READ: Record<WorkflowFieldKind, Read> = {
  text: (value) =>
    typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST ? value.trim() : undefined,
  number: (value) => (typeof value === 'number' && Number.isFinite(value) ? value : undefined),
  money: (value) => (typeof value === 'string' && WHOLE.test(value) ? String(BigInt(value)) : undefined),
  date: (value) => (typeof value === 'string' ? parseCivilDate(value)?.date : relativeDay(value)),
  choice: (value, { choices = [] }) => (typeof value === 'string' && choices.includes(value) ? value : undefined),
  flag: (value) => (typeof value === 'boolean' ? value : undefined),
};

/** The operand of a condition as it is kept, or a refusal that says what would be right for such a field. */
export function readOperand(field: WorkflowField, value: unknown, at: string): Operand {
  const read = READ[field.kind](value, field);
  if (read !== undefined) return read;
  const choices = (field.choices ?? []).join(', ');
  throw badInput(`workflow.value_${field.kind}`, { field: at, params: { title: { words: [field.title] }, choices } });
}

/** The day on which conditions are asked, and the zone that tells of which day a moment is. */
export interface AskedOn {
  today: string;
  zone: string;
}

function dayOf(text: string, zone: string): string | null {
  if (!isInstant(text)) return parseCivilDate(text)?.date ?? null;
  try {
    return dateIn(zone, text);
  } catch {
    // Some write the last moment of the calendar for never: east of Greenwich it is of no day any more.
    return null;
  }
}

type Known = (value: string | number | bigint | boolean, zone: string) => WorkflowValue;

const KNOWN: Record<WorkflowFieldKind, Known> = {
  text: String,
  number: (value) => (Number.isFinite(Number(value)) ? Number(value) : null),
  money: (value) => (typeof value === 'bigint' || WHOLE.test(String(value)) ? BigInt(value) : null),
  date: (value, zone) => dayOf(String(value), zone),
  choice: String,
  flag: (value) => (typeof value === 'boolean' ? value : null),
};

/** A value that a thing or an event holds, to be compared; null where it has none that is of its kind. */
export const valueOf = (kind: WorkflowFieldKind, value: unknown, zone: string): WorkflowValue =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean'
    ? value === ''
      ? null
      : KNOWN[kind](value, zone)
    : null;

/** The operand to be compared with on a day. */
export function operandOn(kind: WorkflowFieldKind, operand: Operand, { today, zone }: AskedOn): WorkflowValue {
  if (typeof operand !== 'object') return valueOf(kind, operand, zone);
  return addDays(today, 'inDays' in operand ? operand.inDays : -operand.daysAgo);
}
