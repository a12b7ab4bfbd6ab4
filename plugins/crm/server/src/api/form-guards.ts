import { conflict } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { FORM, FORM_SUBMISSION, TASK } from '../content-types/types';

interface RequestState {
  route?: { info?: { pluginName?: string } };
}

const WRITES = new Set(['create', 'update', 'delete', 'clone', 'publish', 'unpublish', 'discardDraft']);
const BY_ACTIONS = new Set([FORM, FORM_SUBMISSION, TASK]);

/** The content manager knows neither what a form may ask, nor that an answer is what somebody said, nor what a task led to. */
export function guardForms({ strapi }: Pick<Tools, 'strapi'>): void {
  const isByHand = (): boolean =>
    (strapi.requestContext.get()?.state as RequestState | undefined)?.route?.info?.pluginName === 'content-manager';
  strapi.documents.use((async (context: { uid: string; action: string }, next: () => Promise<unknown>) => {
    if (WRITES.has(context.action) && BY_ACTIONS.has(context.uid) && isByHand()) throw conflict('crm.by_action_only');
    return next();
  }) as never);
}
