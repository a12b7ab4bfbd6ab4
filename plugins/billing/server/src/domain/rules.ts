import type { GatewayName } from '@sanya/strapi-plugin-platform/kit';
import type { ChequeDating } from './cheque';
import type { Registration, TaxCategory } from './tax-rates';
import type { WithholdingRates } from './withholding';

export interface BankAccount {
  bank: string;
  branch?: string;
  number: string;
  name: string;
}

/** The settings of billing as the domain reads them. */
export interface BillingRules {
  currency: string;
  categories: readonly TaxCategory[];
  registration: Registration;
  withholding: WithholdingRates;
  /** How far a payer's certificate may differ from the computed amount, per income kind. */
  withholdingTolerance: bigint;
  /** A rest up to this is given up. */
  tolerance: bigint;
  dueDays: number;
  /** What is promised for paying early where neither the customer nor its class says: `2/10`. */
  earlyPayment: string | null;
  /** On which day a good cheque counts as money. */
  chequeDating: ChequeDating;
  /** Code of the tax category of fees and penalties. */
  feeTaxCategory: string;
  /** Of security deposits while they are owed back, and of what is kept of them. */
  securityTaxCategory: string;
  forfeitTaxCategory: string;
  goodsFirst: boolean;
  /** What a customer has over pays what the billing run issues. */
  creditPaysRecurring: boolean;
  /** Buyers whose data is incomplete get abbreviated tax invoices (s.86/6); else they are refused. */
  retail: boolean;
  bankAccounts: readonly BankAccount[];
  promptPayTarget: string | null;
  promptPayBillerId: string | null;
  /** Which gateway takes cards. */
  cardGateway: 'none' | GatewayName;
  /** What the gateway's script in the payer's browser is opened with; no secret. */
  cardPublicKey: string | null;
  /** What the gateway is expected to keep, where it does not say it itself. */
  cardFeePpm: number;
  slipRequired: boolean;
  slipMaxBytes: number;
}
