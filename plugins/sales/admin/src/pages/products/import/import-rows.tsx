import { Flex, Typography } from '@strapi/design-system';
import {
  type Column,
  DateText,
  ListTools,
  Money,
  ReadTable,
  TwoLines,
  useApi,
  useListQuery,
  useSay,
} from '@sanya/strapi-plugin-platform/ui';
import { type ImportRow, OUTCOMES } from './types';

/** The rows of a file, each with what it would change; those that cannot be say why. */
export function ImportRows({ id }: { id: string }) {
  const say = useSay('sales');
  const { page, asked } = useListQuery();
  const outcome = asked('outcome');
  const text = asked('q');
  const reading = useApi<ImportRow[]>('/sales/product-import-rows', {
    filters: {
      import: { documentId: { $eq: id } },
      ...(outcome ? { outcome: { $eq: outcome } } : {}),
      ...(text ? { sku: { $containsi: text } } : {}),
    },
    sort: 'row:asc',
    pagination: { page },
  });
  const columns: Column<ImportRow>[] = [
    { key: 'row', title: say('import.row'), right: true, cell: ({ row }) => row },
    {
      key: 'product',
      title: say('field.name'),
      wraps: true,
      cell: ({ sku, said }) => (
        <TwoLines first={<Typography fontWeight="semiBold">{sku}</Typography>} second={said.product?.name} />
      ),
    },
    {
      key: 'price',
      title: say('import.price'),
      right: true,
      cell: ({ before, after, said }) => (
        <TwoLines
          right
          first={
            <Flex gap={2}>
              {before !== null && before !== after && <Money amount={before} tone="neutral600" />}
              {before !== null && before !== after && '→'}
              {after !== null && <Money amount={after} strong={before !== after} />}
            </Flex>
          }
          second={said.price && [said.price.label, say(`per.${said.price.per}`)].filter(Boolean).join(' · ')}
        />
      ),
    },
    {
      key: 'from',
      title: say('import.from'),
      cell: ({ said }) => (said.price?.validFrom ? <DateText at={said.price.validFrom} /> : null),
    },
    {
      key: 'outcome',
      title: say('import.what'),
      wraps: true,
      cell: ({ outcome: what, reason, state }) => (
        <TwoLines
          first={say(state === 'failed' && what !== 'wrong' ? 'import.failed' : `import.outcome.${what}`)}
          second={reason}
        />
      ),
    },
  ];
  return (
    <div>
      <ListTools
        search={say('import.search')}
        filters={[
          {
            key: 'outcome',
            label: say('import.what'),
            width: '20rem',
            choices: OUTCOMES.map((one) => [one, say(`import.outcome.${one}`)]),
          },
        ]}
      />
      <ReadTable reading={reading} columns={columns} keyOf={(one) => one.documentId} empty={say('import.no_rows')} />
    </div>
  );
}
