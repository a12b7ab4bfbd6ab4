import { conflict } from '@sanya/strapi-plugin-platform/kernel';
import type { PrintMark } from '@sanya/strapi-plugin-platform/kit';

/** What is known of a tax invoice when somebody wants it on paper. */
export interface PrintFacts {
  number: string;
  state: string;
  /** Whether its original was printed before. */
  printed: boolean;
}

/**
 * ต้นฉบับ once, then สำเนา (Revenue Code s.86/4): the original where nothing else is asked for and there is none yet.
 * What no longer stands is printed as a copy only.
 */
export function markOf({ number, state, printed }: PrintFacts, wanted: PrintMark | undefined): PrintMark {
  if (wanted === 'original' && state !== 'issued') {
    throw conflict('tax_invoice.not_to_print', { field: 'mark', params: { number, state } });
  }
  if (wanted === 'original' && printed) {
    throw conflict('tax_invoice.original_printed', { field: 'mark', params: { number } });
  }
  return wanted ?? (printed || state !== 'issued' ? 'copy' : 'original');
}
