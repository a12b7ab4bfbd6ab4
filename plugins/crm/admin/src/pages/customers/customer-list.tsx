import { Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { NavLink } from 'react-router-dom';
import { formatPhone } from '@sanya/strapi-plugin-platform/kernel';
import {
  type Column,
  ListPage,
  Money,
  StateBadge,
  TwoLines,
  useLanguage,
  useListQuery,
  useMay,
  useSay,
} from '@sanya/strapi-plugin-platform/ui';
import { useAnswer } from '../../doors';
import { className } from '../../shown';
import type { FoundCustomer } from '../../types';
import { ListFilters } from './list-filters';

const PAGE_SIZE = 25;
const NEWEST = 'code:desc';

export function CustomerList() {
  const say = useSay('crm');
  const language = useLanguage();
  const may = useMay();
  const { page: asText, asked, change } = useListQuery();
  const page = Number(asText);
  const sort = asked('sort') || NEWEST;
  const given = {
    ...{ text: asked('q'), state: asked('state'), kind: asked('kind'), class: asked('class') },
    supplier: asked('supplier'),
  };
  const { data, ...reading } = useAnswer('GET /crm/customers/search', {
    body: {
      ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== '')),
      sort,
      page,
      pageSize: PAGE_SIZE,
    },
  });

  const columns: Column<FoundCustomer>[] = [
    { key: 'code', title: say('field.code'), sort: 'code', cell: (one) => one.code },
    {
      key: 'name',
      title: say('field.name'),
      sort: 'name',
      wraps: true,
      cell: (one) => <TwoLines first={<Typography fontWeight="semiBold">{one.name}</Typography>} second={one.taxId} />,
    },
    {
      key: 'kind',
      title: say('field.kind'),
      cell: (one) => <TwoLines first={say(`kind.${one.kind}`)} second={one.class && className(one.class, language)} />,
    },
    { key: 'phone', title: say('field.phone'), cell: (one) => formatPhone(one.phone) },
    {
      key: 'credit',
      title: say('customers.credit'),
      sort: 'creditTermsDays',
      right: true,
      cell: (one) => (
        <TwoLines
          right
          first={<Money amount={one.creditLimit} currency={one.currency} />}
          second={say('customers.days', { days: one.creditTermsDays })}
        />
      ),
    },
    {
      key: 'state',
      title: say('field.state'),
      cell: (one) => <StateBadge state={one.state} label={say(`state.${one.state}`)} />,
    },
  ];

  return (
    <ListPage
      title={say('customers.title')}
      subtitle={say('customers.subtitle')}
      action={
        <Flex gap={2}>
          {may('plugin::crm.customer.merge') && (
            <Button tag={NavLink} to="alike" variant="secondary">
              {say('merge.alike_title')}
            </Button>
          )}
          {may('plugin::crm.customer.import') && (
            <Button tag={NavLink} to="import" variant="secondary">
              {say('import.open')}
            </Button>
          )}
          {may('plugin::crm.customer.create') && (
            <Button tag={NavLink} to="new" startIcon={<Plus />}>
              {say('form.new')}
            </Button>
          )}
        </Flex>
      }
      tools={<ListFilters />}
      reading={{
        ...reading,
        data: data?.customers,
        meta: data ? { pagination: { page, pageSize: PAGE_SIZE, total: data.total, capped: data.capped } } : {},
      }}
      columns={columns}
      sorting={{ by: sort, change: (by) => change('sort', by) }}
      empty={say('customers.empty')}
      none={say('customers.none_yet')}
    />
  );
}
