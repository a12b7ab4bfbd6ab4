import { notFound, type Language } from '../../../kernel/src';
import type { Clause, TemplateSeed } from '../../../kit/src/documents';
import type { Tools } from '../../../kit/src/plugin';
import { readClauses } from './clauses';
import { createEngine } from './engine';
import { layout, sheet } from './layout';
import { readLetterhead, type Letterhead } from './letterhead';
import { plainText } from './plain-text';
import { atField } from './save-template';
import { planSeeds } from './seed-templates';
import { createTemplateStore, textsOf, type TemplateRow } from './template-store';

export interface RenderedMail {
  subject: string;
  html: string;
  text: string;
  letterhead: Letterhead;
}

export interface MailTexts {
  subject: string;
  body: string;
}

type Data = Record<string, unknown>;

/** Templates that staff edit, their versions, and what they say of given data. */
export function createTemplates({ platform }: Tools, seedsOf: () => readonly TemplateSeed[]) {
  const engine = createEngine();
  const store = () => createTemplateStore(platform.rows);

  /** One text as its reader reads it, without what stands around it. */
  async function say(part: keyof MailTexts, text: string, language: Language, data: Data): Promise<string> {
    const letterhead = await readLetterhead(platform, language);
    return sayUnder(letterhead, part, text, language, data);
  }

  const sayUnder = (letterhead: Letterhead, part: keyof MailTexts, text: string, language: Language, data: Data) => {
    const all = platform.messages.tell(language, { company: letterhead.company, ...data });
    const setting = { language, zone: platform.clock.zone() };
    return part === 'subject' ? engine.line(text, all, setting) : engine.html(text, all, setting);
  };

  /**
   * @param kept under which letterhead, where the mail has left already
   * @param paper the texts as they stand in a document, without what stands around a mail
   */
  async function renderTexts(
    texts: MailTexts,
    language: Language,
    data: Data,
    { kept, paper }: { kept?: Letterhead | null; paper?: boolean } = {},
  ): Promise<RenderedMail> {
    const letterhead = kept ?? (await readLetterhead(platform, language));
    const subject = await atField('subject', () => sayUnder(letterhead, 'subject', texts.subject, language, data));
    const body = await atField('body', () => sayUnder(letterhead, 'body', texts.body, language, data));
    const footnote = platform.messages.say(language, 'mail.footnote');
    return {
      subject,
      html: await (paper
        ? sheet({ language, subject, body })
        : layout({ language, subject, body, letterhead, footnote })),
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

  const texts = async (code: string, version: number | null, language: Language): Promise<MailTexts> =>
    textsOf(await versionOf(code, version), language);

  /** What its plugin may say by now, with what staff put into the sample themselves. */
  const sampleOf = ({ code, sample }: Pick<TemplateRow, 'code' | 'sample'>): Data => ({
    ...seedsOf().find((seed) => seed.code === code)?.sample,
    ...sample,
  });

  /** Whether it stands in documents, and in no mail. */
  const isPaper = (code: string): boolean => seedsOf().some((seed) => seed.code === code && seed.paper === true);

  return {
    engine,
    say,
    sampleOf,
    renderTexts,

    /** Makes and renews what the plugins brought along. Run at start, when all plugins are there. */
    async seed(seeds: readonly TemplateSeed[]): Promise<void> {
      if (seeds.length === 0) return;
      await platform.transaction(async () => {
        const current = await store().current(seeds.map((seed) => seed.code));
        const { insert, renew } = planSeeds(seeds, current, platform.clock.now());
        await store().insert(insert);
        await store().update(renew.map(({ next }) => next));
        await store().archive(renew.map(({ past }) => past));
      });
    },

    /** What a version says; null takes the current one. */
    texts,

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
      data: Data;
      letterhead?: Letterhead | null;
    }): Promise<RenderedMail> {
      const said = await texts(mail.code, mail.version, mail.language);
      return renderTexts(said, mail.language, mail.data, { kept: mail.letterhead });
    },

    /** The version of an instant; of one before the first, the first; null takes the current one. */
    async versionAt(code: string, at: string | null): Promise<number> {
      const row = at === null ? undefined : ((await store().lastBefore(code, at)) ?? (await store().first(code)));
      return (row ?? (await versionOf(code, null))).version;
    },

    isPaper,

    /** What a version says where it stands in a document of ours: its title, and its body as clauses. */
    async clauses(
      code: string,
      { version, language, data }: { version: number; language: Language; data: Data },
    ): Promise<{ title: string; clauses: Clause[] }> {
      const texts = textsOf(await versionOf(code, version), language);
      return {
        title: await say('subject', texts.subject, language, data),
        clauses: readClauses(await say('body', texts.body, language, data)),
      };
    },

    /** What the current version would say; `draft` shows texts that are not saved yet, `data` replaces the sample. */
    async preview(
      code: string,
      language: Language,
      draft: { subject?: string; body?: string; data?: Data } = {},
    ): Promise<RenderedMail> {
      const row = await versionOf(code, null);
      const saved = textsOf(row, language);
      const texts = { subject: draft.subject ?? saved.subject, body: draft.body ?? saved.body };
      return renderTexts(texts, language, draft.data ?? sampleOf(row));
    },
  };
}

export type Templates = ReturnType<typeof createTemplates>;
