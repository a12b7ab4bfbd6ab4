import { useState } from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import {
  ChoiceField,
  type Column,
  DataTable,
  DateText,
  Failure,
  Money,
  TwoLines,
  useSay,
  Waiting,
} from '@sanya/strapi-plugin-platform/ui';
import { PROPOSAL_ORDERS, type ProposalOrder } from '../../../../server/src/domain/carrier';
import { type SalesDoors, useAnswer } from '../../doors';
import type { Shipment } from '../../shipment-types';

type Proposal = SalesDoors['GET /sales/shipments/:id/carriers']['answers']['carriers'][number];

interface CarrierChoiceProps {
  shipment: Shipment;
  /** Document id; empty: none of the list. */
  chosen: string;
  onChoose: (carrier: { documentId: string; name: string }) => void;
}

/** Who may carry this parcel: what each asks, the day it promises, how often it was kept; the best first. */
export function CarrierChoice({ shipment, chosen, onChoose }: CarrierChoiceProps) {
  const say = useSay('sales');
  const [sort, setSort] = useState<ProposalOrder>('cost');
  const { data, error } = useAnswer('GET /sales/shipments/:id/carriers', { id: shipment.documentId, body: { sort } });
  const columns: Column<Proposal>[] = [
    {
      key: 'name',
      title: say('shipment.carrier'),
      wraps: true,
      cell: ({ name, note }) => <TwoLines first={name} second={note} />,
    },
    {
      key: 'cost',
      title: say('carrier.cost'),
      right: true,
      wraps: true,
      cell: ({ cost, why }) =>
        cost === null ? (
          <Typography textColor="neutral600">{say(`carrier.why.${why}`)}</Typography>
        ) : (
          <Money amount={cost} />
        ),
    },
    { key: 'promised', title: say('carrier.promised'), cell: ({ promisedOn }) => <DateText at={promisedOn} /> },
    {
      key: 'reliability',
      title: say('carrier.reliability'),
      wraps: true,
      cell: ({ judged, onTime }) =>
        judged === 0 ? say('carrier.no_record') : say('carrier.record', { onTime, judged }),
    },
    {
      key: 'choose',
      title: '',
      right: true,
      cell: (one) =>
        one.documentId === chosen ? (
          <Typography fontWeight="bold">✓</Typography>
        ) : (
          <Button size="S" variant="tertiary" onClick={() => onChoose(one)}>
            {say('carrier.choose')}
          </Button>
        ),
    },
  ];
  if (error !== undefined) return <Failure message={error} />;
  if (!data) return <Waiting />;
  if (data.carriers.length === 0) return null;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex gap={4} justifyContent="space-between" alignItems="flex-end" wrap="wrap">
        <Typography textColor="neutral600">
          {data.grams === null
            ? say('carrier.not_weighed')
            : say('carrier.parcel', { kilograms: data.grams / 1000, postcode: data.postcode ?? '–' })}
        </Typography>
        <Box width="20rem">
          <ChoiceField
            name="sort"
            label={say('carrier.sort')}
            value={sort}
            choices={PROPOSAL_ORDERS.map((one) => [one, say(`carrier.sort.${one}`)] as const)}
            onChange={(one) => setSort(one as ProposalOrder)}
          />
        </Box>
      </Flex>
      <DataTable columns={columns} rows={data.carriers} keyOf={({ documentId }) => documentId} empty="" />
    </Flex>
  );
}
