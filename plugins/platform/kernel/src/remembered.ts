const MOST = 20_000;

type Word = string | number;

/** By the first word a map by the second, and so on; by the last the answer. */
type Known = Map<Word, unknown>;

/**
 * A pure function of a few words that counts each question once: a hundred thousand contracts ask for the same few days.
 * What is refused is not kept. To put the words together for one map would cost more than to find them in several.
 * @param count takes all of its words; what a caller gives beyond them (`days.map(monthOf)`) is not asked
 */
export function remembered<Asked extends readonly Word[], Answer>(
  count: (...asked: Asked) => Answer,
): (...asked: Asked) => Answer {
  const last = count.length - 1;
  const known: Known = new Map();
  let kept = 0;

  function keep(asked: Asked, answer: Answer): void {
    if (kept >= MOST) {
      known.clear();
      kept = 0;
    }
    kept += 1;
    let map = known;
    for (const word of asked.slice(0, last)) {
      const next = (map.get(word) as Known | undefined) ?? new Map<Word, unknown>();
      map.set(word, next);
      map = next;
    }
    map.set(asked[last] as Word, answer);
  }

  return (...asked) => {
    let found: unknown = known;
    for (let place = 0; place <= last && found !== undefined; place += 1) {
      found = (found as Known).get(asked[place] as Word);
    }
    if (found !== undefined) return found as Answer;
    const answer = count(...asked);
    keep(asked, answer);
    return answer;
  };
}
