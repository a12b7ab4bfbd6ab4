import { AsyncLocalStorage } from 'node:async_hooks';
import type { Language } from '../../../kernel/src';
import type { Caller } from '../../../kit/src/caller';
import { documentIds } from './random-ids';

const requestId = (): string => documentIds(1)[0] ?? '';

// One for the process, as that of transactions.
const current = new AsyncLocalStorage<Caller>();

/**
 * Who acts now: set by the doors and by the job runner, read by events, messages and the owner filter. Where neither set
 * it, it is the member of staff whose request this is (the content manager writes by doors of its own), else the system.
 */
export function createCallers(defaultLanguage: () => Language, ofRequest: () => Caller | undefined = () => undefined) {
  const system = (): Caller => ({
    kind: 'system',
    key: 'system',
    name: 'system',
    language: defaultLanguage(),
    requestId: requestId(),
    can: () => true,
  });
  return {
    caller: (): Caller => current.getStore() ?? ofRequest() ?? system(),
    /** undefined when nothing was set: a read from code, not from a door. */
    known: (): Caller | undefined => current.getStore(),
    as<T>(caller: Partial<Caller> & Pick<Caller, 'kind' | 'key'>, work: () => Promise<T>): Promise<T> {
      return current.run({ ...system(), name: caller.key, ...caller }, work);
    },
  };
}

export type Callers = ReturnType<typeof createCallers>;
