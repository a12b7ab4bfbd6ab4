import { Typography } from '@strapi/design-system';
import {
  type Column,
  DateText,
  ImportDetail,
  type ImportPages,
  type ImportRowRead,
  ImportUpload,
  Money,
  TwoLines,
  useSay,
  useToday,
} from '@sanya/strapi-plugin-platform/ui';
import type { ContractSaid } from '../../../../../server/src/domain/opening/read-contract';

interface Row extends ImportRowRead {
  number: string;
  said: Partial<ContractSaid>;
}

const LIST = '/plugins/contracts/contracts';

/** Files of contracts of the books before: with whom, for what, from when, and what comes next. */
function usePages(): ImportPages<Row> {
  const say = useSay('contracts');
  const { currency } = useToday();
  const columns: Column<Row>[] = [
    {
      key: 'number',
      title: say('field.number'),
      wraps: true,
      cell: ({ number, said }) => (
        <TwoLines
          first={<Typography fontWeight="semiBold">{number}</Typography>}
          second={[said.customerCode ?? said.taxId, said.description ?? said.sku].filter(Boolean).join(' · ')}
        />
      ),
    },
    {
      key: 'days',
      title: say('field.starts_on'),
      cell: ({ said }) => (said.startsOn ? <DateText at={said.startsOn} /> : null),
    },
    {
      key: 'next',
      title: say('contract_import.next'),
      cell: ({ said }) => (said.nextOn ? <DateText at={said.nextOn} /> : null),
    },
    {
      key: 'price',
      title: say('field.unit_price'),
      right: true,
      cell: ({ said }) => said.unitPrice && <Money amount={said.unitPrice} currency={currency} />,
    },
    {
      key: 'entitlement',
      title: say('field.entitlement'),
      wraps: true,
      cell: ({ said: { entitlement, used } }) =>
        entitlement && (
          <TwoLines
            first={`${say(`entitlement_unit.${entitlement.unit}`)}: ${entitlement.quantity}`}
            second={used && say('contract_import.used', { used })}
          />
        ),
    },
  ];
  return {
    ...{ plugin: 'contracts', words: 'contract_import', imports: '/contracts/contract-imports' },
    ...{ rows: '/contracts/contract-import-rows', template: '/contracts/contract-import-template' },
    ...{ home: { to: LIST, label: say('contracts.title') }, list: `${LIST}/opening`, searched: 'number', columns },
    changing: [['new_contract', 'newContracts']],
  };
}

export const UploadContracts = () => <ImportUpload {...usePages()} />;
export const ContractImport = () => <ImportDetail {...usePages()} />;
