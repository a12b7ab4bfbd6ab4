/** Lets one piece of work at a time in, in the order of asking. */
export function createLock() {
  let last: Promise<unknown> = Promise.resolve();
  return function alone<T>(work: () => Promise<T>): Promise<T> {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  };
}
