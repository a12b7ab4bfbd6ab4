import { useEffect, useState } from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';
import {
  billPaymentPayload,
  billReference,
  formatMoney,
  isBillerId,
  isPromptPayTarget,
  promptPayPayload,
} from '@sanya/strapi-plugin-platform/kernel';
import { AmountField, useSay } from '@sanya/strapi-plugin-platform/ui';

interface PromptPayPreviewProps {
  target: string | null;
  billerId: string | null;
  currency: string;
}

const SAMPLE = '10000';
const SAMPLE_INVOICE = 'INV-2569-000001';
const WIDTH = 220;

function payloadOf({ target, billerId }: PromptPayPreviewProps, amount: bigint): string | undefined {
  if (amount <= 0n) return undefined;
  if (billerId && isBillerId(billerId)) {
    return billPaymentPayload({ billerId, ref1: billReference(SAMPLE_INVOICE), amount });
  }
  return target && isPromptPayTarget(target) ? promptPayPayload({ target, amount }) : undefined;
}

/** The code as a customer would see it, to be tried with a banking app before it stands on invoices. */
export function PromptPayPreview(props: PromptPayPreviewProps) {
  const say = useSay('billing');
  const [amount, setAmount] = useState(SAMPLE);
  const [picture, setPicture] = useState<string>();
  const payload = payloadOf(props, BigInt(amount));

  useEffect(() => {
    let current = true;
    setPicture(undefined);
    if (payload === undefined) return undefined;
    void import('qrcode')
      .then(({ toDataURL }) => toDataURL(payload, { margin: 2, width: WIDTH }))
      .then((url) => current && setPicture(url));
    return () => {
      current = false;
    };
  }, [payload]);

  const { target, billerId } = props;
  const wrong =
    (billerId && !isBillerId(billerId) && 'setting.biller_wrong') ||
    (target && !isPromptPayTarget(target) && 'setting.target_wrong');
  return (
    <Flex gap={6} paddingTop={6} alignItems="flex-start" wrap="wrap">
      <Box
        width={`${WIDTH}px`}
        height={`${WIDTH}px`}
        background="neutral100"
        borderColor="neutral200"
        hasRadius
        style={{ display: 'grid', placeItems: 'center' }}
      >
        {picture ? (
          <img src={picture} width={WIDTH} height={WIDTH} alt={say('setting.qr_alt')} />
        ) : (
          <Box padding={4}>
            <Typography textColor={wrong ? 'danger600' : 'neutral600'} textAlign="center">
              {say(wrong || 'setting.no_promptpay')}
            </Typography>
          </Box>
        )}
      </Box>
      <Flex direction="column" alignItems="stretch" gap={4} maxWidth="36rem">
        <AmountField
          name="sample"
          label={say('setting.sample')}
          hint={say('setting.sample_hint')}
          currency={props.currency}
          value={amount}
          onChange={setAmount}
        />
        {payload !== undefined && (
          <Typography textColor="neutral600">
            {say(billerId ? 'setting.qr_bill' : 'setting.qr_transfer', {
              to: billerId || target || '',
              amount: formatMoney(amount, props.currency, { symbol: true }),
            })}
          </Typography>
        )}
      </Flex>
    </Flex>
  );
}
