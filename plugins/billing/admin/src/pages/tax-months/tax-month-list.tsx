import { Flex, Typography } from '@strapi/design-system';
import { useNavigate } from 'react-router-dom';
import { formatMonth } from '@sanya/strapi-plugin-platform/kernel';
import {
  type Column,
  DateText,
  Money,
  PageFrame,
  ReadTable,
  StateBadge,
  useLanguage,
  useSay,
} from '@sanya/strapi-plugin-platform/ui';
import { useAnswer } from '../../doors';
import { LateDocuments } from './late-documents';
import { shownMonthState, type TaxMonth } from './types';

/** Months with their output VAT, and what belongs to an additional return of one of them. */
export function TaxMonthList() {
  const say = useSay('billing');
  const language = useLanguage();
  const navigate = useNavigate();
  const reading = useAnswer('GET /billing/tax-months', {});
  const money = (key: 'value' | 'vat' | 'zero' | 'exempt', strong = false): Column<TaxMonth> => ({
    key,
    title: say(`tax_month.${key}`),
    right: true,
    cell: (one) => <Money amount={one[key]} currency={one.currency} strong={strong} />,
  });
  const columns: Column<TaxMonth>[] = [
    {
      key: 'month',
      title: say('tax_month.month'),
      cell: (one) => <Typography fontWeight="semiBold">{formatMonth(one.month, language, 'long')}</Typography>,
    },
    {
      key: 'state',
      title: say('field.state'),
      cell: (one) => {
        const shown = shownMonthState(one);
        return <StateBadge state={shown === 'closed' ? 'issued' : shown} label={say(`tax_month.state_${shown}`)} />;
      },
    },
    { key: 'documents', title: say('tax_month.documents'), right: true, cell: (one) => one.documents },
    money('value'),
    money('vat', true),
    {
      key: 'closed',
      title: say('tax_month.closed_at'),
      cell: (one) => one.closedAt && <DateText at={one.closedAt} />,
    },
    {
      key: 'late',
      title: say('tax_month.late_short'),
      right: true,
      cell: (one) =>
        one.late.documents > 0 && (
          <Typography textColor={one.late.waiting > 0 ? 'warning600' : 'neutral600'}>{one.late.documents}</Typography>
        ),
    },
  ];
  return (
    <PageFrame title={say('tax_month.title')} subtitle={say('tax_month.subtitle')}>
      <Flex direction="column" alignItems="stretch" gap={6}>
        <ReadTable
          reading={reading}
          columns={columns}
          keyOf={(one) => one.month}
          onOpen={(one) => navigate(one.month)}
          empty={say('tax_month.none')}
        />
        <LateDocuments />
      </Flex>
    </PageFrame>
  );
}
