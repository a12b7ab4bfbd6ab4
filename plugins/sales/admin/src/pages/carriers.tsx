import { Flex, Typography } from '@strapi/design-system';
import { Money, useSay } from '@sanya/strapi-plugin-platform/ui';
import { CARRIER_STATES } from '../../../server/src/domain/carrier';
import type { Carrier } from '../carrier-values';
import { CarrierDialog } from './carriers/carrier-dialog';
import { KeptList } from './kept-list';

/** More rows of a price table than this are counted. */
const SHOWN = 3;

function Rates({ rates }: { rates: NonNullable<Carrier['rates']> }) {
  const say = useSay('sales');
  return (
    <Flex direction="column" alignItems="flex-start">
      {rates.slice(0, SHOWN).map(({ postcodes, upToGrams, price }, index) => (
        <Flex key={index} gap={2}>
          <Money amount={price} />
          <Typography textColor="neutral600">
            {[
              upToGrams !== null && say('carrier.up_to', { kilograms: upToGrams / 1000 }),
              postcodes.length > 0 && postcodes.join(', '),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Typography>
        </Flex>
      ))}
      {rates.length > SHOWN && (
        <Typography textColor="neutral600">{say('carrier.more_rates', { count: rates.length - SHOWN })}</Typography>
      )}
    </Flex>
  );
}

/** Who carries goods: what they ask, how long they take. */
export default function Carriers() {
  const say = useSay('sales');
  return (
    <KeptList<Carrier>
      kind="carrier"
      states={CARRIER_STATES}
      search={['name']}
      named={say('shipment.carrier')}
      below={({ note }) => note}
      columns={[
        { key: 'days', title: say('carrier.days'), right: true, cell: ({ daysPromised }) => daysPromised },
        {
          key: 'rates',
          title: say('carrier.rates'),
          wraps: true,
          cell: ({ rates }) => <Rates rates={rates ?? []} />,
        },
      ]}
      none={say('carriers.none')}
      dialog={(carrier, onClose, onDone) => <CarrierDialog carrier={carrier} onClose={onClose} onDone={onDone} />}
    />
  );
}
