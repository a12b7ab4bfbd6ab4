/** What was sold, as far as its trial goes: why it was cheaper. */
interface Sold {
  derivation: { discounts?: readonly { cause: string; amount: string; days?: number }[] } | null;
}

/** The trial with which a line was sold: for how many days nothing is asked, and what that was in a period. */
export function trialOf({ derivation }: Sold): { days: number; amount: bigint } | undefined {
  const tried = derivation?.discounts?.find(({ cause }) => cause === 'trial');
  return tried?.days ? { days: tried.days, amount: BigInt(tried.amount) } : undefined;
}
