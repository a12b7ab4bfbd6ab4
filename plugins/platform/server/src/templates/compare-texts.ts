/** A piece of two texts: in both, in the earlier one alone, or in the later one alone. */
export interface Piece {
  kind: 'same' | 'before' | 'after';
  text: string;
}

/** Beyond this many comparisons the parts that differ are shown as wholes. */
const MOST = 4_000_000;

/** Tags, variables, white space and words. Thai is written without spaces: a run of it is cut at words. */
function tokensOf(text: string): string[] {
  const parts = text.match(/<[^>]*>|\{\{.*?\}\}|\{%.*?%\}|\s+|[^\s<{]+|[<{]/gs) ?? [];
  const words = new Intl.Segmenter('th', { granularity: 'word' });
  return parts.flatMap((part) =>
    /[\u0e00-\u0e7f]/.test(part) && !/^[<{]/.test(part)
      ? Array.from(words.segment(part), ({ segment }) => segment)
      : [part],
  );
}

/** Lengths of the longest common run of tokens from each pair of places to the end. */
function commonFrom(before: readonly string[], after: readonly string[]): Uint32Array[] {
  const rows = Array.from({ length: before.length + 1 }, () => new Uint32Array(after.length + 1));
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const [row, next] = [rows[i] as Uint32Array, rows[i + 1] as Uint32Array];
      row[j] = before[i] === after[j] ? (next[j + 1] as number) + 1 : Math.max(next[j] as number, row[j + 1] as number);
    }
  }
  return rows;
}

function middle(before: readonly string[], after: readonly string[]): Piece[] {
  if (before.length * after.length > MOST) {
    return [
      { kind: 'before', text: before.join('') },
      { kind: 'after', text: after.join('') },
    ];
  }
  const common = commonFrom(before, after);
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const here = (a: number, b: number): number => common[a]?.[b] ?? 0;
    if (i < before.length && j < after.length && before[i] === after[j]) {
      pieces.push({ kind: 'same', text: before[i] as string });
      i += 1;
      j += 1;
    } else if (i < before.length && (j >= after.length || here(i + 1, j) >= here(i, j + 1))) {
      pieces.push({ kind: 'before', text: before[i] as string });
      i += 1;
    } else {
      pieces.push({ kind: 'after', text: after[j] as string });
      j += 1;
    }
  }
  return pieces;
}

/** What became of one text in another. What is in both and what is before make the one, both and after the other. */
export function compareTexts(before: string, after: string): Piece[] {
  const [old, next] = [tokensOf(before), tokensOf(after)];
  let head = 0;
  while (head < old.length && head < next.length && old[head] === next[head]) head += 1;
  let tail = 0;
  const room = Math.min(old.length, next.length) - head;
  while (tail < room && old[old.length - 1 - tail] === next[next.length - 1 - tail]) tail += 1;
  const pieces: Piece[] = [
    { kind: 'same', text: old.slice(0, head).join('') },
    ...middle(old.slice(head, old.length - tail), next.slice(head, next.length - tail)),
    { kind: 'same', text: old.slice(old.length - tail).join('') },
  ];
  return pieces.reduce<Piece[]>((joined, piece) => {
    const last = joined.at(-1);
    if (piece.text === '') return joined;
    if (last?.kind !== piece.kind) return [...joined, piece];
    return [...joined.slice(0, -1), { ...last, text: last.text + piece.text }];
  }, []);
}
