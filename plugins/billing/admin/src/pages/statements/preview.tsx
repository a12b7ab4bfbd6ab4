import { Badge, Box, Flex, Typography } from '@strapi/design-system';
import { DataTable, DateText, Facts, Money, Panel, useSay } from '@sanya/strapi-plugin-platform/ui';
import { bankName } from './statement-list';
import type { ReadPreview } from './types';

/** What would be stored, and what cannot be read and why. */
export function PreviewPanel({ preview }: { preview: ReadPreview }) {
  const say = useSay('billing');
  const { currency, incoming, outgoing, known, problems, problemCount } = preview;
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <Panel title={say('statements.preview')}>
        <Facts
          columns={4}
          facts={[
            [say('statements.bank'), bankName(say, preview)],
            [say('statements.account'), preview.account],
            [
              say('statements.days'),
              <span key="days">
                <DateText at={preview.from} /> – <DateText at={preview.to} />
              </span>,
            ],
            [say('statements.encoding'), preview.encoding],
            [
              say('statements.incoming'),
              <span key="in">
                {incoming.lines} · <Money amount={incoming.amount} currency={currency} strong />
              </span>,
            ],
            [
              say('statements.outgoing'),
              <span key="out">
                {outgoing.lines} · <Money amount={outgoing.amount} currency={currency} />
              </span>,
            ],
            [
              say('statements.opening'),
              preview.opening !== null && <Money amount={preview.opening} currency={currency} />,
            ],
            [
              say('statements.closing'),
              preview.closing !== null && <Money amount={preview.closing} currency={currency} />,
            ],
          ]}
        />
        <Box paddingTop={4}>
          <Typography tag="p" textColor={known > 0 ? 'warning600' : 'neutral600'}>
            {say('statements.known', { count: known })}
          </Typography>
          {preview.buddhist && (
            <Typography tag="p" textColor="neutral600">
              {say('statements.buddhist')}
            </Typography>
          )}
          {preview.continuous && (
            <Typography tag="p" textColor="success600">
              {say('statements.continuous')}
            </Typography>
          )}
        </Box>
      </Panel>
      {problemCount > 0 && (
        <Panel title={say('statements.problems', { count: problemCount })}>
          <DataTable
            columns={[
              { key: 'row', title: say('statements.row'), cell: ({ row }) => row },
              { key: 'message', title: say('statements.why'), cell: ({ message }) => message },
              { key: 'cell', title: say('statements.cell'), cell: ({ cell }) => cell },
            ]}
            rows={problems}
            keyOf={({ row, code }) => `${row} ${code}`}
            empty=""
          />
        </Panel>
      )}
      <DataTable
        columns={[
          { key: 'row', title: say('statements.row'), cell: ({ row }) => row },
          { key: 'date', title: say('statements.date'), cell: ({ date }) => <DateText at={date} /> },
          { key: 'description', title: say('field.description'), cell: ({ description }) => description },
          { key: 'known', title: '', cell: (line) => line.known && <Badge>{say('statements.known_line')}</Badge> },
          {
            key: 'amount',
            title: say('payments.amount'),
            right: true,
            cell: ({ amount }) => <Money amount={amount} currency={currency} />,
          },
          {
            key: 'balance',
            title: say('statements.balance'),
            right: true,
            cell: ({ balance }) => <Money amount={balance} currency={currency} />,
          },
        ]}
        rows={preview.lines}
        keyOf={({ row }) => `${row}`}
        empty={say('statements.no_rows')}
      />
    </Flex>
  );
}
