import { RateLimiterMemory } from 'rate-limiter-flexible';
import { Refusal } from '../../../kernel/src';
import type { Caller } from '../../../kit/src/caller';

export type RateLimit = (
  name: string,
  perMinute: number,
  caller: Pick<Caller, 'kind' | 'key'>,
  address: string,
) => Promise<void>;

/**
 * Per action and member, or address of a stranger, in the memory of the instance: a flood is stopped where it arrives.
 * Members are counted one by one: a whole office shares an address.
 */
export function createRateLimit(): RateLimit {
  const limiters = new Map<string, RateLimiterMemory>();
  return async function limit(name, perMinute, { kind, key }, address) {
    const limiter = limiters.get(name) ?? new RateLimiterMemory({ points: perMinute, duration: 60 });
    limiters.set(name, limiter);
    try {
      await limiter.consume(kind === 'member' ? key : address);
    } catch {
      throw new Refusal({ code: 'input.too_often', status: 429, params: { limit: perMinute } });
    }
  };
}
