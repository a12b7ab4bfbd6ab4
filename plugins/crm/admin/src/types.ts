export interface Customer {
  documentId: string;
  code: string;
  name: string;
  nameEn: string | null;
  kind: 'person' | 'organisation' | 'government';
  taxId: string | null;
  branchCode: string | null;
  email: string | null;
  phone: string | null;
  state: 'active' | 'closed';
  creditTermsDays: number | null;
  /** Minor units, as text. */
  creditLimit: string | null;
  currency: string;
  billingAddress: Record<string, string> | null;
  note: string | null;
}

export interface Contact {
  documentId: string;
  name: string;
  position: string | null;
  email: string | null;
  phone: string | null;
}
