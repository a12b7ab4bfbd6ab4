import { RateLimiterMemory } from 'rate-limiter-flexible';
import { Refusal } from '../../../kernel/src';

/** Per action and address, in the memory of the instance: a stranger's flood is stopped where it arrives. */
export function createRateLimit() {
  const limiters = new Map<string, RateLimiterMemory>();
  return async function limit(name: string, perMinute: number, address: string): Promise<void> {
    const limiter = limiters.get(name) ?? new RateLimiterMemory({ points: perMinute, duration: 60 });
    limiters.set(name, limiter);
    try {
      await limiter.consume(address);
    } catch {
      throw new Refusal({ code: 'input.too_often', status: 429, params: { limit: perMinute } });
    }
  };
}
