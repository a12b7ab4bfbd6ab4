import { useRef, useState } from 'react';
import { emptyLine, type Product, type TypedLine } from './types';

export interface Lines {
  lines: TypedLine[];
  /** A product, or with null a line of one's own words. */
  add: (product: Product | null) => void;
  change: (key: number, part: Partial<TypedLine>) => void;
  remove: (key: number) => void;
}

/** The lines of an order or a quote while they are typed. */
export function useLines(before: TypedLine[], onTouch: () => void): Lines {
  const count = useRef(before.length);
  const [lines, setLines] = useState(before);
  const set = (next: (lines: TypedLine[]) => TypedLine[]): void => {
    setLines(next);
    onTouch();
  };
  return {
    lines,
    add: (product) => {
      count.current += 1;
      const line = emptyLine(count.current, product);
      set((all) => [...all, line]);
    },
    change: (key, part) => set((all) => all.map((line) => (line.key === key ? { ...line, ...part } : line))),
    remove: (key) => set((all) => all.filter((line) => line.key !== key)),
  };
}
