import type { Language } from '@sanya/strapi-plugin-platform/kernel';
import {
  type FileAnswer,
  headingOf,
  sheetAnswer,
  type SheetFormat,
  type Tools,
} from '@sanya/strapi-plugin-platform/kit';
import { FIELDS, type Field, HEADINGS } from '../../domain/import/columns';
import { type Cells, priceCells } from '../../domain/import/write-row';
import { importStore } from '../../stores/imports';

type Needs = Pick<Tools, 'platform'>;

const headings = (language: Language): string[] => FIELDS.map((field) => headingOf<Field>(HEADINGS, field, language));

/** All products with their prices, as they can be read back in. */
export async function writeCatalogue({ platform }: Needs, format: SheetFormat): Promise<FileAnswer> {
  const { language } = platform.caller();
  const today = platform.clock.today();
  const currency = await platform.currency.own();
  const lines = (await importStore(platform.rows).catalogue())
    .filter(({ product }) => product.sku !== null)
    .flatMap(({ product, prices }) => {
      const said = {
        ...{ sku: product.sku ?? '', name: product.name, kind: product.kind, group: product.group ?? '' },
        ...{ unit: product.unit, taxCategory: product.taxCategory },
      };
      const line = (more: Cells): string[] => FIELDS.map((field) => ({ ...more, ...said })[field as 'sku'] ?? '');
      const told = priceCells(prices, today, currency);
      return (told.length > 0 ? told : [{}]).map(line);
    });
  return sheetAnswer(platform, 'products', format, [headings(language), ...lines]);
}
