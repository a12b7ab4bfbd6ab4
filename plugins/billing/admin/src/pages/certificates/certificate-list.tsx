import { useState } from 'react';
import { Box, Button, Checkbox, Flex, Typography } from '@strapi/design-system';
import { useNavigate } from 'react-router-dom';
import { yearOf } from '@sanya/strapi-plugin-platform/kernel';
import {
  type Column,
  DateText,
  LinkTo,
  ListTools,
  Money,
  PageFrame,
  ReadTable,
  ReportFiles,
  StateBadge,
  useApi,
  useLanguage,
  useListQuery,
  useMay,
  useSay,
  useStateFilter,
  useToday,
} from '@sanya/strapi-plugin-platform/ui';
import { ReceiveDialog } from './receive-dialog';
import { type Certificate, mayReceive } from './types';

const STATES = ['pending', 'received', 'disputed', 'checked', 'dropped'];
const YEARS = 7;
const BUDDHIST = 543;

const filtersOf = (state: string, year: string, search: string) => ({
  ...(state ? { state: { $eq: state } } : {}),
  ...(year ? { taxYear: { $eq: Number(year) } } : {}),
  ...(search ? { $or: [{ number: { $containsi: search } }, { customer: { name: { $containsi: search } } }] } : {}),
});

/** Withholding certificates of all tax years: awaited, come in, to check. */
export function CertificateList() {
  const say = useSay('billing');
  const language = useLanguage();
  const may = useMay();
  const navigate = useNavigate();
  const { today } = useToday();
  const { page, asked } = useListQuery();
  const [chosen, setChosen] = useState<Certificate[]>([]);
  const [receiving, setReceiving] = useState(false);
  const [state, year, search] = [asked('state'), asked('year'), asked('q')];
  const states = useStateFilter(STATES, (one) => say(one === 'all' ? 'state.all' : `certificate.state_${one}`));
  const thisYear = yearOf(today);
  const years = Array.from({ length: YEARS }, (_, back) => String(thisYear - back));
  const { reload, ...reading } = useApi<Certificate[]>('/billing/certificates', {
    filters: filtersOf(state, year, search),
    sort: state === 'pending' ? 'paidOn:asc' : 'id:desc',
    populate: { customer: true },
    pagination: { page },
  });
  const receives = may(mayReceive);
  const isChosen = (one: Certificate): boolean => chosen.some(({ documentId }) => documentId === one.documentId);
  const columns: Column<Certificate>[] = [
    ...(receives
      ? [
          {
            key: 'choose',
            title: '',
            cell: (one: Certificate) =>
              (one.state === 'pending' || one.state === 'disputed') && (
                <Box onClick={(event: { stopPropagation: () => void }) => event.stopPropagation()}>
                  <Checkbox
                    aria-label={say('certificate.choose', { customer: one.customer?.name ?? '' })}
                    checked={isChosen(one)}
                    onCheckedChange={(checked) =>
                      setChosen((before) =>
                        checked === true
                          ? [...before, one]
                          : before.filter(({ documentId }) => documentId !== one.documentId),
                      )
                    }
                  />
                </Box>
              ),
          },
        ]
      : []),
    {
      key: 'customer',
      title: say('field.customer'),
      cell: (one) => <Typography fontWeight="semiBold">{one.customer?.name}</Typography>,
    },
    { key: 'paid', title: say('certificate.paid_on'), cell: (one) => <DateText at={one.paidOn} /> },
    {
      key: 'amount',
      title: say('field.withheld'),
      right: true,
      cell: (one) => <Money amount={one.amount} currency={one.currency} />,
    },
    {
      key: 'stated',
      title: say('certificate.stated'),
      right: true,
      cell: (one) => (
        <Money
          amount={one.statedAmount}
          currency={one.currency}
          tone={one.statedAmount !== null && one.statedAmount !== one.amount ? 'danger600' : 'neutral800'}
        />
      ),
    },
    {
      key: 'number',
      title: say('certificate.book_number'),
      cell: (one) => [one.book, one.number].filter(Boolean).join(' / '),
    },
    {
      key: 'state',
      title: say('field.state'),
      cell: (one) => <StateBadge state={one.state} label={say(`certificate.state_${one.state}`)} />,
    },
  ];
  const period = year || String(thisYear);
  return (
    <PageFrame
      title={say('certificate.title')}
      subtitle={say('certificate.subtitle')}
      action={
        <Flex gap={4} wrap="wrap">
          {receives && (
            <LinkTo to="/plugins/billing/certificates/pending">{say('certificate.pending_by_customer')}</LinkTo>
          )}
          <ReportFiles
            code="withheld"
            permission="plugin::billing.report.withheld"
            asked={{ from: `${period}-01-01`, to: `${period}-12-31`, by: 'document' }}
            name={`withheld-${period}`}
          />
        </Flex>
      }
    >
      <ListTools
        search={say('certificate.search')}
        filters={[
          states,
          {
            key: 'year',
            label: say('certificate.tax_year'),
            width: '16rem',
            all: say('certificate.all_years'),
            choices: years.map((one) => [
              one,
              say('certificate.year', { year: language === 'th' ? Number(one) + BUDDHIST : one }),
            ]),
          },
        ]}
      />
      {chosen.length > 0 && (
        <Flex paddingBottom={4} gap={4}>
          <Button onClick={() => setReceiving(true)}>
            {say('certificate.receive_many', { count: chosen.length })}
          </Button>
          <Button variant="tertiary" onClick={() => setChosen([])}>
            {say('certificate.choose_none')}
          </Button>
        </Flex>
      )}
      <ReadTable
        reading={{ ...reading, reload }}
        columns={columns}
        keyOf={(one) => one.documentId}
        onOpen={(one) => navigate(one.documentId)}
        empty={say('certificate.empty')}
      />
      {receiving && (
        <ReceiveDialog
          certificates={chosen}
          onClose={() => setReceiving(false)}
          onDone={() => {
            setReceiving(false);
            setChosen([]);
            reload();
          }}
        />
      )}
    </PageFrame>
  );
}
