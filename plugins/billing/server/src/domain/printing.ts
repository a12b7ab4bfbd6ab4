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
 * ต้นฉบับ once, then สำเนา: the original where nothing else is asked for and there is none yet.
 * What no longer stands is printed as a copy only. A ใบแทน (s.86/12) stands for the lost original of what still stands.
 */
export function markOf({ number, state, printed }: PrintFacts, wanted: PrintMark | undefined): PrintMark {
  if (wanted !== undefined && wanted !== 'copy' && state !== 'issued') {
    throw conflict('tax_invoice.not_to_print', { field: 'mark', params: { number, state } });
  }
  if (wanted === 'original' && printed) {
    throw conflict('tax_invoice.original_printed', { field: 'mark', params: { number } });
  }
  return wanted ?? (printed || state !== 'issued' ? 'copy' : 'original');
}
