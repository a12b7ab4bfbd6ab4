import { createContext, useContext } from 'react';
import type { Refused } from './client';

/** The refusal that the fields of a form show, each its own. */
export const Problems = createContext<Refused | undefined>(undefined);

/** What the server said of a field; `whole`: also what it said of a part of it. */
export function useProblem(name: string, { whole = true } = {}): string | undefined {
  const problem = useContext(Problems);
  const is = problem?.field === name || (whole && problem?.field?.startsWith(`${name}.`));
  return is ? problem?.message : undefined;
}
