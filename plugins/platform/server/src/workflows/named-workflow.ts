import { notFound } from '../../../kernel/src';
import type { WorkflowRow, WorkflowStore } from './workflow-store';

/** The workflow of that document id; 404 where there is none. */
export async function namedWorkflow(
  store: Pick<WorkflowStore, 'byDocumentId'>,
  documentId: string,
  lock?: 'wait',
): Promise<WorkflowRow> {
  const row = await store.byDocumentId(documentId, lock);
  if (!row) throw notFound('workflow.unknown', { field: 'id' });
  return row;
}
