import { defineAction, only, rowIds } from '@sanya/strapi-plugin-platform/kit';
import { BILLING_RUN, CUSTOMER } from '../content-types/types';
import { beginUndo, previewUndo, type UndoPreview } from '../use-cases/undo-runs';
import { nothing } from './shapes';
import { billingUndo, undoInput, undoPreview } from './undo-shapes';

const MOST_LISTED = 100;

const previewView = (
  { shown, customers, problems, ...preview }: UndoPreview,
  tell: (code: string, params: UndoPreview['problems'][number]['refusal']['params']) => string,
) => {
  const count = (way: 'void' | 'credit' | undefined): number => shown.filter((one) => one.way === way).length;
  return {
    ...preview,
    ...{ voided: count('void'), credited: count('credit'), left: count(undefined), customers },
    list: shown.slice(0, MOST_LISTED).map(({ documentId, number, customerName, way, total, settled }) => ({
      ...{ documentId, number, customer: customerName, way: way ?? null, total, settled },
    })),
    problems: problems.map(({ documentId, number, customerName, refusal }) => ({
      ...{ documentId, number, customer: customerName, problem: tell(refusal.code, refusal.params) },
    })),
  };
};

export const undoActions = [
  defineAction({
    name: 'previewUndoOfBillingRun',
    summary:
      'What undoing a billing run would do: what is void, what is credited, what has to be decided and what stays',
    subject: BILLING_RUN,
    staff: { method: 'POST', path: '/billing-runs/:id/undo/preview', permission: 'billing-run.undo' },
    input: nothing,
    output: undoPreview,
    writes: false,
    graphql: 'none',
    run: async (call) => {
      const { platform, subject } = call;
      return previewView(await previewUndo(call, subject.id), (code, params) =>
        platform.messages.say(platform.caller().language, code, params),
      );
    },
  }),
  defineAction({
    name: 'undoBillingRun',
    summary: 'Undo a billing run: its invoices are void or credited, and its periods are billed again',
    subject: BILLING_RUN,
    staff: { method: 'POST', path: '/billing-runs/:id/undo', permission: 'billing-run.undo' },
    input: undoInput,
    output: billingUndo,
    graphql: 'none',
    run: async (call) => {
      const { platform, subject, input } = call;
      const named = input.customers.map(({ customer }) => customer);
      const ids = await rowIds(
        platform,
        CUSTOMER,
        named,
        'contract.customer_unknown',
        (index) => `customers.${index}.customer`,
      );
      const undo = await beginUndo(call, {
        ...{ run: subject.id, reason: input.reason, cause: input.cause, settle: input.settle },
        billAgainOn: input.billAgainOn,
        decisions: input.customers.map(({ settle }, index) => ({ customer: ids[index] ?? 0, settle })),
      });
      return only(billingUndo, undo);
    },
  }),
] as const;
