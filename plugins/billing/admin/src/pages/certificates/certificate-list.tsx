import { useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { yearOf } from '@sanya/strapi-plugin-platform/kernel';
import {
  type Column,
  containing,
  DateText,
  ListPage,
  ListTools,
  Money,
  ReportFiles,
  StateBadge,
  useLanguage,
  useList,
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

/** Withholding certificates of all tax years: awaited, come in, to check. */
export function CertificateList() {
  const say = useSay('billing');
  const language = useLanguage();
  const may = useMay();
  const { today } = useToday();
  const { asked } = useListQuery();
  const [chosen, setChosen] = useState<Certificate[]>([]);
  const [receiving, setReceiving] = useState(false);
  const year = asked('year');
  const states = useStateFilter(STATES, (one) => say(one === 'all' ? 'state.all' : `certificate.state_${one}`));
  const thisYear = yearOf(today);
  const years = Array.from({ length: YEARS }, (_, back) => String(thisYear - back));
  const reading = useList<Certificate>('/billing/certificates', {
    search: containing('number', 'customer.name'),
    filters: year ? { taxYear: { $eq: Number(year) } } : {},
    sort: asked('state') === 'pending' ? 'paidOn:asc' : 'id:desc',
    populate: { customer: true },
  });
  const receives = may(mayReceive);
  // One goes on choosing on the next page: what is chosen on another one stays.
  const choose = (keys: ReadonlySet<string>): void =>
    setChosen((before) => {
      const known = new Map([...before, ...(reading.data ?? [])].map((one) => [one.documentId, one]));
      return [...known.values()].filter(({ documentId }) => keys.has(documentId));
    });
  const columns: Column<Certificate>[] = [
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
    <ListPage
      title={say('certificate.title')}
      subtitle={say('certificate.subtitle')}
      action={
        <Flex gap={2} wrap="wrap">
          {receives && (
            <Button tag={NavLink} to="/plugins/billing/certificates/pending" variant="secondary">
              {say('certificate.pending_by_customer')}
            </Button>
          )}
          <ReportFiles
            code="withheld"
            permission="plugin::billing.report.withheld"
            asked={{ from: `${period}-01-01`, to: `${period}-12-31`, by: 'document' }}
            name={`withheld-${period}`}
          />
        </Flex>
      }
      tools={
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
      }
      reading={reading}
      columns={columns}
      choosing={
        receives
          ? {
              chosen: new Set(chosen.map(({ documentId }) => documentId)),
              change: choose,
              nameOf: (one) => one.customer?.name ?? '',
              may: ({ state }) => state === 'pending' || state === 'disputed',
            }
          : undefined
      }
      empty={say('certificate.empty')}
      none={say('certificate.none_yet')}
    >
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
      {receiving && (
        <ReceiveDialog
          certificates={chosen}
          onClose={() => setReceiving(false)}
          onDone={() => {
            setReceiving(false);
            setChosen([]);
            reading.reload();
          }}
        />
      )}
    </ListPage>
  );
}
