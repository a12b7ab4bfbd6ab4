import type { Job, StepResult } from '../jobs';
import type { Platform } from '../platform';
import { carryOut, noteCarried } from './carry-out';
import type { AnyImportKind } from './kind';
import { importStore } from './store';

const CHUNK = 500;

/** Carries out the files of a kind that were started, one after the other, a chunk at a time. */
export function importJob(name: string, platform: Platform, kind: AnyImportKind): Job {
  const store = () => importStore(platform.rows, kind);
  return {
    name,
    nextDue: async () => (await store().running())?.startedAt ?? null,
    async step(): Promise<StepResult> {
      const running = await store().running();
      if (!running) return { done: true };
      return platform.transaction(async () => {
        const rows = await store().next(running.id, CHUNK);
        const carried = rows.length === 0 ? { processed: 0, failed: 0 } : await carryOut(platform, kind, running, rows);
        await noteCarried(platform, kind, running, carried, rows.length === 0);
        return { done: rows.length === 0, ...carried, total: running.rows - running.unchanged - running.wrong };
      });
    },
  };
}
