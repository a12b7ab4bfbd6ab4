import { addDuration } from '../../../../kernel/src';
import type { RecordedEvent } from '../../../../kit/src/events';

/** Who acts when a workflow does. */
export const WORKFLOW_ACTOR = 'system:workflow';
const REQUEST = 'workflow:';

/** The request under which a run does its work: all that follows from it is told under the same. */
export const requestOf = (run: { documentId: string }): string => `${REQUEST}${run.documentId}`;

/** What a workflow did, or what followed from that, starts no workflow: so none runs round. */
export const isCausedByWorkflow = ({ actor, requestId }: Pick<RecordedEvent, 'actor' | 'requestId'>): boolean =>
  actor === WORKFLOW_ACTOR || requestId.startsWith(REQUEST);

const WAIT = /^(?:P[1-9]\d{0,2}D|PT[1-9]\d{0,2}H)$/;
/** `P3D`, `PT4H`. */
export const isWait = (text: string): boolean => WAIT.test(text);

/** When a run is due that waits so long after what happened. Days are civil. */
export const dueAfter = (at: string, wait: string | null, zone: string): string =>
  wait === null ? at : addDuration(at, wait, zone);
