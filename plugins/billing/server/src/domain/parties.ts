import { HEAD_OFFICE, isBranchCode, isTaxId, type Language } from '@sanya/strapi-plugin-platform/kernel';
import type { PayerKind } from './withholding';

/** Who sells, frozen with each document. */
export interface Seller {
  name: string;
  nameEn: string | null;
  taxId: string | null;
  branchCode: string;
  branchName: string | null;
  address: string[];
  addressEn: string[];
  phone: string | null;
  email: string | null;
}

/** The seller as readers of that language know it. */
export const sellerName = ({ name, nameEn }: Pick<Seller, 'name' | 'nameEn'>, language: Language): string =>
  language === 'en' ? (nameEn ?? name) : name;

/** Who buys, frozen with each document. */
export interface Buyer {
  kind: PayerKind;
  name: string;
  nameEn: string | null;
  taxId: string | null;
  branchCode: string | null;
  vatRegistered: boolean;
  address: string[];
  phone: string | null;
  email: string | null;
  language: Language;
}

/** What of a buyer's data a full tax invoice (Revenue Code s.86/4) lacks; nothing when it can be issued. */
export function missingForTaxInvoice(buyer: Buyer): ('name' | 'address' | 'tax_id')[] {
  const missing: ('name' | 'address' | 'tax_id')[] = [];
  if (buyer.name.trim() === '') missing.push('name');
  if (buyer.address.length === 0) missing.push('address');
  if (buyer.vatRegistered && !buyer.taxId) missing.push('tax_id');
  return missing;
}

/** What of the seller's own data a tax invoice lacks; abbreviated ones (s.86/6) name the seller no less. */
export function missingOfSeller(seller: Seller): ('name' | 'address' | 'tax_id' | 'branch')[] {
  const missing: ('name' | 'address' | 'tax_id' | 'branch')[] = [];
  if (seller.name.trim() === '') missing.push('name');
  if (seller.address.length === 0) missing.push('address');
  if (!isTaxId(seller.taxId ?? '')) missing.push('tax_id');
  if (!isBranchCode(seller.branchCode)) missing.push('branch');
  return missing;
}

/** The branch a document names for a buyer who has a tax id: the head office unless one is given; persons have none. */
export const buyerBranch = (buyer: Buyer): string | undefined =>
  buyer.taxId && buyer.kind !== 'person' ? (buyer.branchCode ?? HEAD_OFFICE) : undefined;
