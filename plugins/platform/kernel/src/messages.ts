import { formatDate } from './date-format';
import { isCivilDate } from './dates';
import { formatMoney } from './money';

/** The languages people read here. */
export type Language = 'th' | 'en';

/** Messages of one language by code, with `{name}` where a parameter stands. */
export type Catalogue = Record<string, string>;

/** An amount in a message: minor units as text beside their currency, as on the wire. */
export interface MoneyParam {
  amount: string;
  currency: string;
}

/** Several things named by codes of the catalogue, in a message said in the reader's language. */
export interface WordsParam {
  words: readonly string[];
}

/** What fills the places of a message. Money is never a number or a text of its own: nobody reads minor units. */
export type MessageParams = Record<string, string | number | MoneyParam | WordsParam>;

export const moneyParam = (amount: bigint | string, currency: string): MoneyParam => ({
  amount: String(amount),
  currency,
});

const LANGUAGES: readonly Language[] = ['th', 'en'];

/**
 * The message of a code in a language; in English where that language lacks it, else the code itself. A place without a
 * parameter stays as it is, so that a forgotten one is seen. Parameters are put in once: what they hold is not read as
 * a place. Money stands at `{name:money}` and nowhere else: `10,700.00 บาท`, `10,700.00 THB`; codes to be said in words at
 * `{name:words}`; a civil date as the reader writes it at `{name:date}`: `31 ม.ค. 2569`, `31 Jan 2026`.
 */
export function translate(
  catalogues: Record<Language, Catalogue>,
  lang: Language,
  code: string,
  params: MessageParams = {},
): string {
  const catalogue = [catalogues[lang], catalogues.en].find((one) => Object.hasOwn(one, code));
  const message = catalogue?.[code] ?? code;
  return message.replace(/\{(\w+)(?::(money|words|date))?\}/g, (place, name: string, kind: string | undefined) => {
    const param = Object.hasOwn(params, name) ? params[name] : undefined;
    if (param === undefined || kindOf(param) !== (kind === 'date' ? undefined : kind)) return place;
    if (typeof param !== 'object') return kind === 'date' ? dateText(String(param), lang) : String(param);
    if ('amount' in param) return moneyText(param, lang);
    return param.words.map((word) => translate(catalogues, lang, word)).join(', ');
  });
}

const kindOf = (param: MessageParams[string]): 'money' | 'words' | undefined =>
  typeof param !== 'object' ? undefined : 'amount' in param ? 'money' : 'words';

/** What is no date is told as it was given. */
const dateText = (param: string, lang: Language): string => (isCivilDate(param) ? formatDate(param, lang) : param);

const moneyText = ({ amount, currency }: MoneyParam, lang: Language): string =>
  `${formatMoney(amount, currency)} ${currency === 'THB' && lang === 'th' ? 'บาท' : currency}`;

interface Range {
  tag: string;
  quality: number;
}

function ranges(header: string): Range[] {
  return header.split(',').flatMap((part) => {
    const [tag = '', ...options] = part.split(';').map((text) => text.trim().toLowerCase());
    const weight = options.find((option) => option.startsWith('q='))?.slice(2);
    if (weight !== undefined && !/^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(weight)) return [];
    return [{ tag: tag.split('-')[0] ?? '', quality: weight === undefined ? 1 : Number(weight) }];
  });
}

/**
 * The language an Accept-Language header asks for (RFC 9110, 12.5.4): highest quality first, then the order written;
 * `*` stands for what is not named, `q=0` for never. The fallback where the header is missing, unreadable or asks for
 * neither.
 */
export function pickLanguage(acceptLanguage: string | undefined, fallback: Language): Language {
  const wanted = ranges(acceptLanguage ?? '');
  const best = (tag: string): { quality: number; at: number } | undefined =>
    wanted
      .map((range, at) => ({ ...range, at }))
      .filter((range) => range.tag === tag)
      .sort((a, b) => b.quality - a.quality)[0];
  const [first] = [fallback, ...LANGUAGES.filter((one) => one !== fallback)]
    .flatMap((lang) => {
      const found = best(lang) ?? best('*');
      return found && found.quality > 0 ? [{ lang, ...found }] : [];
    })
    .sort((a, b) => b.quality - a.quality || a.at - b.at);
  return first?.lang ?? fallback;
}
