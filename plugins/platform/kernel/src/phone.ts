const HOME = '+66';

/** A Thai number as it is written at home: `+66812345678` is `081 234 5678`. Others stay as they are stored. */
export function formatPhone(stored: string | null): string {
  if (!stored?.startsWith(HOME)) return stored ?? '';
  const [number = '', ...extension] = stored.split(' ');
  const digits = `0${number.slice(HOME.length)}`;
  const parts =
    digits.length === 10
      ? [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)]
      : digits.startsWith('02')
        ? [digits.slice(0, 2), digits.slice(2, 5), digits.slice(5)]
        : [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)];
  return [...parts, ...extension].join(' ');
}
