import { FIELD_KINDS, type WorkflowFieldKind } from '../../../../kit/src/workflows';

const ALL = FIELD_KINDS;

interface Operator {
  kinds: readonly WorkflowFieldKind[];
  /** What it is held against: one value, several, or nothing. */
  takes: 'one' | 'some' | 'none';
  /** The operator that holds where this one does not, of a field that has a value. */
  not: string;
}

const operators = <const Name extends string>(table: Record<Name, Omit<Operator, 'not'> & { not: NoInfer<Name> }>) =>
  table;

const COMPARED = ['number', 'money', 'date'] as const;
const CHOSEN = ['text', 'number', 'choice'] as const;

/** What can be asked of a field. */
export const OPERATORS = operators({
  is: { kinds: ALL, takes: 'one', not: 'is_not' },
  is_not: { kinds: ALL, takes: 'one', not: 'is' },
  one_of: { kinds: CHOSEN, takes: 'some', not: 'none_of' },
  none_of: { kinds: CHOSEN, takes: 'some', not: 'one_of' },
  contains: { kinds: ['text'], takes: 'one', not: 'contains_not' },
  contains_not: { kinds: ['text'], takes: 'one', not: 'contains' },
  at_least: { kinds: COMPARED, takes: 'one', not: 'less_than' },
  less_than: { kinds: COMPARED, takes: 'one', not: 'at_least' },
  at_most: { kinds: COMPARED, takes: 'one', not: 'more_than' },
  more_than: { kinds: COMPARED, takes: 'one', not: 'at_most' },
  is_set: { kinds: ALL, takes: 'none', not: 'is_not_set' },
  is_not_set: { kinds: ALL, takes: 'none', not: 'is_set' },
  changed: { kinds: ALL, takes: 'none', not: 'unchanged' },
  unchanged: { kinds: ALL, takes: 'none', not: 'changed' },
  changed_to: { kinds: ALL, takes: 'one', not: 'not_changed_to' },
  not_changed_to: { kinds: ALL, takes: 'one', not: 'changed_to' },
  changed_from: { kinds: ALL, takes: 'one', not: 'not_changed_from' },
  not_changed_from: { kinds: ALL, takes: 'one', not: 'changed_from' },
});

export type OperatorName = keyof typeof OPERATORS;

export const isOperator = (name: string): name is OperatorName => Object.hasOwn(OPERATORS, name);

const BY_DATE: readonly OperatorName[] = ['at_least', 'less_than', 'at_most', 'more_than'];

/** Message that says an operator: of dates people say otherwise that one is later. */
export const operatorTitle = (kind: WorkflowFieldKind, name: OperatorName): string =>
  kind === 'date' && BY_DATE.includes(name) ? `operator.date_${name}` : `operator.${name}`;

export const operatorsOf = (kind: WorkflowFieldKind): OperatorName[] =>
  (Object.keys(OPERATORS) as OperatorName[]).filter((name) =>
    (OPERATORS[name].kinds as readonly WorkflowFieldKind[]).includes(kind),
  );
