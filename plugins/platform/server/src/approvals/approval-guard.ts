import type { Core } from '@strapi/types';
import { conflict } from '../../../kernel/src';
import { APPROVAL, APPROVAL_LIMIT } from './approval-store';

const WRITES = new Set(['create', 'update', 'delete', 'clone', 'publish', 'unpublish', 'discardDraft']);

/** Whoever may write everything in the content manager still does not decide there. */
export function registerApprovalGuard(strapi: Core.Strapi): void {
  strapi.documents.use((async (context: { uid: string; action: string }, next: () => Promise<unknown>) => {
    if (WRITES.has(context.action) && (context.uid === APPROVAL || context.uid === APPROVAL_LIMIT)) {
      throw conflict('approval.by_action_only');
    }
    return next();
  }) as never);
}
