import { conflict } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import {
  BILLING_PERIOD,
  BILLING_RUN,
  BILLING_UNDO,
  BILLING_UNDO_ITEM,
  CONTRACT,
  CONTRACT_LINE,
  ENTITLEMENT_ENTRY,
  RENEWAL,
  RENEWAL_NOTICE,
  SUSPENSION,
} from '../content-types/types';

interface Context {
  uid: string;
  action: string;
}

interface RequestState {
  route?: { info?: { pluginName?: string } };
}

const WRITES = new Set(['create', 'update', 'delete', 'clone', 'publish', 'unpublish', 'discardDraft']);
const BY_ACTIONS = new Set([
  ...[CONTRACT, CONTRACT_LINE, BILLING_PERIOD, SUSPENSION, ENTITLEMENT_ENTRY, RENEWAL, RENEWAL_NOTICE],
  ...[BILLING_RUN, BILLING_UNDO, BILLING_UNDO_ITEM],
]);

/**
 * Whoever may write everything in the content manager still may not write contracts there: a contract has its lines, its
 * periods and its next day from the action that moved it.
 */
export function registerDocumentGuards({ strapi }: Tools): void {
  const isByHand = (): boolean =>
    (strapi.requestContext.get()?.state as RequestState | undefined)?.route?.info?.pluginName === 'content-manager';

  strapi.documents.use((async ({ action, uid }: Context, next: () => Promise<unknown>) => {
    if (WRITES.has(action) && BY_ACTIONS.has(uid) && isByHand()) throw conflict('contract.by_action_only');
    return next();
  }) as never);
}
