import { type Catalogue, type Language, type MessageParams, tellWords, translate } from '../../../kernel/src';

/** All texts that a reader may meet from the server, by code and language. */
export function createMessages() {
  const catalogues: Record<Language, Catalogue> = { th: {}, en: {} };
  const tell = <T>(language: Language, value: T): T => tellWords(value, (code, params) => say(language, code, params));
  const say = (language: Language, code: string, params?: MessageParams): string =>
    translate(catalogues, language, code, tell(language, params));
  return {
    add(more: Record<Language, Catalogue>): void {
      Object.assign(catalogues.th, more.th);
      Object.assign(catalogues.en, more.en);
    },
    say,
    tell,
    has: (code: string): boolean => code in catalogues.en,
    /** What a job or an event is called here; its own name where nobody gave it another. */
    title(language: Language, kind: 'job' | 'event', name: string): string {
      const code = `${kind}.${name}`;
      return code in catalogues.en ? translate(catalogues, language, code) : name;
    },
    all: (): Record<Language, Catalogue> => catalogues,
  };
}

export type Messages = ReturnType<typeof createMessages>;
