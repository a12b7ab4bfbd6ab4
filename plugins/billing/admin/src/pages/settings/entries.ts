/** A list as its entries change it, each by its place: the order is all that tells two empty ones apart. */
export const entriesOf = <Entry extends object>(list: readonly Entry[], onChange: (list: Entry[]) => void) => ({
  change: (at: number, part: Partial<Entry>): void =>
    onChange(list.map((entry, index) => (index === at ? { ...entry, ...part } : entry))),
  remove: (at: number): void => onChange(list.filter((_, index) => index !== at)),
  add: (entry: Entry): void => onChange([...list, entry]),
});
