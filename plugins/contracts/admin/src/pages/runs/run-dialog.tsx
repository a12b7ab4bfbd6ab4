import { useEffect, useState } from 'react';
import { Flex, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { formatMoney } from '@sanya/strapi-plugin-platform/kernel';
import {
  DataTable,
  FormDialog,
  freshKey,
  Money,
  reasonOf,
  TypedDate,
  useSay,
  useTexts,
} from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';

interface Preview {
  contracts: number;
  periods: number;
  invoices: number;
  total: string;
  currency: string;
  more: boolean;
  list: readonly { documentId: string; number: string; customer: string; periods: number; amount: string }[];
  problems: readonly { documentId: string; number: string; customer: string; problem: string }[];
}

/** Says what would be billed until a day, and bills it. */
export function RunDialog({
  today,
  onClose,
  onDone,
}: {
  /** The business day. */
  today: string;
  onClose: () => void;
  onDone: () => void;
}) {
  const say = useSay('contracts');
  const ask = useAsk();
  const { toggleNotification } = useNotification();
  const [key] = useState(freshKey);
  const [preview, setPreview] = useState<Preview>();
  const [failed, setFailed] = useState('');
  const { values, touched, submitting, field } = useTexts({ asOf: today });
  const { asOf } = values;

  useEffect(() => {
    if (!asOf) return undefined;
    let current = true;
    setFailed('');
    ask('POST /contracts/billing-runs', { key: freshKey(), body: { asOf, dryRun: true } }).then(
      (found) => current && setPreview(found),
      (error: unknown) => {
        if (!current) return;
        setPreview(undefined);
        setFailed(reasonOf(error));
      },
    );
    return () => {
      current = false;
    };
  }, [ask, asOf]);

  return (
    <FormDialog
      title={say('runs.start_title')}
      label={say('runs.start')}
      disabled={!preview || preview.contracts === 0}
      touched={touched}
      submitting={submitting}
      onClose={onClose}
      onSubmit={async () => {
        await ask('POST /contracts/billing-runs', { key, body: { asOf } });
        toggleNotification({ type: 'success', message: say('runs.started') });
        onDone();
      }}
    >
      <TypedDate {...field('asOf')} required label={say('field.as_of')} hint={say('runs.as_of_hint')} />
      {failed && <Typography textColor="danger600">{failed}</Typography>}
      {preview && (
        <Flex direction="column" alignItems="stretch" gap={3}>
          <Typography role="status">
            {say(preview.more ? 'runs.preview_more' : 'runs.preview', {
              contracts: preview.contracts,
              periods: preview.periods,
              invoices: preview.invoices,
              total: formatMoney(preview.total, preview.currency),
            })}
          </Typography>
          {preview.problems.map(({ documentId, number, customer, problem }) => (
            <Typography key={documentId} textColor="danger600">
              {`${number} ${customer}: ${problem}`}
            </Typography>
          ))}
          {preview.list.length > 0 && (
            <DataTable
              rows={preview.list.slice(0, 20)}
              keyOf={(row) => row.documentId}
              empty={say('runs.none')}
              columns={[
                { key: 'number', title: say('field.number'), cell: ({ number }) => number },
                { key: 'customer', title: say('field.customer'), wraps: true, cell: ({ customer }) => customer },
                { key: 'periods', title: say('field.periods'), cell: ({ periods }) => String(periods) },
                {
                  key: 'amount',
                  title: say('field.amount'),
                  right: true,
                  cell: ({ amount }) => <Money amount={amount} currency={preview.currency} />,
                },
              ]}
            />
          )}
        </Flex>
      )}
    </FormDialog>
  );
}
