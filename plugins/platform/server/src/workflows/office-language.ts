import type { Language } from '../../../kernel/src';

/** Whoever chose no language of their own reads Thai, as the office does. */
export const OFFICE: Language = 'th';
