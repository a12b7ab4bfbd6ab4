import { Box, Flex, Typography } from '@strapi/design-system';
import { useParams } from 'react-router-dom';
import { endOfMonth, formatMonth } from '@sanya/strapi-plugin-platform/kernel';
import {
  type Column,
  DataTable,
  DateText,
  DetailPage,
  Facts,
  LinkTo,
  Money,
  pageOf,
  Panel,
  ReportFiles,
  StateBadge,
  TimelinePanel,
  UnreadPage,
  useLanguage,
  useSay,
} from '@sanya/strapi-plugin-platform/ui';
import { useAnswer } from '../../doors';
import { CloseMonth } from './close-month';
import { LateDocuments } from './late-documents';
import { type BranchFigures, type Missing, shownMonthState, type WholeTaxMonth } from './types';

const AMOUNTS = ['value', 'vat', 'zero', 'exempt'] as const;

function Branches({ month }: { month: WholeTaxMonth }) {
  const say = useSay('billing');
  const columns: Column<BranchFigures>[] = [
    { key: 'branch', title: say('field.branch'), cell: ({ branch }) => say('field.branch_code', { code: branch }) },
    { key: 'documents', title: say('tax_month.documents'), right: true, cell: (one) => one.documents },
    ...AMOUNTS.map((key) => ({
      key,
      title: say(`tax_month.${key}`),
      right: true,
      cell: (one: BranchFigures) => <Money amount={one[key]} currency={month.currency} strong={key === 'vat'} />,
    })),
  ];
  if (month.branches.length === 0) return <Typography textColor="neutral600">{say('tax_month.nothing')}</Typography>;
  return <DataTable columns={columns} rows={month.branches} keyOf={(one) => one.branch} empty="" />;
}

/** What a month should not be closed without, each leading to where it is put right. */
function MissingDocuments({ missing }: { missing: readonly Missing[] }) {
  const say = useSay('billing');
  const columns: Column<Missing>[] = [
    { key: 'what', title: say('tax_month.missing_what'), cell: (one) => say(`tax_month.missing_${one.what}`) },
    {
      key: 'number',
      title: say('field.invoice'),
      cell: (one) => {
        const page = one.what === 'to_verify' ? '/plugins/billing/to-verify' : pageOf(one.type, one.documentId);
        return page ? <LinkTo to={page}>{one.number}</LinkTo> : one.number;
      },
    },
    { key: 'line', title: say('field.description'), cell: (one) => one.line },
    {
      key: 'amount',
      title: say('field.total'),
      right: true,
      cell: (one) => <Money amount={one.amount} currency={one.currency} />,
    },
  ];
  return (
    <DataTable
      columns={columns}
      rows={missing}
      keyOf={(one) => `${one.what}${one.documentId}${one.line}`}
      empty={say('tax_month.none_missing')}
    />
  );
}

export function TaxMonthDetail() {
  const say = useSay('billing');
  const language = useLanguage();
  const { month: asked = '' } = useParams();
  const { data: month, error, reload } = useAnswer('GET /billing/tax-months/:month', { month: asked });
  const back = { to: '/plugins/billing/tax-months', label: say('tax_month.title') };
  if (!month) return <UnreadPage error={error} back={back} />;
  const { currency } = month;
  const shown = shownMonthState(month);
  const first = `${month.month}-01`;
  return (
    <DetailPage
      title={formatMonth(month.month, language, 'long')}
      subtitle={say('tax_month.of_all_branches')}
      back={back}
      action={
        <Flex gap={2} wrap="wrap">
          <ReportFiles
            code="output-vat"
            permission="plugin::billing.report.output-vat"
            asked={{ from: first, to: endOfMonth(first) }}
            name={`output-vat-${month.month}`}
          />
          <CloseMonth month={month} onDone={reload} />
        </Flex>
      }
    >
      <Panel
        title={say('tax_month.figures')}
        aside={<StateBadge state={shown === 'closed' ? 'issued' : shown} label={say(`tax_month.state_${shown}`)} />}
      >
        <Box paddingBottom={6}>
          <Facts
            columns={4}
            facts={[
              [say('tax_month.vat'), <Money key="vat" amount={month.vat} currency={currency} strong />],
              [say('tax_month.value'), <Money key="value" amount={month.value} currency={currency} />],
              [say('tax_month.documents'), String(month.documents)],
              [say('tax_month.closed_by'), month.closedBy],
              [say('tax_month.closed_at'), month.closedAt && <DateText at={month.closedAt} />],
              [say('tax_month.reopened_at'), month.reopenedAt && <DateText at={month.reopenedAt} />],
              [say('tax_month.reopen_reason'), month.reopenReason],
            ]}
          />
        </Box>
        <Branches month={month} />
      </Panel>
      {month.state === 'open' && (
        <Panel title={say('tax_month.missing')}>
          <MissingDocuments missing={month.missing} />
        </Panel>
      )}
      <LateDocuments month={month.month} onDone={reload} />
      {month.documentId && (
        <TimelinePanel key={`timeline-${month.state}`} type="plugin::billing.tax-month" id={month.documentId} />
      )}
    </DetailPage>
  );
}
