import type { ReactNode } from 'react';
import { Box, Button, Checkbox, EmptyStateLayout, Flex, Grid, Typography } from '@strapi/design-system';
import { DateText, LinkTo, Money, pageOf, useMay, useSay } from '@sanya/strapi-plugin-platform/ui';
import { LineActions } from './line-actions';
import { ProposalView } from './proposal';
import { type Line, MAY_APPLY } from './types';

export interface LinesProps {
  lines: readonly Line[];
  empty: string;
  /** Lines that are ticked, where they can be. */
  ticked?: { has: (line: Line) => boolean; change: (line: Line, ticked: boolean) => void };
  /** Applies one proposal of a line. */
  onApply?: (line: Line, proposal: number) => void;
  busy?: boolean;
  onDone: () => void;
}

/** What came in to the left, what it may be of to the right. */
export function Lines({ lines, empty, ticked, onApply, busy = false, onDone }: LinesProps) {
  const say = useSay('billing');
  const may = useMay();
  if (lines.length === 0) return <EmptyStateLayout content={empty} hasRadius shadow="tableShadow" />;
  const mayApply = may(MAY_APPLY);
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      {lines.map((line) => (
        <Box
          key={line.documentId}
          background="neutral0"
          hasRadius
          shadow="tableShadow"
          padding={4}
          tag="section"
          aria-label={`${say('statements.row')} ${line.row}`}
        >
          <Grid.Root gap={4}>
            <Grid.Item col={5} s={12} xs={12} direction="column" alignItems="stretch">
              <Movement
                line={line}
                tick={
                  ticked &&
                  mayApply && (
                    <Checkbox
                      aria-label={`${say('statements.choose')} ${line.row}`}
                      checked={ticked.has(line)}
                      onCheckedChange={(checked) => ticked.change(line, checked === true)}
                    />
                  )
                }
              />
            </Grid.Item>
            <Grid.Item col={7} s={12} xs={12} direction="column" alignItems="stretch">
              <Flex direction="column" alignItems="stretch" gap={3}>
                {line.problem && <Typography textColor="danger600">{line.problem}</Typography>}
                {line.payment && (
                  <LinkTo to={pageOf('plugin::billing.payment', line.payment.documentId) ?? ''}>
                    {line.payment.customer?.name ?? say('payments.facts')}
                  </LinkTo>
                )}
                {line.reason && <Typography textColor="neutral600">{line.reason}</Typography>}
                {line.state !== 'applied' &&
                  line.proposals.map((proposal, place) => (
                    <Flex key={place} justifyContent="space-between" alignItems="flex-start" gap={4}>
                      <ProposalView proposal={proposal} currency={line.currency} />
                      {onApply && mayApply && (
                        <Button size="S" disabled={busy} onClick={() => onApply(line, place)}>
                          {say('statements.apply_one')}
                        </Button>
                      )}
                    </Flex>
                  ))}
                {mayApply && <LineActions line={line} onDone={onDone} />}
              </Flex>
            </Grid.Item>
          </Grid.Root>
        </Box>
      ))}
    </Flex>
  );
}

const Movement = ({ line, tick }: { line: Line; tick?: ReactNode }) => (
  <Flex gap={3} alignItems="flex-start">
    {tick}
    <Box flex="1">
      <Flex justifyContent="space-between" gap={3}>
        <Typography textColor="neutral600">
          <DateText at={line.date} /> {line.time?.slice(0, 5)}
        </Typography>
        <Money amount={line.amount} currency={line.currency} strong />
      </Flex>
      <Typography tag="p" style={{ overflowWrap: 'anywhere' }}>
        {line.description}
      </Typography>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {[line.payerName, line.reference].filter(Boolean).join(' · ')}
      </Typography>
    </Box>
  </Flex>
);
