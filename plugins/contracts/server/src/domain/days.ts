import {
  addDays as countDays,
  type CivilDate,
  type Cycle,
  daysBetween as countBetween,
  nthDate as countTo,
} from '@sanya/strapi-plugin-platform/kernel';

const MOST = 20_000;

/** Contracts share their days: what was counted for one need not be counted for each of a hundred thousand. */
function remembered<Asked extends readonly unknown[], Found>(
  keyOf: (...asked: Asked) => string,
  count: (...asked: Asked) => Found,
): (...asked: Asked) => Found {
  const known = new Map<string, Found>();
  return (...asked) => {
    const key = keyOf(...asked);
    let found = known.get(key);
    if (found === undefined) {
      if (known.size >= MOST) known.clear();
      found = count(...asked);
      known.set(key, found);
    }
    return found;
  };
}

/** As the kernel has them. */
export const addDays = remembered((date: CivilDate, days: number) => `${date} ${days}`, countDays);
export const daysBetween = remembered((from: CivilDate, to: CivilDate) => `${from} ${to}`, countBetween);
export const nthDate = remembered(
  (anchor: CivilDate, { unit, count }: Cycle, n: number) => `${anchor} ${unit} ${count} ${n}`,
  countTo,
);
