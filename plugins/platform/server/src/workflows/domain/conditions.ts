import { badInput } from '../../../../kernel/src';
import type { WorkflowField, WorkflowValue } from '../../../../kit/src/workflows';
import { type AskedOn, type Operand, operandOn, readOperand, valueOf } from './operands';
import { isOperator, type OperatorName, OPERATORS, operatorsOf, operatorTitle } from './operators';

// A type, so that it is JSON to whoever answers it.
export type Condition = {
  field: string;
  operator: OperatorName;
  /** Several for `one_of` and its opposite; absent where nothing is held against the field. */
  value?: Operand | Operand[];
};
/** All of none holds; there is no any of none. */
export type Conditions = { all: Conditions[] } | { any: Conditions[] } | Condition;

const MOST = 50;
const DEEPEST = 5;

type Raw = Record<string, unknown>;

const isRaw = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);

function readCondition(raw: Raw, fields: ReadonlyMap<string, WorkflowField>, at: string): Condition {
  const { field: name, operator, value, ...rest } = raw;
  const field = typeof name === 'string' ? fields.get(name) : undefined;
  if (!field || Object.keys(rest).length > 0) {
    throw badInput('workflow.field_unknown', {
      field: `${at}.field`,
      params: { name: String(name ?? '').slice(0, 60) },
    });
  }
  const possible = operatorsOf(field.kind);
  if (typeof operator !== 'string' || !isOperator(operator) || !possible.includes(operator)) {
    const params = {
      title: { words: [field.title] },
      operators: { words: possible.map((one) => operatorTitle(field.kind, one)) },
    };
    throw badInput('workflow.operator_wrong', { field: `${at}.operator`, params });
  }
  const { takes } = OPERATORS[operator];
  if (takes === 'none') return { field: field.name, operator };
  if (takes === 'one') return { field: field.name, operator, value: readOperand(field, value, `${at}.value`) };
  const list = Array.isArray(value) ? (value as unknown[]) : [];
  if (list.length === 0 || list.length > MOST) {
    throw badInput('workflow.values_missing', { field: `${at}.value`, params: { title: { words: [field.title] } } });
  }
  return {
    ...{ field: field.name, operator },
    value: list.map((one, index) => readOperand(field, one, `${at}.value.${index}`)),
  };
}

/** The conditions as they are kept. What does not fit the fields is refused where it stands. */
export function readConditions(raw: unknown, fields: readonly WorkflowField[], at = 'conditions'): Conditions {
  const byName = new Map(fields.map((field) => [field.name, field]));
  let count = 0;
  const read = (one: unknown, place: string, depth: number): Conditions => {
    count += 1;
    if (count > MOST || depth > DEEPEST) {
      throw badInput('workflow.conditions_too_many', { field: at, params: { most: MOST, deepest: DEEPEST } });
    }
    if (!isRaw(one)) throw badInput('workflow.conditions_unreadable', { field: place });
    const [key, ...others] = Object.keys(one);
    if (key !== 'all' && key !== 'any') return readCondition(one, byName, place);
    const list = one[key];
    const isList = Array.isArray(list) && (list.length > 0 || key === 'all');
    if (others.length > 0 || !isList) throw badInput('workflow.conditions_unreadable', { field: place });
    const inner = list.map((each, index) => read(each, `${place}.${key}.${index}`, depth + 1));
    return key === 'all' ? { all: inner } : { any: inner };
  };
  return read(raw, at, 0);
}

/** What is known when conditions are asked. */
export interface Facts extends AskedOn {
  values: Readonly<Record<string, WorkflowValue>>;
  before: Readonly<Record<string, unknown>> | null;
  after: Readonly<Record<string, unknown>> | null;
}

type Kinds = ReadonlyMap<string, WorkflowField>;

const same = (a: WorkflowValue, b: WorkflowValue): boolean =>
  typeof a === 'string' && typeof b === 'string' ? a.toLowerCase() === b.toLowerCase() : a === b;

/** Undefined where either is not there: then no order holds between them. */
function order(a: WorkflowValue, b: WorkflowValue): number | undefined {
  if (a === null || b === null) return undefined;
  return a === b ? 0 : a < b ? -1 : 1;
}

function conditionHolds(condition: Condition, kinds: Kinds, facts: Facts): boolean {
  const { values, before, after, zone } = facts;
  const field = kinds.get(condition.field);
  // A field that a plugin took away has no value.
  const kind = field?.kind ?? 'text';
  const value = field ? valueOf(kind, values[condition.field], zone) : null;
  const operands = (Array.isArray(condition.value) ? condition.value : [condition.value]).flatMap((one) =>
    one === undefined ? [] : [operandOn(kind, one, facts)],
  );
  const operand = operands[0] ?? null;
  const told = (of: Facts['before']): WorkflowValue => valueOf(kind, of?.[condition.field], zone);
  const [was, is] = [told(before), told(after)];
  const changed = after !== null && condition.field in after && !same(was, is);
  const compared = order(value, operand);
  const contained = value !== null && String(value).toLowerCase().includes(String(operand).toLowerCase());
  switch (condition.operator) {
    case 'is':
      return same(value, operand);
    case 'is_not':
      return !same(value, operand);
    case 'one_of':
      return operands.some((one) => same(value, one));
    case 'none_of':
      return !operands.some((one) => same(value, one));
    case 'contains':
      return contained;
    case 'contains_not':
      return !contained;
    case 'at_least':
      return compared !== undefined && compared >= 0;
    case 'less_than':
      return compared !== undefined && compared < 0;
    case 'at_most':
      return compared !== undefined && compared <= 0;
    case 'more_than':
      return compared !== undefined && compared > 0;
    case 'is_set':
      return value !== null;
    case 'is_not_set':
      return value === null;
    case 'changed':
      return changed;
    case 'unchanged':
      return !changed;
    case 'changed_to':
      return changed && same(is, operand);
    case 'not_changed_to':
      return !(changed && same(is, operand));
    case 'changed_from':
      return changed && same(was, operand);
    case 'not_changed_from':
      return !(changed && same(was, operand));
  }
}

/** Conditions that do not hold, by the places that keep the whole from holding: none where it holds. */
export function failing(conditions: Conditions, fields: readonly WorkflowField[], facts: Facts): Condition[] {
  const kinds: Kinds = new Map(fields.map((field) => [field.name, field]));
  const ask = (one: Conditions): { holds: boolean; failed: Condition[] } => {
    if ('all' in one) {
      const failed = one.all.map(ask).filter(({ holds }) => !holds);
      return { holds: failed.length === 0, failed: failed.flatMap((inner) => inner.failed) };
    }
    if ('any' in one) {
      const asked = one.any.map(ask);
      const holds = asked.some((inner) => inner.holds);
      return { holds, failed: holds ? [] : asked.flatMap((inner) => inner.failed) };
    }
    const holds = conditionHolds(one, kinds, facts);
    return { holds, failed: holds ? [] : [one] };
  };
  return ask(conditions).failed;
}

export const holds = (conditions: Conditions, fields: readonly WorkflowField[], facts: Facts): boolean =>
  failing(conditions, fields, facts).length === 0;

/** The opposite: what holds where the other does not, of fields that have values. */
export const negated = (conditions: Conditions): Conditions => {
  if ('all' in conditions) return { any: conditions.all.map(negated) };
  if ('any' in conditions) return { all: conditions.any.map(negated) };
  return { ...conditions, operator: OPERATORS[conditions.operator].not };
};
