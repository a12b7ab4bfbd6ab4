import type { Job, StepResult, Tools } from '@sanya/strapi-plugin-platform/kit';
import { importStore } from '../stores/imports';
import { carryOut, note } from '../use-cases/import/carry-out';

const CHUNK = 500;

/** Carries out the files that were started, one after the other, a chunk at a time. */
export function createImportProducts({ platform }: Tools): Job {
  const store = () => importStore(platform.rows);
  return {
    name: 'sales.import-products',
    nextDue: async () => (await store().running())?.startedAt ?? null,
    async step(): Promise<StepResult> {
      const running = await store().running();
      if (!running) return { done: true };
      return platform.transaction(async () => {
        const rows = await store().next(running.id, CHUNK);
        const carried = rows.length === 0 ? { processed: 0, failed: 0 } : await carryOut({ platform }, rows);
        await note({ platform }, running, carried, rows.length === 0);
        return { done: rows.length === 0, ...carried, total: running.rows - running.unchanged - running.wrong };
      });
    },
  };
}
