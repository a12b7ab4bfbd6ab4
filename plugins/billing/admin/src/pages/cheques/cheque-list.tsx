import { useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { sum } from '@sanya/strapi-plugin-platform/kernel';
import {
  type Column,
  containing,
  DateText,
  ListPage,
  ListTools,
  Money,
  StateBadge,
  useList,
  useListQuery,
  useMay,
  useSay,
  useStateFilter,
  useToday,
} from '@sanya/strapi-plugin-platform/ui';
import { bankOf, type Cheque } from '../../cheque-types';
import { ClearDialog } from './clear-dialog';
import { DepositDialog } from './deposit-dialog';

const STATES = ['received', 'deposited', 'cleared', 'bounced', 'returned'];
/** What waits for something goes by the day on the cheque; the rest the newest on top. */
const WAITING = ['received', 'deposited'];

/** Cheques in hand by their date, taken to the bank together and cleared together. */
export function ChequeList() {
  const say = useSay('billing');
  const sayHouse = useSay('platform');
  const may = useMay();
  const { today } = useToday();
  const { asked } = useListQuery();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [doing, setDoing] = useState<'deposit' | 'clear'>();
  const states = useStateFilter(STATES, (one) => say(`cheque_state.${one}`));
  const reading = useList<Cheque>('/billing/cheques', {
    search: (text) => [{ number: { $startsWith: text } }, ...containing('customer.name')(text)],
    sort: WAITING.includes(asked('state')) ? ['chequeDate:asc', 'id:asc'] : 'id:desc',
    populate: { customer: true },
  });
  const picked = (reading.data ?? []).filter(({ documentId }) => chosen.has(documentId));
  const all = (...of: Cheque['state'][]): boolean => picked.length > 0 && picked.every((one) => of.includes(one.state));
  const isDue = picked.every(({ chequeDate }) => chequeDate <= today);
  const done = (): void => {
    setDoing(undefined);
    setChosen(new Set());
    reading.reload();
  };

  const columns: Column<Cheque>[] = [
    {
      key: 'date',
      title: say('cheque.date'),
      cell: (one) => (
        <Typography textColor={one.state === 'received' && one.chequeDate <= today ? 'success600' : 'neutral800'}>
          <DateText at={one.chequeDate} />
        </Typography>
      ),
    },
    {
      key: 'number',
      title: say('cheque.number'),
      cell: (one) => <Typography fontWeight="semiBold">{one.number}</Typography>,
    },
    { key: 'bank', title: say('field.bank'), wraps: true, cell: bankOf },
    { key: 'customer', title: say('field.customer'), wraps: true, cell: (one) => one.customer?.name },
    {
      key: 'state',
      title: say('field.state'),
      cell: (one) => <StateBadge state={one.state} label={say(`cheque_state.${one.state}`)} />,
    },
    {
      key: 'amount',
      title: say('payments.amount'),
      right: true,
      cell: (one) => <Money amount={one.amount} currency={one.currency} />,
    },
  ];
  return (
    <ListPage
      title={say('cheque.title')}
      subtitle={say('cheque.subtitle')}
      tools={<ListTools search={say('cheque.search')} filters={[states]} />}
      reading={reading}
      columns={columns}
      choosing={{ chosen, change: setChosen, nameOf: (one) => one.number }}
      empty={say('cheque.empty')}
      none={say('cheque.none_yet')}
    >
      {picked.length > 0 && (
        <Flex gap={4} paddingBottom={4} wrap="wrap">
          <Typography textColor="neutral600">{sayHouse('ui.chosen', { count: picked.length })}</Typography>
          <Money amount={sum(picked.map(({ amount }) => BigInt(amount)))} currency={picked[0]?.currency} strong />
          {may('plugin::billing.cheque.deposit') && all('received', 'bounced') && (
            <Button size="S" disabled={!isDue} onClick={() => setDoing('deposit')}>
              {say(isDue ? 'cheque.deposit' : 'cheque.not_due')}
            </Button>
          )}
          {may('plugin::billing.cheque.clear') && all('deposited') && (
            <Button size="S" onClick={() => setDoing('clear')}>
              {say('cheque.clear')}
            </Button>
          )}
        </Flex>
      )}
      {doing === 'deposit' && <DepositDialog cheques={picked} onClose={() => setDoing(undefined)} onDone={done} />}
      {doing === 'clear' && <ClearDialog cheques={picked} onClose={() => setDoing(undefined)} onDone={done} />}
    </ListPage>
  );
}
