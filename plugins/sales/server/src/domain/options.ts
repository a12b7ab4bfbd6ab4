import { badInput, type Language, sum } from '@sanya/strapi-plugin-platform/kernel';
import { localised } from './catalogue';
import { minorOf } from './minor';
import type { Translations } from './product';
import { MOST_PRICE } from './tiers';

/** One way to have a product. */
export interface OptionChoice {
  code: string;
  name: string;
  sku?: string | null;
  /** Minor units as text, added to the unit price; below zero it makes the product cheaper. */
  priceDelta: string;
  translations?: Translations | null;
}

/** What can be chosen of a product: one of the choices, or any number of them. */
export interface OptionGroup {
  code: string;
  name: string;
  required: boolean;
  many: boolean;
  choices: readonly OptionChoice[];
  translations?: Translations | null;
}

export interface OptionWish {
  group: string;
  choice: string;
}

/** A choice as the order line keeps it, in the language of the order: what the catalogue says later changes nothing. */
export interface ChosenOption {
  group: string;
  groupName: string;
  choice: string;
  name: string;
  sku: string | null;
  priceDelta: string;
}

const CODE = /^[a-z0-9][a-z0-9-]{0,39}$/;

function checkCodes(rows: readonly { code: string }[], at: string): void {
  const seen = new Set<string>();
  rows.forEach(({ code }, index) => {
    const field = `${at}.${index}.code`;
    if (!CODE.test(code)) throw badInput('product.option_code_invalid', { field, params: { code } });
    if (seen.has(code)) throw badInput('product.option_code_twice', { field, params: { code } });
    seen.add(code);
  });
}

/** Refuses options of a product that could not be chosen. */
export function checkOptions(groups: readonly OptionGroup[]): void {
  checkCodes(groups, 'options');
  groups.forEach(({ name, choices }, index) => {
    const at = `options.${index}.choices`;
    if (choices.length === 0) throw badInput('product.option_without_choice', { field: at, params: { name } });
    checkCodes(choices, at);
    choices.forEach(({ priceDelta }, place) => {
      const amount = minorOf(priceDelta);
      if (amount === undefined || amount > MOST_PRICE || amount < -MOST_PRICE) {
        throw badInput('product.option_amount_invalid', { field: `${at}.${place}.priceDelta` });
      }
    });
  });
}

const nameOf = (row: { name: string; translations?: Translations | null }, language: Language): string =>
  localised({ name: row.name, translations: row.translations ?? null }, 'name', language);

/** What was chosen, in the order of the catalogue. Refuses what is unknown, twice, too much or missing. */
export function chooseOptions(
  product: { options: readonly OptionGroup[] | null },
  name: string,
  wishes: readonly OptionWish[],
  { language, at }: { language: Language; at: string },
): ChosenOption[] {
  const groups = product.options ?? [];
  const names = (rows: readonly { code: string }[]): string => rows.map(({ code }) => code).join(', ');
  const placeOf = new Map<OptionChoice, number>();
  wishes.forEach((wish, index) => {
    const field = `${at}.options.${index}`;
    if (groups.length === 0) throw badInput('order.no_options', { field, params: { product: name } });
    const group = groups.find(({ code }) => code === wish.group);
    if (!group) {
      throw badInput('order.option_unknown', {
        field: `${field}.group`,
        params: { product: name, group: wish.group, known: names(groups) },
      });
    }
    const params = { product: name, group: nameOf(group, language), known: names(group.choices) };
    const choice = group.choices.find(({ code }) => code === wish.choice);
    if (!choice) {
      throw badInput('order.choice_unknown', { field: `${field}.choice`, params: { ...params, choice: wish.choice } });
    }
    if (placeOf.has(choice))
      throw badInput('order.choice_twice', { field, params: { ...params, choice: wish.choice } });
    if (!group.many && group.choices.some((other) => placeOf.has(other))) {
      throw badInput('order.option_one_only', { field, params });
    }
    placeOf.set(choice, index);
  });
  return groups.flatMap((group) => {
    const chosen = group.choices.filter((choice) => placeOf.has(choice));
    const groupName = nameOf(group, language);
    if (group.required && chosen.length === 0) {
      throw badInput('order.option_missing', {
        field: `${at}.options`,
        params: { product: name, group: groupName, code: group.code, known: names(group.choices) },
      });
    }
    return chosen.map(
      (choice): ChosenOption => ({
        ...{ group: group.code, groupName, choice: choice.code, name: nameOf(choice, language) },
        ...{ sku: choice.sku ?? null, priceDelta: choice.priceDelta },
      }),
    );
  });
}

/** Minor units that what was chosen adds to each piece. */
export const optionsCost = (chosen: readonly ChosenOption[]): bigint =>
  sum(chosen.map(({ priceDelta }) => BigInt(priceDelta)));
