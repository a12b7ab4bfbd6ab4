import { formatMoney, parseMoney } from '@sanya/strapi-plugin-platform/kernel';
import type { OptionGroup } from '../../server/src/domain/options';
import type { Translations } from './types';

/** What stands in the fields of one choice: text as it is typed. */
export interface ChoiceValues {
  code: string;
  name: string;
  nameEn: string;
  /** As it was read: other languages, and other texts of the English one, stay as they are. */
  translations?: Translations | null;
  sku: string;
  /** Baht; below zero makes it cheaper. */
  priceDelta: string;
}

export interface GroupValues {
  code: string;
  name: string;
  nameEn: string;
  /** As it was read, like those of a choice. */
  translations?: Translations | null;
  required: boolean;
  many: boolean;
  choices: ChoiceValues[];
}

export const NEW_CHOICE: ChoiceValues = { code: '', name: '', nameEn: '', sku: '', priceDelta: '0.00' };
export const NEW_GROUP: GroupValues = {
  ...{ code: '', name: '', nameEn: '', required: true, many: false, choices: [NEW_CHOICE] },
};

const english = (translations: Translations | null | undefined): string => translations?.en?.name ?? '';

function translated({ nameEn, translations }: Pick<GroupValues, 'nameEn' | 'translations'>): Translations | null {
  const { en, ...others } = translations ?? {};
  const { name: _before, ...texts } = en ?? {};
  const inEnglish = nameEn.trim() === '' ? texts : { ...texts, name: nameEn.trim() };
  const all = Object.keys(inEnglish).length === 0 ? others : { ...others, en: inEnglish };
  return Object.keys(all).length === 0 ? null : all;
}

export const groupValues = (groups: readonly OptionGroup[] | null): GroupValues[] =>
  (groups ?? []).map((group) => ({
    ...{ code: group.code, name: group.name, nameEn: english(group.translations) },
    translations: group.translations,
    ...{ required: group.required, many: group.many },
    choices: group.choices.map((choice) => ({
      ...{ code: choice.code, name: choice.name, nameEn: english(choice.translations), sku: choice.sku ?? '' },
      translations: choice.translations,
      priceDelta: formatMoney(choice.priceDelta),
    })),
  }));

/** As the door takes them; null: it has none. */
export const optionsOf = (groups: readonly GroupValues[]) =>
  groups.length === 0
    ? null
    : groups.map((group) => ({
        ...{ code: group.code.trim(), name: group.name, required: group.required, many: group.many },
        choices: group.choices.map((choice) => ({
          ...{ code: choice.code.trim(), name: choice.name, sku: choice.sku.trim() || null },
          priceDelta: String(parseMoney(choice.priceDelta) ?? ''),
          translations: translated(choice),
        })),
        translations: translated(group),
      }));

/** What cannot even be sent: no name, a text that is no amount. */
export function unreadableOption(groups: readonly GroupValues[]): { field: string; key: string } | undefined {
  for (const [index, group] of groups.entries()) {
    const at = `options.${index}`;
    if (group.name.trim() === '') return { field: `${at}.name`, key: 'product.no_name' };
    for (const [place, choice] of group.choices.entries()) {
      if (choice.name.trim() === '') return { field: `${at}.choices.${place}.name`, key: 'product.no_name' };
      if (parseMoney(choice.priceDelta) === undefined) {
        return { field: `${at}.choices.${place}.priceDelta`, key: 'product.no_amount' };
      }
    }
  }
  return undefined;
}
