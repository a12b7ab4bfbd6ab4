import type { ComponentType } from 'react';
import type { Say } from './language';

/** What is asked for an action of a workflow, besides its kind. */
export type ActionWish = Record<string, unknown>;

export interface ActionCardProps {
  wish: ActionWish;
  change: (part: ActionWish, field?: string) => void;
  disabled: boolean;
  /** Of a field of the action: its name in the whole form. */
  at: (field: string) => string;
  errorAt: (field: string) => string | undefined;
  /** What of a text was written in last: places are put in there. */
  onWrite: (field: string) => void;
  /** Who works here. */
  staff: readonly { id: number; name: string }[];
  roles: readonly { name: string; title: string }[];
}

/** How staff say what an action of a workflow is to do. */
export interface WorkflowCard {
  /** What stands in a new one. */
  proposal: ActionWish;
  Card: ComponentType<ActionCardProps>;
  /** In one sentence. */
  told: (wish: ActionWish, say: Say) => string;
}

// Each plugin brings its own copy of these components: what all of them tell each other hangs on the window.
const KEY = Symbol.for('sanya.workflow-cards');
const cards = (): Map<string, () => Promise<{ default: WorkflowCard }>> => {
  const home = globalThis as unknown as Record<symbol, ReturnType<typeof cards> | undefined>;
  home[KEY] ??= new Map();
  return home[KEY];
};

/** Says how an action of workflows is asked for; loaded when a workflow is first opened. */
export function registerWorkflowCard(kind: string, load: () => Promise<{ default: WorkflowCard }>): void {
  cards().set(kind, load);
}

/** Of all kinds that are registered. */
export const loadWorkflowCards = async (): Promise<Record<string, WorkflowCard>> =>
  Object.fromEntries(
    await Promise.all([...cards()].map(async ([kind, load]) => [kind, (await load()).default] as const)),
  );
