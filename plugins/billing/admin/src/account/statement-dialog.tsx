import { useState } from 'react';
import { Button, Flex } from '@strapi/design-system';
import { formatDate, formatMoney } from '@sanya/strapi-plugin-platform/kernel';
import {
  TypedDate,
  DocumentView,
  FormDialog,
  freshKey,
  useLanguage,
  useMay,
  useSay,
  useTell,
} from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../doors';

export interface StatementDialogProps {
  customer: string;
  currency: string;
  today: string;
  onClose: () => void;
}

/** The statement of account of a period as the customer gets it, to be looked at and sent. */
export function StatementDialog({ customer, currency, today, onClose }: StatementDialogProps) {
  const say = useSay('billing');
  const tell = useTell();
  const ask = useAsk();
  const language = useLanguage();
  const maySend = useMay()('plugin::billing.account.send');
  const [key, setKey] = useState(freshKey);
  const [from, setFrom] = useState(`${today.slice(0, 8)}01`);
  const [to, setTo] = useState(today);
  const [shown, setShown] = useState<{ from: string; to: string }>();

  async function send(): Promise<void> {
    const { to: address, balance } = await ask('POST /billing/customers/:id/statement/send', {
      id: customer,
      body: { from, to },
      key,
    });
    tell(say('statement.sent', { to: address, balance: formatMoney(balance, currency, { symbol: true }) }));
    onClose();
  }
  const changed =
    (set: (day: string) => void) =>
    (day: string): void => {
      set(day);
      setKey(freshKey());
      setShown(undefined);
    };

  return (
    <FormDialog
      title={say('statement.title')}
      label={maySend ? say('statement.send') : undefined}
      onClose={onClose}
      onSubmit={send}
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <TypedDate name="from" label={say('statement.from')} value={from} onChange={changed(setFrom)} />
        <TypedDate name="to" label={say('statement.to')} value={to} onChange={changed(setTo)} />
        <Button type="button" variant="secondary" onClick={() => setShown({ from, to })}>
          {say('statement.show')}
        </Button>
        {shown && (
          <DocumentView
            key={`${shown.from} ${shown.to}`}
            url={`/billing/customers/${customer}/statement/document`}
            params={shown}
            title={`${formatDate(shown.from, language)} – ${formatDate(shown.to, language)}`}
          />
        )}
      </Flex>
    </FormDialog>
  );
}
