import { formatMoney, type Language } from '@sanya/strapi-plugin-platform/kernel';
import {
  type FileAnswer,
  headingOf,
  sheetAnswer,
  type SheetFormat,
  type Tools,
} from '@sanya/strapi-plugin-platform/kit';
import { FIELDS, type Field, HEADINGS } from '../../domain/import/columns';
import { importStore } from '../../stores/imports';

type Needs = Pick<Tools, 'platform'>;

const headings = (language: Language): string[] => FIELDS.map((field) => headingOf<Field>(HEADINGS, field, language));

/** All products with their prices, as they can be read back in. */
export async function writeCatalogue({ platform }: Needs, format: SheetFormat): Promise<FileAnswer> {
  const { language } = platform.caller();
  const yesNo = (value: boolean | null): string => (value === null ? '' : value ? 'yes' : 'no');
  const lines = (await importStore(platform.rows).catalogue())
    .filter(({ product }) => product.sku !== null)
    .flatMap(({ product, prices }) => {
      const said = {
        ...{ sku: product.sku ?? '', name: product.name, kind: product.kind, group: product.group ?? '' },
        ...{ unit: product.unit, taxCategory: product.taxCategory },
      };
      const line = (more: Partial<Record<Field, string>>): string[] =>
        FIELDS.map((field) => ({ ...more, ...said })[field as 'sku'] ?? '');
      const fixed = prices.filter(({ model }) => model === 'fixed');
      if (fixed.length === 0) return [line({})];
      return fixed.map((price) =>
        line({
          ...{ label: price.label ?? '', per: price.per, includesTax: yesNo(price.includesTax) },
          price: formatMoney(price.unitPrice, price.currency).replaceAll(',', ''),
          ...{ validFrom: price.validFrom ?? '', validTo: price.validTo ?? '' },
        }),
      );
    });
  return sheetAnswer(platform, 'products', format, [headings(language), ...lines]);
}
