import { isTaxId, normaliseTaxId, readBranchCode } from '@sanya/strapi-plugin-platform/kernel';
import { plainDigits } from '../digits';

/** A spreadsheet that takes a tax id for a number drops the zero with which those of companies begin. */
function taxIdOf(text: string): string {
  const taxId = normaliseTaxId(plainDigits(text)).toUpperCase();
  return /^\d{12}$/.test(taxId) && isTaxId(`0${taxId}`) ? `0${taxId}` : taxId;
}

/** Tax id and branch as papers write them, in the form in which they are kept; what is not said is not there. */
export const readIdentity = ({ taxId, branch }: { taxId: string; branch: string }) => ({
  taxId: taxId.trim() === '' ? undefined : taxIdOf(taxId),
  branchCode: branch.trim() === '' ? undefined : readBranchCode(plainDigits(branch)),
});
