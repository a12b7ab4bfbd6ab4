import { useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import {
  type Column,
  FormDialog,
  freshKey,
  LongTextField,
  Money,
  pageLink,
  ReadTable,
  useApi,
  useDo,
  useMay,
  useSay,
  useTell,
} from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../doors';

interface WaitingFee {
  documentId: string;
  fee: string;
  currency: string;
  invoice?: { documentId: string; number: string } | null;
}

/** Late fees that wait for the customer's next invoice: waived, or charged now. */
export function WaitingFees({ customer }: { customer: string }) {
  const say = useSay('billing');
  const may = useMay();
  const ask = useAsk();
  const [waived, setWaived] = useState<WaitingFee>();
  const reading = useApi<WaitingFee[]>('/billing/dunning-notices', {
    filters: { customer: { documentId: { $eq: customer } }, feeWaits: { $eq: true } },
    populate: { invoice: true },
    sort: 'id:asc',
    pagination: { pageSize: 100 },
  });
  const attempt = useDo(reading.reload);
  if (!reading.data || reading.data.length === 0) return null;
  const columns: Column<WaitingFee>[] = [
    {
      key: 'invoice',
      title: say('field.invoice'),
      cell: ({ invoice }) => pageLink('plugin::billing.invoice', invoice?.documentId, invoice?.number ?? ''),
    },
    {
      key: 'fee',
      title: say('dunning.late_fee'),
      right: true,
      cell: ({ fee, currency }) => <Money amount={fee} currency={currency} strong />,
    },
    {
      key: 'act',
      title: '',
      right: true,
      cell: (one) => (
        <Flex gap={2} justifyContent="flex-end">
          {may('plugin::billing.dunning.act') && (
            <Button
              size="S"
              variant="tertiary"
              onClick={() =>
                void attempt(
                  () => ask('POST /billing/dunning-notices/:id/charge-fee', { id: one.documentId }),
                  say('dunning.fee_was_charged'),
                )
              }
            >
              {say('dunning.charge_fee')}
            </Button>
          )}
          {may('plugin::billing.dunning.waive') && (
            <Button size="S" variant="tertiary" onClick={() => setWaived(one)}>
              {say('dunning.waive_fee')}
            </Button>
          )}
        </Flex>
      ),
    },
  ];
  return (
    <Flex direction="column" alignItems="stretch" gap={2} paddingTop={4}>
      <Typography variant="delta" tag="h3">
        {say('dunning.waiting_fees')}
      </Typography>
      <ReadTable whole reading={reading} columns={columns} keyOf={(one) => one.documentId} empty="" />
      {waived && (
        <WaiveDialog
          fee={waived}
          onClose={() => setWaived(undefined)}
          onDone={() => {
            setWaived(undefined);
            reading.reload();
          }}
        />
      )}
    </Flex>
  );
}

function WaiveDialog({ fee, onClose, onDone }: { fee: WaitingFee; onClose: () => void; onDone: () => void }) {
  const say = useSay('billing');
  const ask = useAsk();
  const tell = useTell();
  const [key] = useState(freshKey);
  const [reason, setReason] = useState('');
  return (
    <FormDialog
      title={say('dunning.waive_fee')}
      label={say('dunning.waive_fee')}
      disabled={reason.trim() === ''}
      onClose={onClose}
      onSubmit={async () => {
        const { approval } = await ask('POST /billing/dunning-notices/:id/waive-fee', {
          ...{ id: fee.documentId, key, body: { reason: reason.trim() } },
        });
        tell(say(approval ? 'dunning.waiver_asked' : 'dunning.fee_was_waived'));
        onDone();
      }}
    >
      <LongTextField name="reason" label={say('field.reason')} required value={reason} onChange={setReason} />
    </FormDialog>
  );
}
