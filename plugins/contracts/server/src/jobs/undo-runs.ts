import type { Job, StepResult, Tools } from '@sanya/strapi-plugin-platform/kit';
import { type UndoRow, undosStore } from '../stores/undos';
import { undoFree, undoInvoices } from '../use-cases/undo-invoices';
import { finishUndo } from '../use-cases/undo-runs';

const CHUNK = 100;

/** Undoes the run that staff wanted undone, one chunk of invoices at a time, in the name of whoever wanted it. */
export function createUndoRuns(tools: Tools): Job {
  const { platform } = tools;
  const undos = () => undosStore(platform.rows);

  const inNameOf = <T>({ askedBy, userId }: UndoRow, work: () => Promise<T>): Promise<T> =>
    userId === null ? work() : platform.as({ kind: 'staff', key: askedBy, userId }, work);

  return {
    name: 'contracts.undo-runs',
    nextDue: async () => (await undos().running())?.startedAt ?? null,
    async step(): Promise<StepResult> {
      const undo = await undos().running();
      if (!undo) return { done: true };
      return inNameOf(undo, async () => {
        const ids = await undos().next(undo, CHUNK);
        if (ids.length > 0) {
          const { voided, credited, left } = await undoInvoices(tools, undo, ids);
          return { done: false, processed: voided + credited, failed: left, total: undo.invoices };
        }
        if ((await undoFree(tools, undo, CHUNK)) > 0) return { done: false };
        await finishUndo(tools, undo.id);
        return { done: true };
      });
    },
  };
}
