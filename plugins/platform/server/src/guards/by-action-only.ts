import type { Core } from '@strapi/types';
import { conflict } from '../../../kernel/src';
import { APPROVAL, APPROVAL_LIMIT } from '../approvals/approval-store';

const WRITES = new Set(['create', 'update', 'delete', 'clone', 'publish', 'unpublish', 'discardDraft']);

/** Rows that the content manager shows and actions alone write, and how that is said. */
const REFUSED = new Map([
  [APPROVAL, 'approval.by_action_only'],
  [APPROVAL_LIMIT, 'approval.by_action_only'],
  ['plugin::platform.delivery', 'delivery.by_action_only'],
]);

/** Whoever may write everything in the content manager still decides nothing there, and rewrites no mail. */
export function registerByActionOnly(strapi: Core.Strapi): void {
  strapi.documents.use((async (context: { uid: string; action: string }, next: () => Promise<unknown>) => {
    const code = WRITES.has(context.action) ? REFUSED.get(context.uid) : undefined;
    if (code) throw conflict(code);
    return next();
  }) as never);
}
