import { move, notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { PRODUCT_IMPORT } from '../../content-types/types';
import { importMachine } from '../../domain/import/life';
import { importStore } from '../../stores/imports';

/** Lets the job carry a file out that was looked at. */
export async function startImport({ platform }: Pick<Tools, 'platform'>, id: number): Promise<void> {
  await platform.transaction(async () => {
    const store = importStore(platform.rows);
    const found = await store.lock(id);
    if (!found) throw notFound('product_import.unknown');
    const state = move(importMachine, found.state, 'start');
    await store.update({ id, state, startedAt: platform.clock.now() });
    await platform.events.record([
      {
        name: 'product-import.started',
        subject: { type: PRODUCT_IMPORT, id, documentId: found.documentId },
        after: { fileName: found.fileName, rows: found.rows, wrong: found.wrong },
      },
    ]);
  });
  platform.afterCommit(() => platform.jobs.poke());
}
