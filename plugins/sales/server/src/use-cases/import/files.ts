import { formatMoney, type Language } from '@sanya/strapi-plugin-platform/kernel';
import type { SheetFormat, Tools } from '@sanya/strapi-plugin-platform/kit';
import { FIELDS, type Field } from '../../domain/import/columns';
import { headingOf } from '../../domain/import/read-row';
import { importStore } from '../../stores/imports';

type Needs = Pick<Tools, 'platform'>;

const headings = (language: Language): string[] => FIELDS.map((field) => headingOf(field, language));

/** All products with their prices, as they can be read back in. */
export async function writeCatalogue({ platform }: Needs, format: SheetFormat): Promise<Buffer> {
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
  return platform.sheets.write(format, [headings(language), ...lines]);
}

/** The rows that were not carried out, as they stood in the file, each with its reason. */
export async function writeReport(
  { platform }: Needs,
  id: number,
  tell: (kept: string | null) => string,
): Promise<Buffer> {
  const rows = await importStore(platform.rows).notDone(id);
  const { language } = platform.caller();
  const say = (code: string): string => platform.messages.say(language, code);
  return platform.sheets.write('csv', [
    [say('product_import.row'), say('product_import.reason'), say('product_import.line')],
    ...rows.map(({ row, cells, reason }) => [String(row), tell(reason), ...cells]),
  ]);
}
