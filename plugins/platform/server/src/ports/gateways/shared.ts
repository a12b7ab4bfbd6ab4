import { badInput } from '../../../../kernel/src';
import type { Charge, ChargeRequest, GatewayRefund } from '../../../../kit/src/gateway';

export interface GatewayWiring {
  secretKey: string | undefined;
  webhookSecret: string | undefined;
  /** Where it is reached; absent: at its own address. */
  url: string | undefined;
  /** How long it may take to answer. */
  patienceMs: number;
}

/** How old a signed message may be, and how far ahead its clock. */
export const TOLERANCE_SECONDS = 300;

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/**
 * From when on a charge is looked for. A gateway's clock is the wall clock, which the business clock of a trial runs
 * ahead of: so at least the last day.
 */
export const searchedFrom = (since: string, wallClock: string): Date =>
  new Date(Math.min(Date.parse(since) - HOUR_MS, Date.parse(wallClock) - DAY_MS));

/** The JSON of both gateways has amounts as numbers: one that a number cannot hold exactly is never sent. */
export function wireAmount(amount: bigint): number {
  if (amount <= 0n || amount > BigInt(Number.MAX_SAFE_INTEGER)) throw new RangeError(`not an amount: ${amount}`);
  return Number(amount);
}

/** A charge that the gateway refused to make: the card, our key, the amount. */
export const refusedCharge = (
  { key, amount, currency }: ChargeRequest,
  failure: string,
  id: string | null,
): Charge => ({
  ...{ id, key, state: 'failed', amount, currency, failure },
  ...{ fee: null, paidAt: null, refunded: 0n, redirectUrl: null, clientSecret: null },
});

/** A refund that the gateway refused to make. */
export const refusedRefund = (amount: bigint, failure: string): GatewayRefund => ({
  ...{ id: null, state: 'failed', amount, failure },
});

export function secretOf(secret: string | undefined, name: string): string {
  if (!secret) throw new Error(`${name} is not set`);
  return secret;
}

export const unsigned = () => badInput('webhook.signature_wrong');
export const tooLate = () => badInput('webhook.too_late', { params: { seconds: TOLERANCE_SECONDS } });
export const unreadable = () => badInput('webhook.not_readable');
