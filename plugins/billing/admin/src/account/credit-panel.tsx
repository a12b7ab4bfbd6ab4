import { Box, Flex, Typography } from '@strapi/design-system';
import { formatMoney } from '@sanya/strapi-plugin-platform/kernel';
import { Confirm, Facts, Money, Panel, useDo, useMay, useSay } from '@sanya/strapi-plugin-platform/ui';
import { type BillingDoors, useAnswer, useAsk } from '../doors';

type Credit = BillingDoors['GET /billing/customers/:id/credit']['answers'];

/** On the page of a customer: how much may be sold before it is paid, what of it is used, and how they pay. */
export default function CreditPanel({ id }: { id: string }) {
  const say = useSay('billing');
  const may = useMay();
  const { data, reload } = useAnswer(
    'GET /billing/customers/:id/credit',
    may('plugin::billing.credit.read') ? { id } : null,
  );
  if (!data) return null;
  const { currency, score, proposal, available, creditLimit, creditTermsDays } = data;
  const isOver = available !== null && available.startsWith('-');
  return (
    <Panel title={say('credit.title')}>
      <Flex direction="column" alignItems="stretch" gap={6}>
        <Facts
          columns={4}
          facts={[
            [
              say('credit.terms'),
              creditTermsDays > 0 ? say('credit.days', { days: creditTermsDays }) : say('credit.prepaid'),
            ],
            [
              say('credit.limit'),
              creditLimit === null ? (
                say('credit.no_limit')
              ) : (
                <Money key="limit" amount={creditLimit} currency={currency} strong />
              ),
            ],
            [say('credit.exposure'), <Money key="exposure" amount={data.exposure} currency={currency} strong />],
            [
              say('credit.available'),
              available !== null && (
                <Money
                  key="available"
                  amount={available}
                  currency={currency}
                  strong
                  tone={isOver ? 'danger600' : 'neutral800'}
                />
              ),
            ],
            ...data.parts.map(
              ({ code, amount }) =>
                [
                  say(`credit.part_${code}`),
                  amount !== '0' && <Money key={code} amount={amount} currency={currency} />,
                ] as const,
            ),
            [
              say('account.credit'),
              data.credit !== '0' && <Money key="credit" amount={data.credit} currency={currency} />,
            ],
          ]}
        />
        <Box>
          <Typography variant="epsilon" tag="h3" fontWeight="semiBold">
            {score.score === null
              ? say('credit.score_new')
              : say('credit.score', { score: score.score, grade: score.grade.toUpperCase() })}
          </Typography>
          <Flex direction="column" alignItems="flex-start" paddingTop={2} gap={1}>
            {score.reasons.map(({ code, points, most, text }) => (
              <Typography key={code} variant="pi" textColor="neutral600">
                {`${text} · ${most > 0 ? say('credit.points', { points, most }) : points}`}
              </Typography>
            ))}
          </Flex>
        </Box>
        {proposal && <Proposal id={id} proposal={proposal} currency={currency} onDone={reload} />}
      </Flex>
    </Panel>
  );
}

interface ProposalProps {
  /** Document id of the customer. */
  id: string;
  proposal: NonNullable<Credit['proposal']>;
  currency: string;
  onDone: () => void;
}

function Proposal({ id, proposal, currency, onDone }: ProposalProps) {
  const say = useSay('billing');
  const may = useMay();
  const act = useDo(onDone);
  const ask = useAsk();
  const { creditTermsDays, creditLimit, text } = proposal;
  const what = [
    creditTermsDays > 0 ? say('credit.days', { days: creditTermsDays }) : say('credit.prepaid'),
    creditLimit !== null && `${say('credit.limit')} ${formatMoney(creditLimit, currency, { symbol: true })}`,
  ]
    .filter(Boolean)
    .join(' · ');
  const apply = (): Promise<boolean> =>
    act(
      () => ask('POST /billing/customers/:id/credit/apply', { id, body: { creditTermsDays, creditLimit } }),
      say('credit.applied'),
    );
  return (
    <Box background="primary100" hasRadius padding={4}>
      <Flex justifyContent="space-between" gap={4} wrap="wrap">
        <Flex direction="column" alignItems="flex-start" gap={1}>
          <Typography>{text}</Typography>
          <Typography fontWeight="semiBold">{what}</Typography>
        </Flex>
        {may('plugin::billing.credit.apply') && (
          <Confirm label={say('credit.apply')} title={say('credit.apply')} onConfirm={apply}>
            {what}
          </Confirm>
        )}
      </Flex>
    </Box>
  );
}
