import { useState } from 'react';
import { Button } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { useDo, useMay, useSay } from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import type { Payment } from '../../types';
import { gatewayName } from '../../ui/gateway-words';

const AWAITED = ['initiated', 'pending', 'unknown'];

/** Asks the gateway how a card payment stands, before its turn comes. */
export function AskGateway({ payment, onDone }: { payment: Payment; onDone: () => void }) {
  const say = useSay('billing');
  const may = useMay();
  const act = useDo(onDone);
  const ask = useAsk();
  const [busy, setBusy] = useState(false);
  const { gateway, state, documentId: id } = payment;
  if (!gateway || !AWAITED.includes(state) || !may('plugin::billing.payment.ask')) return null;

  async function askNow(): Promise<void> {
    setBusy(true);
    await act(() => ask('POST /billing/payments/:id/ask', { id, body: {} }), say('payments.asked'));
    setBusy(false);
  }
  return (
    <Button variant="secondary" startIcon={<ArrowClockwise />} loading={busy} onClick={() => void askNow()}>
      {say('payments.ask', { gateway: gatewayName(gateway) })}
    </Button>
  );
}
