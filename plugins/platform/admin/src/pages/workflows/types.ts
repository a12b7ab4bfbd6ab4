import type { PlatformDoors } from '../../doors';
import type { ActionWish } from '../../ui';

export type Workflow = PlatformDoors['GET /platform/workflows/:id']['answers'];
export type Catalogue = PlatformDoors['GET /platform/workflow-catalogue']['answers'];
export type Subject = Catalogue['subjects'][number];
export type Field = Subject['fields'][number];
export type Rehearsal = PlatformDoors['POST /platform/workflows/rehearse']['answers'];
export type Run = PlatformDoors['GET /platform/workflows/:id/runs']['answers'][number];

export type Operand = string | number | boolean | { inDays: number } | { daysAgo: number };
export interface Condition {
  field: string;
  operator: string;
  value?: Operand | Operand[];
}
export type Group = { all: Node[] } | { any: Node[] };
export type Node = Group | Condition;

export type Action = ActionWish & { kind: string };

/** What stands in the fields of the editor. */
export interface Values {
  name: string;
  event: string;
  conditions: Group;
  actions: Action[];
  /** Empty: at once. */
  wait: string;
}

export const isGroup = (node: Node): node is Group => 'all' in node || 'any' in node;
export const listOf = (group: Group): Node[] => ('all' in group ? group.all : group.any);
export const kindOf = (group: Group): 'all' | 'any' => ('all' in group ? 'all' : 'any');
export const groupOf = (kind: 'all' | 'any', list: Node[]): Group => (kind === 'all' ? { all: list } : { any: list });

/** Conditions as the editor has them: a single one stands in a group. */
export const asGroup = (conditions: unknown): Group => {
  const node = conditions as Node;
  return isGroup(node) ? node : { all: [node] };
};

export const valuesOf = ({ name, event, conditions, actions, wait }: Workflow): Values => ({
  ...{ name, event, conditions: asGroup(conditions), actions: actions as Action[], wait: wait ?? '' },
});

/** A group that holds nothing asks nothing. */
function kept(group: Group): Group {
  const list = listOf(group)
    .map((node) => (isGroup(node) ? kept(node) : node))
    .filter((node) => !isGroup(node) || listOf(node).length > 0);
  return list.length === 0 ? { all: [] } : groupOf(kindOf(group), list);
}

/** What the doors are told. */
export const bodyOf = ({ wait, conditions, ...values }: Values) => ({
  ...{ ...values, conditions: kept(conditions) as unknown as Record<string, unknown>, wait: wait || null },
});

export const subjectOfEvent = ({ subjects }: Catalogue, event: string): Subject | undefined =>
  subjects.find(({ events }) => events.some(({ name }) => name === event));
