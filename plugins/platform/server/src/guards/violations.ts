import { badInput, broken, conflict, isRefusal, type Refusal } from '../../../kernel/src';
import type { Constraint } from '../../../kit/src/constraints';
import { constraintName, FROZEN_MARK, RESTRICT_MARK } from './constraints';
import { MOVED_MARK } from './current';

interface DatabaseError {
  code?: string;
  constraint?: string;
  message?: string;
  status?: number;
}

interface Known {
  constraints: () => readonly Constraint[];
  columnsOf: (type: string, attributes: readonly string[]) => string[];
  tableOf: (type: string) => string;
}

const RETRIABLE = new Set(['40001', '40P01', 'SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT']);
/** A deadlock or serialisation failure: the whole transaction may be done again. */
export const isRetriable = (error: unknown): boolean => RETRIABLE.has((error as DatabaseError)?.code ?? '');

/**
 * Says in the reader's terms what the database refused: a unique index, a check, a frozen row, a key that must hold,
 * or bytes that are no text (SQLSTATE class 22). Undefined for everything else: that is a defect and stays one.
 */
export function createViolations({ constraints, columnsOf, tableOf }: Known) {
  const named = (name: string): Refusal | undefined => {
    const rule = constraints().find(
      (candidate) =>
        (candidate.kind === 'unique' || candidate.kind === 'check' || candidate.kind === 'forbid') &&
        constraintName(candidate) === name,
    );
    return rule && 'code' in rule ? conflict(rule.code) : undefined;
  };

  /** SQLite names the columns of a plain unique index, not the index. */
  const byColumns = (message: string): Refusal | undefined => {
    const [, list] = /UNIQUE constraint failed: (.+)$/.exec(message) ?? [];
    if (!list) return undefined;
    const [, indexName] = /index '([^']+)'/.exec(list) ?? [];
    if (indexName) return named(indexName);
    for (const rule of constraints()) {
      if (rule.kind !== 'unique' || rule.expressions) continue;
      const table = tableOf(rule.type);
      if (
        columnsOf(rule.type, rule.columns)
          .map((column) => `${table}.${column}`)
          .join(', ') === list
      ) {
        return conflict(rule.code);
      }
    }
    return undefined;
  };

  return (error: unknown): Refusal | undefined => {
    if (isRefusal(error)) return error;
    if (typeof error !== 'object' || error === null) return undefined;
    const { code = '', constraint, message = '' } = error as DatabaseError;
    const [, frozen] = new RegExp(`${FROZEN_MARK}:([\\w:.-]+)`).exec(message) ?? [];
    if (frozen) return conflict('row.frozen', { params: { type: frozen } });
    if (message.includes(MOVED_MARK)) return conflict('row.moved_away');
    const [, target, user] = new RegExp(`${RESTRICT_MARK}:([\\w:.-]+?):(plugin::[\\w.-]+)`).exec(message) ?? [];
    if (target && user) return conflict('row.in_use', { params: { type: target, by: user } });
    if (code === '23503') return conflict('row.in_use', { params: { type: '', by: '' } });
    if (constraint) {
      const known = named(constraint);
      if (known) return known;
    }
    if (message.includes('UNIQUE constraint failed')) {
      const known = byColumns(message);
      if (known) return known;
    }
    const [, checked] = /(sanya_(?:check|forbid)_\w+)/.exec(message) ?? [];
    if (checked) return named(checked);
    if (code === '23505' || code === 'SQLITE_CONSTRAINT_UNIQUE') return conflict('row.already_there');
    if (/^22/.test(code)) return badInput('input.not_readable');
    if (/^Z_/.test(code)) return badInput('input.not_readable');
    if (isRetriable(error)) return broken('row.busy');
    if (code === 'ERR_INVALID_URI' || error instanceof URIError) return badInput('input.not_readable');
    return undefined;
  };
}

export type Violations = ReturnType<typeof createViolations>;
