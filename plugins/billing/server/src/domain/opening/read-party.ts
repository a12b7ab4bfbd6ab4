import { HEAD_OFFICE, readBranchCode } from '@sanya/strapi-plugin-platform/kernel';
import type { CellReader } from '@sanya/strapi-plugin-platform/kit';
import type { RowSaid } from './read-row';

/** How a paper writes a customer's tax id and branch, as they are kept. */
export type IdentityOf = (said: { taxId: string; branch: string }) => { taxId?: string; branchCode?: string };

type Field = 'customerCode' | 'taxId' | 'branchCode' | 'ourBranch';

/** Whose a paper is, and which branch of ours has issued it. */
export function readParty(
  { text, wrong }: CellReader<Field>,
  identityOf: IdentityOf,
): Pick<RowSaid, 'customerCode' | 'taxId' | 'branchCode' | 'ourBranch'> {
  const { taxId, branchCode } = identityOf({ taxId: text('taxId'), branch: text('branchCode') });
  const customerCode = text('customerCode') || undefined;
  if (customerCode === undefined && taxId === undefined) throw wrong('missing', 'customerCode');
  const ourBranch = readBranchCode(text('ourBranch'));
  return {
    ...(customerCode && { customerCode }),
    ...(taxId && { taxId }),
    ...(branchCode && { branchCode }),
    ...(ourBranch !== '' && ourBranch !== HEAD_OFFICE && { ourBranch }),
  };
}
