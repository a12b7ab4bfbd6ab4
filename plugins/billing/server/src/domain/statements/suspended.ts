import type { StatementLineState } from '../lives';

/** Money that came in and is nobody's yet: a liability. */
export const SUSPENDED = ['unknown', 'to_check', 'matched'] as const satisfies readonly StatementLineState[];
