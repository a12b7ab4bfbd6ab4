import type { Language } from '@sanya/strapi-plugin-platform/kernel';

/** What is promised about service: how fast, on which days, by whom; in the words of the house. */
export interface ServiceLevel {
  id: number;
  documentId: string;
  code: string;
  name: string;
  nameEn: string | null;
  promise: string | null;
  promiseEn: string | null;
  active: boolean;
}

/** The level that holds for a contract, and who decided it. */
export interface HeldLevel {
  level: ServiceLevel;
  of: 'contract' | 'class';
}

/** What was agreed for the contract itself; else what is usual for the class of its customer. */
export function heldLevel(own: ServiceLevel | undefined, ofClass: ServiceLevel | undefined): HeldLevel | null {
  if (own) return { level: own, of: 'contract' };
  return ofClass?.active ? { level: ofClass, of: 'class' } : null;
}

/** In the language of the reader. */
export const levelText = (
  { level, of }: HeldLevel,
  language: Language,
): { documentId: string; code: string; name: string; promise: string | null; of: HeldLevel['of'] } => ({
  ...{ documentId: level.documentId, code: level.code, of },
  name: language === 'en' && level.nameEn ? level.nameEn : level.name,
  promise: language === 'en' && level.promiseEn ? level.promiseEn : level.promise,
});
