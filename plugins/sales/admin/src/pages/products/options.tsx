import { formatMoney } from '@sanya/strapi-plugin-platform/kernel';
import { type Column, DataTable, Panel, useLanguage, useSay } from '@sanya/strapi-plugin-platform/ui';
import type { OptionChoice, OptionGroup } from '../../../../server/src/domain/options';
import { optionName } from '../../product-shown';
import type { Product } from '../../types';

interface Row {
  group: OptionGroup;
  choice: OptionChoice;
  isFirst: boolean;
}

/** What can be chosen of a product, and what it adds. */
export function Options({ product }: { product: Product }) {
  const say = useSay('sales');
  const language = useLanguage();
  const rows = (product.options ?? []).flatMap((group) =>
    group.choices.map((choice, index): Row => ({ group, choice, isFirst: index === 0 })),
  );
  if (rows.length === 0) return null;
  const rule = ({ required, many }: OptionGroup): string =>
    [say(required ? 'option.required' : 'option.optional'), say(many ? 'option.any' : 'option.one')].join(' · ');
  const columns: Column<Row>[] = [
    { key: 'group', title: say('option.name'), cell: ({ group, isFirst }) => isFirst && optionName(group, language) },
    { key: 'rule', title: say('option.rule'), cell: ({ group, isFirst }) => isFirst && rule(group) },
    { key: 'choice', title: say('option.choice'), cell: ({ choice }) => optionName(choice, language) },
    { key: 'sku', title: say('field.sku'), cell: ({ choice }) => choice.sku },
    { key: 'adds', title: say('option.adds'), right: true, cell: ({ choice }) => formatMoney(choice.priceDelta) },
  ];
  return (
    <Panel title={say('product.options')}>
      <DataTable
        columns={columns}
        rows={rows}
        keyOf={({ group, choice }) => `${group.code}.${choice.code}`}
        empty={say('option.none')}
      />
    </Panel>
  );
}
