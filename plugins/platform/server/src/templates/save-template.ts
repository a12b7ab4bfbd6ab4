import { badInput, conflict, isRefusal, notFound, type Language } from '../../../kernel/src';
import type { Tools } from '../../../kit/src/plugin';
import { actorNames } from '../events/actor-names';
import type { Templates } from './create-templates';
import { createTemplateStore, type TemplateRow, TEXTS, type Texts } from './template-store';
import { nextVersion, pickTexts, refuseEmptied, templateChanged } from './versions';

export interface SaveWish {
  documentId: string;
  /** The version that was read: another one that came meanwhile is not written over. */
  version: number;
  texts: Partial<Texts>;
  restoredFrom?: number;
}

const LANGUAGE_OF: Record<string, Language> = { Th: 'th', En: 'en' };

/** Saves texts as the next version of a template; the one that they replace stays as it is. */
export async function saveTemplate(
  tools: Tools,
  templates: Templates,
  { documentId, version, texts, restoredFrom }: SaveWish,
): Promise<TemplateRow> {
  const { platform, strapi } = tools;
  const store = createTemplateStore(platform.rows);
  return platform.transaction(async () => {
    const current = await store.byDocumentId(documentId, 'wait');
    if (!current) throw notFound('template.unknown', { params: { code: documentId } });
    if (current.version !== version) {
      const key = current.changedBy ?? '';
      const by = (await actorNames(strapi, [key])).get(key) ?? '–';
      throw conflict('template.changed_meanwhile', { params: { version: current.version, by } });
    }
    if (!templates.isPaper(current.code)) refuseEmptied(current, texts);
    await refuseUnreadable(templates, current, texts);
    const by = platform.caller().key;
    const next = nextVersion(current, {
      texts,
      restoredFrom: restoredFrom ?? null,
      by,
      at: platform.clock.now(),
    });
    if (!next) return current;
    await store.update([next]);
    await store.archive([current]);
    const saved = { ...current, ...next };
    await platform.events.record([templateChanged(current, saved)]);
    return saved;
  });
}

/** Takes up the texts of an earlier version again, as a version of its own. */
export async function restoreTemplate(
  tools: Tools,
  templates: Templates,
  { documentId, version, from }: { documentId: string; version: number; from: number },
): Promise<TemplateRow> {
  const store = createTemplateStore(tools.platform.rows);
  const current = await store.byDocumentId(documentId);
  const past = current && (await store.version(current.code, from));
  if (!past) throw notFound('template.version_unknown', { field: 'from', params: { version: from } });
  return saveTemplate(tools, templates, { documentId, version, texts: pickTexts(past), restoredFrom: from });
}

/** Each text is read, and tried on the sample, before customers are to read it. */
async function refuseUnreadable(templates: Templates, current: TemplateRow, texts: Partial<Texts>): Promise<void> {
  const sample = templates.sampleOf(current);
  for (const field of TEXTS) {
    const text = texts[field];
    if (typeof text !== 'string' || text === current[field]) continue;
    const language = LANGUAGE_OF[field.slice(-2)] ?? 'th';
    const part = field.startsWith('subject') ? 'subject' : 'body';
    await atField(field, () => templates.say(part, text, language, sample));
    const [unknown] = await templates.engine.unknown(text, sample);
    if (unknown) throw badInput('template.variable_unknown', { field, params: { ...unknown } });
  }
}

/** What the engine refuses is told at the field that it stands in. */
export async function atField<T>(field: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isRefusal(error) && error.code.startsWith('template.') && error.field === undefined) {
      throw badInput(error.code, { field, params: error.params });
    }
    throw error;
  }
}
