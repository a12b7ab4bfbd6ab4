import { notFound, type Language } from '../../../kernel/src';
import type { TemplateSeed } from '../../../kit/src/documents';
import type { Tools } from '../../../kit/src/plugin';
import { createEngine } from './engine';
import { layout } from './layout';
import { readLetterhead, type Letterhead } from './letterhead';
import { plainText } from './plain-text';
import { planSeeds } from './seed-templates';
import { createTemplateStore, textsOf, type TemplateRow } from './template-store';

export interface RenderedMail {
  subject: string;
  html: string;
  text: string;
  letterhead: Letterhead;
}

/** Templates that staff edit, their versions, and what they say of given data. */
export function createTemplates({ platform }: Tools) {
  const engine = createEngine();
  const store = () => createTemplateStore(platform.rows);

  async function renderTexts(
    texts: { subject: string; body: string },
    language: Language,
    data: Record<string, unknown>,
  ): Promise<RenderedMail> {
    const letterhead = await readLetterhead(platform, language);
    const setting = { language, zone: platform.clock.zone() };
    const all = { company: letterhead.company, ...data };
    const [subject, body] = await Promise.all([
      engine.line(texts.subject, all, setting),
      engine.html(texts.body, all, setting),
    ]);
    const footnote = platform.messages.say(language, 'mail.footnote');
    return {
      subject,
      html: await layout({ language, subject, body, letterhead, footnote }),
      text: [plainText(body), '-- ', letterhead.company, ...letterhead.lines].join('\n'),
      letterhead,
    };
  }

  async function versionOf(code: string, version: number | null): Promise<TemplateRow> {
    const [current] = version === null ? await store().current([code]) : [];
    const row = current ?? (version === null ? undefined : await store().version(code, version));
    if (!row) throw notFound('template.unknown', { params: { code } });
    return row;
  }

  return {
    engine,

    /** Makes and renews what the plugins brought along. Run at start, when all plugins are there. */
    async seed(seeds: readonly TemplateSeed[]): Promise<void> {
      if (seeds.length === 0) return;
      await platform.transaction(async () => {
        const { insert, renew } = planSeeds(seeds, await store().current(seeds.map((seed) => seed.code)));
        await store().insert(insert);
        await store().update(renew.map(({ next }) => next));
        await store().archive(renew.map(({ past }) => past));
      });
    },

    /** The versions that mails queued now are pinned to. */
    async currentVersions(codes: readonly string[]): Promise<Map<string, number>> {
      const rows = await store().current([...new Set(codes)]);
      return new Map(rows.map((row) => [row.code, row.version]));
    },

    /** @param version null takes the current one */
    async render(mail: {
      code: string;
      version: number | null;
      language: Language;
      data: Record<string, unknown>;
    }): Promise<RenderedMail> {
      return renderTexts(textsOf(await versionOf(mail.code, mail.version), mail.language), mail.language, mail.data);
    },

    /** What the current version would say; `draft` shows texts that are not saved yet, `data` replaces the sample. */
    async preview(
      code: string,
      language: Language,
      draft: { subject?: string; body?: string; data?: Record<string, unknown> } = {},
    ): Promise<RenderedMail> {
      const row = await versionOf(code, null);
      const saved = textsOf(row, language);
      const texts = { subject: draft.subject ?? saved.subject, body: draft.body ?? saved.body };
      return renderTexts(texts, language, draft.data ?? row.sample ?? {});
    },
  };
}

export type Templates = ReturnType<typeof createTemplates>;
