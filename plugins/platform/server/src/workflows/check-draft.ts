import { badInput, isRefusal, Refusal } from '../../../kernel/src';
import { parseInput } from '../../../kit/src/parse-input';
import type { WorkflowAction, WorkflowSubject } from '../../../kit/src/workflows';
import type { Templates } from '../templates/create-templates';
import { isWait } from './domain/cause';
import { readConditions } from './domain/conditions';
import type { Subjects } from './subjects';
import type { PlannedAction, WorkflowRow } from './workflow-store';

const MOST_ACTIONS = 5;

/** A workflow as staff write it. */
export interface Draft {
  name: string;
  event: string;
  conditions: unknown;
  actions: readonly ({ kind: string } & Record<string, unknown>)[];
  wait: string | null;
}

export type CheckedDraft = Pick<WorkflowRow, 'name' | 'event' | 'conditions' | 'actions' | 'wait'>;

export interface DraftNeeds {
  subjects: Subjects;
  actions: () => readonly WorkflowAction[];
  templates: Pick<Templates, 'say' | 'engine'>;
}

/** What is refused inside is told at its place in the whole. */
async function under<T>(at: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const field = [at, error.field].filter(Boolean).join('.');
    throw new Refusal({
      code: error.code,
      status: error.status,
      field,
      params: 'field' in error.params ? { ...error.params, field } : error.params,
    });
  }
}

/** Refuses a draft that could not be followed, in the reader's words. Writes nothing. */
export function createDraftCheck({ subjects, actions, templates }: DraftNeeds) {
  /** Each text is read, and tried on an example, before anybody is to read it. */
  async function checkTexts(kind: WorkflowAction, wish: never, subject: WorkflowSubject): Promise<void> {
    const sample = subjects.sampleOf(subject);
    for (const { field, part, text } of kind.texts?.(wish) ?? []) {
      await under(field, async () => {
        await templates.say(part, text, 'en', sample);
        const [unknown] = await templates.engine.unknown(text, sample);
        if (unknown) throw badInput('template.variable_unknown', { params: { ...unknown } });
      });
    }
  }

  const checkAction = async (
    { kind: name, ...rest }: Draft['actions'][number],
    subject: WorkflowSubject,
  ): Promise<PlannedAction> => {
    const kind = actions().find((one) => one.kind === name);
    if (!kind) {
      const kinds = actions().map((one) => one.kind);
      throw badInput('input.not_one_of', { field: 'kind', params: { values: kinds.join(', ') } });
    }
    const wish: never = parseInput(kind.wish, rest);
    await kind.check?.(wish);
    await checkTexts(kind, wish, subject);
    return { kind: name, ...(wish as Record<string, unknown>) };
  };

  return async function checkDraft({ name, event, conditions, actions: wanted, wait }: Draft): Promise<CheckedDraft> {
    const subject = subjects.ofEvent(event);
    if (!subject) throw badInput('workflow.event_unknown', { field: 'event', params: { name: event.slice(0, 60) } });
    if (wait !== null && !isWait(wait)) throw badInput('workflow.wait_wrong', { field: 'wait' });
    if (wanted.length === 0 || wanted.length > MOST_ACTIONS) {
      throw badInput('workflow.actions_count', { field: 'actions', params: { most: MOST_ACTIONS } });
    }
    const read = readConditions(conditions, subjects.fieldsOf(subject));
    const checked: PlannedAction[] = [];
    for (const [index, action] of wanted.entries()) {
      checked.push(await under(`actions.${index}`, () => checkAction(action, subject)));
    }
    return { name, event, wait, actions: checked, conditions: read };
  };
}

export type CheckDraft = ReturnType<typeof createDraftCheck>;
