import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { SETTING } from '../content-types/types';
import { type DebitTerms, retryDaysOf } from '../domain/auto-debit';
import type { BillingRules } from '../domain/rules';
import type { TaxCategory } from '../domain/tax-rates';

interface SettingRow {
  currency: string;
  taxCategories: TaxCategory[];
  vatRegisteredFrom: string | null;
  vatRegisteredTo: string | null;
  incomeKinds: { kind: string; ppm: number }[];
  governmentWithholdingPpm: number;
  withholdingTolerance: bigint;
  withholdingFrom: bigint;
  tolerance: bigint;
  dueDays: number;
  earlyPayment: string | null;
  chequeDating: BillingRules['chequeDating'];
  feeTaxCategory: string;
  securityTaxCategory: string;
  forfeitTaxCategory: string;
  goodsFirst: boolean;
  creditPaysRecurring: boolean;
  retail: boolean;
  bankAccounts: BillingRules['bankAccounts'];
  promptPayTarget: string | null;
  promptPayBillerId: string | null;
  cardGateway: BillingRules['cardGateway'];
  cardPublicKey: string | null;
  cardFeePpm: number;
  autoDebitDays: number;
  autoDebitNoticeDays: number;
  autoDebitRetries: string;
  slipRequired: boolean;
  slipMaxBytes: number;
}

/** When what is due is charged by itself, and how often. */
export async function readDebitTerms(platform: Platform): Promise<DebitTerms> {
  const { autoDebitDays, autoDebitNoticeDays, autoDebitRetries } = await platform.settings.read<SettingRow>(SETTING);
  return { days: autoDebitDays, noticeDays: autoDebitNoticeDays, retryDays: retryDaysOf(autoDebitRetries) ?? [] };
}

export async function readRules(platform: Platform): Promise<BillingRules> {
  const row = await platform.settings.read<SettingRow>(SETTING);
  return {
    currency: row.currency,
    categories: row.taxCategories,
    registration: { from: row.vatRegisteredFrom, to: row.vatRegisteredTo },
    withholding: {
      kinds: row.incomeKinds,
      governmentPpm: row.governmentWithholdingPpm,
      from: BigInt(row.withholdingFrom),
    },
    withholdingTolerance: BigInt(row.withholdingTolerance),
    tolerance: BigInt(row.tolerance),
    dueDays: row.dueDays,
    earlyPayment: row.earlyPayment,
    chequeDating: row.chequeDating,
    feeTaxCategory: row.feeTaxCategory,
    securityTaxCategory: row.securityTaxCategory,
    forfeitTaxCategory: row.forfeitTaxCategory,
    goodsFirst: row.goodsFirst,
    creditPaysRecurring: row.creditPaysRecurring,
    retail: row.retail,
    bankAccounts: row.bankAccounts,
    promptPayTarget: row.promptPayTarget,
    promptPayBillerId: row.promptPayBillerId,
    cardGateway: row.cardGateway,
    cardPublicKey: row.cardPublicKey,
    cardFeePpm: row.cardFeePpm,
    slipRequired: row.slipRequired,
    slipMaxBytes: row.slipMaxBytes,
  };
}
