import type { Variable } from '../../../../server/src/templates/variables';

export const TEXTS = ['subjectTh', 'bodyTh', 'subjectEn', 'bodyEn'] as const;
export type TextName = (typeof TEXTS)[number];
export type Texts = Record<TextName, string>;

export const LANGUAGES = ['th', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export const nameOf = (part: 'subject' | 'body', language: Language): TextName =>
  `${part}${language === 'th' ? 'Th' : 'En'}` as TextName;

export interface TemplateListed {
  id: string;
  code: string;
  name: string;
  plugin: string | null;
  /** uid of the rows that it speaks of. */
  type: string | null;
  languages: Language[];
  version: number;
  changedAt: string | null;
  changedBy: string | null;
}

type Said = Record<TextName, string | null>;

export interface TemplateOpened extends TemplateListed, Said {
  variables: Variable[];
  mayFindRows: boolean;
}

export interface TemplateVersion extends Said {
  version: number;
  current: boolean;
  origin: 'seed' | 'staff';
  changedAt: string | null;
  changedBy: string | null;
  restoredFrom: number | null;
  used: number;
  usedMore: boolean;
}

export const textsIn = (said: Said): Texts =>
  Object.fromEntries(TEXTS.map((name) => [name, said[name] ?? ''])) as Texts;

/** A real row that the texts are shown with. */
export interface Row {
  id: string;
  title: string;
}
