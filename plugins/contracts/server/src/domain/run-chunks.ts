/** Contracts of a chunk, which is billed in one transaction. */
export const CHUNK = 500;

interface Due {
  /** Row id. */
  customer: number;
}

export function ofCustomers<Contract extends Due>(due: readonly Contract[]): Contract[][] {
  const groups = new Map<number, Contract[]>();
  for (const one of due) {
    const own = groups.get(one.customer);
    if (own) own.push(one);
    else groups.set(one.customer, [one]);
  }
  return [...groups.values()];
}

/**
 * The chunks of what is due, customer by customer: those of one customer stay together, as long as they are not more than a
 * chunk. Where there may be more than was looked at, the last customer waits for the next step.
 */
export function chunksOf<Contract extends Due>(due: readonly Contract[], mayGoOn: boolean): Contract[][] {
  const last = mayGoOn ? due.at(-1)?.customer : undefined;
  const known = due.filter(({ customer }) => customer !== last);
  const chunks: Contract[][] = [];
  for (const own of ofCustomers(known.length > 0 ? known : due)) {
    for (let from = 0; from < own.length; from += CHUNK) {
      const part = own.slice(from, from + CHUNK);
      const open = chunks.at(-1);
      if (open && open.length + part.length <= CHUNK) open.push(...part);
      else chunks.push(part);
    }
  }
  return chunks;
}
