import { useListQuery, useMay } from '@sanya/strapi-plugin-platform/ui';
import { PAPER_KINDS, type PaperKind, READ } from './types';

/** The kinds of papers that the reader may read, and which of them the address asks for. */
export function usePaperKinds(): { kinds: PaperKind[]; kind: PaperKind } {
  const may = useMay();
  const { asked } = useListQuery();
  const kinds = (Object.keys(PAPER_KINDS) as PaperKind[]).filter((one) => may(READ, PAPER_KINDS[one]));
  return { kinds, kind: kinds.find((one) => one === asked('what')) ?? kinds[0] ?? 'tax-invoices' };
}
