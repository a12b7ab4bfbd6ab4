import { useState } from 'react';
import { Box, EmptyStateLayout, Flex, Grid, Typography } from '@strapi/design-system';
import { Page } from '@strapi/strapi/admin';
import { DateText, Failure, Money, PageFrame, useApi, useSay, Waiting } from '@sanya/strapi-plugin-platform/ui';
import type { Payment } from '../types';
import { Verification } from './verify/verification';

const WAITING = {
  filters: { state: { $in: ['submitted', 'to_check'] } },
  sort: 'submittedAt:asc',
  populate: { customer: true, invoice: true, slip: true },
  pagination: { pageSize: 100 },
};

interface EntryProps {
  payment: Payment;
  chosen: boolean;
  onChoose: () => void;
}

const Entry = ({ payment, chosen, onChoose }: EntryProps) => (
  <Box
    tag="button"
    type="button"
    onClick={onChoose}
    aria-current={chosen}
    background={chosen ? 'primary100' : 'neutral0'}
    borderColor={chosen ? 'primary600' : 'neutral200'}
    hasRadius
    padding={4}
    width="100%"
    cursor="pointer"
    textAlign="left"
  >
    <Flex justifyContent="space-between" gap={2}>
      <Typography fontWeight="bold">{payment.customer?.name}</Typography>
      <Money amount={payment.amount} currency={payment.currency} strong />
    </Flex>
    <Flex justifyContent="space-between" gap={2}>
      <Typography variant="pi" textColor="neutral600">
        {payment.invoice?.number}
      </Typography>
      <Typography variant="pi" textColor="neutral600">
        <DateText at={payment.submittedAt} />
      </Typography>
    </Flex>
  </Box>
);

/** Slips that wait, the one sent first on top, each beside what it should be. */
export default function ToVerify() {
  const say = useSay('billing');
  const [wanted, setWanted] = useState<string>();
  const { data, error, reload } = useApi<Payment[]>('/billing/payments', WAITING);
  const chosen = data?.find((payment) => payment.documentId === wanted) ?? data?.[0];

  return (
    <Page.Protect permissions={[{ action: 'plugin::billing.payment.verify', subject: null }]}>
      <PageFrame title={say('verify.title')} subtitle={data && say('verify.subtitle', { count: data.length })}>
        {error !== undefined && <Failure message={error} />}
        {data === undefined && error === undefined && <Waiting />}
        {data?.length === 0 && <EmptyStateLayout content={say('verify.empty')} hasRadius shadow="tableShadow" />}
        {data && chosen && (
          <Grid.Root gap={6}>
            <Grid.Item col={4} s={12} xs={12} alignItems="stretch" direction="column">
              <Flex direction="column" gap={2} alignItems="stretch">
                {data.map((payment) => (
                  <Entry
                    key={payment.documentId}
                    payment={payment}
                    chosen={payment === chosen}
                    onChoose={() => setWanted(payment.documentId)}
                  />
                ))}
              </Flex>
            </Grid.Item>
            <Grid.Item col={8} s={12} xs={12} alignItems="stretch" direction="column">
              <Verification key={chosen.documentId} payment={chosen} onDone={reload} />
            </Grid.Item>
          </Grid.Root>
        )}
      </PageFrame>
    </Page.Protect>
  );
}
