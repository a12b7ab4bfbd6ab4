import type { Ledger } from '../../../../server/src/domain/journal';
import type { BankAccount } from '../../../../server/src/domain/rules';
import type { TaxCategory } from '../../../../server/src/domain/tax-rates';

export const SETTING = 'plugin::billing.setting';

export type { BankAccount, TaxCategory };

export interface IncomeKind {
  kind: string;
  ppm: number;
}

export interface BillingSetting {
  taxCategories: TaxCategory[];
  vatRegisteredFrom: string | null;
  vatRegisteredTo: string | null;
  incomeKinds: IncomeKind[];
  governmentWithholdingPpm: number;
  withholdingFrom: string;
  withholdingTolerance: string;
  tolerance: string;
  currency: string;
  dueDays: number;
  earlyPayment: string | null;
  chequeDating: 'cleared' | 'cheque';
  feeTaxCategory: string;
  securityTaxCategory: string;
  forfeitTaxCategory: string;
  accounts: Record<Ledger, string>;
  creditOverdueDays: number;
  goodsFirst: boolean;
  creditPaysRecurring: boolean;
  retail: boolean;
  bankAccounts: BankAccount[];
  promptPayTarget: string | null;
  promptPayBillerId: string | null;
  cardGateway: 'none' | 'stripe' | 'omise';
  cardPublicKey: string | null;
  cardFeePpm: number;
  autoDebitDays: number;
  autoDebitNoticeDays: number;
  autoDebitRetries: string;
  slipRequired: boolean;
  slipMaxBytes: number;
}
