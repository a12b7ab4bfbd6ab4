import { Typography } from '@strapi/design-system';
import {
  type Column,
  DateText,
  Money,
  pageLink,
  ReadTable,
  TwoLines,
  useApi,
  useSay,
  useToday,
} from '@sanya/strapi-plugin-platform/ui';
import { neverWas } from '../../../../server/src/domain/line-chain';
import { lineStateOn } from '../../../../server/src/domain/line-state';
import type { Contract, ContractLine } from '../../types';

const ITEM = 'plugin::sales.installed-item';

const itemName = ({ serial, product }: NonNullable<ContractLine['installedItem']>): string =>
  [product?.name, serial].filter(Boolean).join(' · ') || '–';

/** What is promised, at which price and how often, and how each line stands today. */
export function ContractLines({ contract }: { contract: Contract }) {
  const say = useSay('contracts');
  const { today } = useToday();
  const reading = useApi<ContractLine[]>('/contracts/contract-lines', {
    filters: { contract: { documentId: { $eq: contract.documentId } } },
    populate: { installedItem: { populate: { product: true } } },
    sort: 'position:asc',
    pagination: { pageSize: 100 },
  });
  const columns: Column<ContractLine>[] = [
    {
      key: 'description',
      title: say('field.description'),
      wraps: true,
      cell: (line) => (
        <TwoLines
          first={
            <>
              {line.description}
              {line.installedItem && (
                <Typography tag="div">
                  {pageLink(ITEM, line.installedItem.documentId, itemName(line.installedItem))}
                </Typography>
              )}
            </>
          }
          second={say('line.while_suspended', { policy: say(`policy.${line.whileSuspended}`) })}
        />
      ),
    },
    {
      key: 'quantity',
      title: say('field.quantity'),
      cell: ({ quantity, unit }) => [quantity, unit].filter(Boolean).join(' '),
    },
    {
      key: 'price',
      title: say('field.unit_price'),
      right: true,
      cell: ({ unitPrice }) => <Money amount={unitPrice} currency={contract.currency} />,
    },
    {
      key: 'cycle',
      title: say('field.cycle'),
      cell: (line) => (
        <TwoLines
          first={say('line.every', { count: line.cycleCount, unit: say(`unit.${line.cycleUnit}`) })}
          second={say(`billed_in.${line.billedIn}`)}
        />
      ),
    },
    { key: 'starts', title: say('field.starts_on'), cell: ({ startsOn }) => <DateText at={startsOn} /> },
    { key: 'ends', title: say('field.ends_on'), cell: ({ endsOn }) => <DateText at={endsOn} /> },
    {
      key: 'standing',
      title: say('field.standing'),
      cell: (line) => say(`standing.${lineStateOn(line, contract, today)}`),
    },
  ];
  return (
    <ReadTable
      whole
      reading={{ ...reading, data: reading.data?.filter((line) => !neverWas(line)) }}
      columns={columns}
      keyOf={(line) => line.documentId}
      empty={say('contract.no_lines')}
    />
  );
}
