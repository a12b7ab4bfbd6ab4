import {
  billPaymentPayload,
  billReference,
  isBillerId,
  isPromptPayTarget,
  promptPayPayload,
} from '@sanya/strapi-plugin-platform/kernel';
import type { GatewayName } from '@sanya/strapi-plugin-platform/kit';
import type { BankAccount, BillingRules } from '../domain/rules';

export interface PromptPayOption {
  method: 'promptpay';
  payload: string;
  amount: bigint;
  currency: string;
}

export interface TransferOption {
  method: 'bank_transfer';
  accounts: readonly BankAccount[];
  amount: bigint;
  currency: string;
}

export interface CardOption {
  method: 'card';
  gateway: GatewayName;
  publicKey: string;
  amount: bigint;
  currency: string;
}

/** Ten thousand million baht: more than a QR code can ask for. */
const MOST = 1_000_000_000_000n;

/**
 * The PromptPay payload of an amount, or undefined where the settings have no target: Bill Payment, which carries the
 * invoice number, where there is a biller id; else a transfer to a phone or id.
 */
export function payloadFor(rules: BillingRules, amount: bigint, reference: string): string | undefined {
  if (amount <= 0n || amount >= MOST || rules.currency !== 'THB') return undefined;
  const { promptPayBillerId: billerId, promptPayTarget: target } = rules;
  if (billerId && isBillerId(billerId)) {
    return billPaymentPayload({ billerId, ref1: billReference(reference).slice(-20), amount });
  }
  return target && isPromptPayTarget(target) ? promptPayPayload({ target, amount }) : undefined;
}

/** How an amount can be paid, by what the settings name. */
export function paymentOptions(
  rules: BillingRules,
  amount: bigint,
  reference: string,
): (PromptPayOption | TransferOption)[] {
  const payload = payloadFor(rules, amount, reference);
  const { currency } = rules;
  return [
    ...(payload ? [{ method: 'promptpay' as const, payload, amount, currency }] : []),
    ...(rules.bankAccounts.length > 0
      ? [{ method: 'bank_transfer' as const, accounts: rules.bankAccounts, amount, currency }]
      : []),
  ];
}

/** Cards, where a gateway is set up whole: chosen, with the key for the browser, and with its secret in the environment. */
export const cardOptions = (
  { cardGateway: gateway, cardPublicKey: publicKey, currency }: BillingRules,
  amount: bigint,
  isWired: (gateway: GatewayName) => boolean,
): CardOption[] =>
  gateway !== 'none' && publicKey && amount > 0n && isWired(gateway)
    ? [{ method: 'card', gateway, publicKey, amount, currency }]
    : [];
