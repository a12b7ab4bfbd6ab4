import { Typography } from '@strapi/design-system';
import { addMonths, endOfMonth, formatMonth, monthOf, startOfMonth } from '@sanya/strapi-plugin-platform/kernel';
import {
  type Column,
  containing,
  DateText,
  type ListFilter,
  ListPage,
  ListTools,
  Money,
  StateBadge,
  TwoLines,
  useApi,
  useLanguage,
  useList,
  useListQuery,
  useSay,
  useStateFilter,
  useToday,
} from '@sanya/strapi-plugin-platform/ui';
import type { TaxPaper } from '../../types';

const MONTHS_BACK = 24;
const HEAD_OFFICE = 'head';

interface Branch {
  documentId: string;
  code: string;
  name: string;
}

/** Tax invoices, or receipts; what is receipt and tax invoice in one stands in both. */
function usePaperFilters(): ListFilter[] {
  const say = useSay('billing');
  const language = useLanguage();
  const { today } = useToday();
  const { data: branches = [] } = useApi<Branch[]>('/platform/branches', { pagination: { pageSize: 100 } });
  const first = startOfMonth(today);
  const months = Array.from({ length: MONTHS_BACK }, (_, back) => monthOf(addMonths(first, -back)));
  return [
    {
      key: 'what',
      label: say('papers.kind'),
      width: '18rem',
      all: say('papers.tax_invoices'),
      choices: [['receipts', say('papers.receipts')]],
    },
    {
      key: 'month',
      label: say('tax_month.month'),
      width: '16rem',
      all: say('papers.all_months'),
      choices: months.map((month) => [month, formatMonth(month, language)] as const),
    },
    {
      key: 'branch',
      label: say('field.branch'),
      width: '18rem',
      all: say('papers.all_branches'),
      choices:
        branches.length === 0
          ? []
          : [
              [HEAD_OFFICE, say('papers.head_office')] as const,
              ...branches.map(({ documentId, code, name }) => [documentId, `${code} ${name}`] as const),
            ],
    },
    useStateFilter(['issued', 'replaced', 'cancelled'], (state) =>
      say(state === 'all' ? 'state.all' : `document.${state}`),
    ),
  ];
}

const filtersOf = (asked: (key: string) => string, receipts: boolean) => {
  const [month, branch] = [asked('month'), asked('branch')];
  return {
    ...(month ? { [receipts ? 'issuedOn' : 'taxDate']: { $gte: `${month}-01`, $lte: endOfMonth(`${month}-01`) } } : {}),
    ...(branch === HEAD_OFFICE ? { branch: { id: { $null: true } } } : {}),
    ...(branch && branch !== HEAD_OFFICE ? { branch: { documentId: { $eq: branch } } } : {}),
  };
};

/** Every tax invoice and receipt that was ever issued: no number is missing, whatever became of it. */
export function PaperList() {
  const say = useSay('billing');
  const { asked } = useListQuery();
  const filters = usePaperFilters();
  const receipts = asked('what') === 'receipts';
  const reading = useList<TaxPaper>(`/billing/${receipts ? 'receipts' : 'tax-invoices'}`, {
    search: (text) => [{ number: { $startsWithi: text } }, ...containing('customer.name')(text)],
    filters: filtersOf(asked, receipts),
    sort: 'id:desc',
    populate: { customer: true, invoice: true },
  });
  const columns: Column<TaxPaper>[] = [
    {
      key: 'number',
      title: say('field.number'),
      cell: (one) => (
        <TwoLines
          first={<Typography fontWeight="semiBold">{one.number}</Typography>}
          second={say(`papers.kind_${one.kind}`)}
        />
      ),
    },
    {
      key: 'customer',
      title: say('field.customer'),
      cell: (one) => <TwoLines first={one.buyer?.name ?? one.customer?.name} second={one.invoice?.number} />,
    },
    { key: 'date', title: say('papers.date'), cell: (one) => <DateText at={one.taxDate ?? one.issuedOn} /> },
    {
      key: 'state',
      title: say('field.state'),
      cell: (one) => <StateBadge state={one.state} label={say(`document.${one.state}`)} />,
    },
    ...(receipts
      ? []
      : [
          {
            key: 'tax',
            title: say('field.tax'),
            right: true,
            cell: (one: TaxPaper) => <Money amount={one.tax} currency={one.currency} />,
          },
        ]),
    {
      key: 'total',
      title: say('field.total'),
      right: true,
      cell: (one) => <Money amount={one.total ?? one.amount} currency={one.currency} />,
    },
  ];
  return (
    <ListPage
      title={say('papers.list_title')}
      subtitle={say('papers.list_subtitle')}
      tools={<ListTools search={say('papers.search')} filters={filters} />}
      reading={reading}
      columns={columns}
      pageOfRow={({ documentId }) => (receipts ? `receipts/${documentId}` : documentId)}
      empty={say('papers.empty')}
      none={say('papers.none_yet')}
    />
  );
}
