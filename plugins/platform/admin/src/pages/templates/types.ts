import type { PlatformDoors } from '../../doors';

export const TEXTS = ['subjectTh', 'bodyTh', 'subjectEn', 'bodyEn'] as const;
export type TextName = (typeof TEXTS)[number];
export type Texts = Record<TextName, string>;

export const LANGUAGES = ['th', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export const nameOf = (part: 'subject' | 'body', language: Language): TextName =>
  `${part}${language === 'th' ? 'Th' : 'En'}` as TextName;

export type TemplateListed = PlatformDoors['GET /platform/templates']['answers'][number];
export type TemplateOpened = PlatformDoors['GET /platform/templates/:id']['answers'];
export type TemplateVersion = PlatformDoors['GET /platform/templates/:id/versions']['answers'][number];

export const textsIn = (said: Pick<TemplateVersion, TextName>): Texts =>
  Object.fromEntries(TEXTS.map((name) => [name, said[name] ?? ''])) as Texts;

/** A real row that the texts are shown with. */
export type Row = PlatformDoors['GET /platform/templates/:id/rows']['answers'][number];
