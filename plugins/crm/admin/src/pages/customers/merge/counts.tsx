import { useSubjectName } from '@sanya/strapi-plugin-platform/ui';

/** Rows by content type, as the doors count them. */
export interface Count {
  type: string;
  rows: number;
}

/** Those of a list that are of this type. */
export const rowsOf = (counts: readonly Count[], type: string): number =>
  counts.find((count) => count.type === type)?.rows ?? 0;

/** "Invoice 3, Payment 2". */
export function useCountWords(): (counts: readonly Count[]) => string {
  const nameOf = useSubjectName();
  return (counts) => counts.map(({ type, rows }) => `${nameOf(type)} ${rows}`).join(', ');
}
