import { badInput, conflict } from '../../../kernel/src';
import type { NewEvent } from '../../../kit/src/events';
import { changesTexts, TEMPLATE, type TemplateRow, TEXTS, type Texts } from './template-store';

export interface Change {
  texts: Partial<Texts>;
  restoredFrom: number | null;
  by: string;
  at: string;
}

type Next = Partial<Texts> &
  Pick<TemplateRow, 'id' | 'version' | 'origin' | 'changedAt' | 'changedBy' | 'restoredFrom'>;

/** What a change makes of the current version: the next one, or nothing where it changes no text. Pure. */
export function nextVersion(current: TemplateRow, { texts, restoredFrom, by, at }: Change): Next | undefined {
  if (!current.current) {
    throw conflict('template.past', { params: { code: current.code, version: current.version } });
  }
  if (!changesTexts(current, texts)) return undefined;
  const { id, version } = current;
  return { ...texts, id, version: version + 1, origin: 'staff', changedAt: at, changedBy: by, restoredFrom };
}

/** A mail needs its texts: what says something may say something else, but not nothing. Pure. */
export function refuseEmptied(current: Texts, texts: Partial<Texts>): void {
  for (const field of TEXTS) {
    const isEmptied = texts[field] !== undefined && (texts[field] ?? '').trim() === '' && (current[field] ?? '') !== '';
    if (isEmptied) throw badInput('template.empty', { field });
  }
}

export const pickTexts = ({ subjectTh, bodyTh, subjectEn, bodyEn }: Texts): Texts => ({
  subjectTh,
  bodyTh,
  subjectEn,
  bodyEn,
});

export const templateChanged = (before: TemplateRow, after: TemplateRow): NewEvent => ({
  name: 'template.changed',
  subject: { type: TEMPLATE, id: before.id, documentId: before.documentId },
  before: { version: before.version, ...pickTexts(before) },
  after: { code: after.code, version: after.version, restoredFrom: after.restoredFrom, ...pickTexts(after) },
});
