import { badInput, conflict, HEAD_OFFICE, isBranchCode } from '../../../kernel/src';

export interface BranchFacts {
  code: string;
  /** Whether numbers were given in its name: documents bear its code. */
  used: boolean;
}

/** Refuses a branch that documents could not bear; `before` where it is there already. Pure. */
export function checkBranch(data: Record<string, unknown>, before?: BranchFacts): Record<string, unknown> {
  const text = (field: string): string | undefined => {
    const value = data[field];
    return value === undefined ? undefined : String(value ?? '').trim();
  };
  const code = text('code');
  const name = text('name');
  if ((code === undefined && !before) || (code !== undefined && !isBranchCode(code))) {
    throw badInput('branch.code', { field: 'code' });
  }
  if (code !== undefined && code !== before?.code) {
    if (code === HEAD_OFFICE) throw conflict('branch.head_office', { field: 'code' });
    if (before?.used) throw conflict('branch.code_fixed', { field: 'code', params: { code: before.code } });
  }
  if (name === '' || (name === undefined && !before)) throw badInput('branch.name_missing', { field: 'name' });
  return { ...data, ...(code === undefined ? {} : { code }), ...(name === undefined ? {} : { name }) };
}
