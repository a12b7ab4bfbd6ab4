import { CARRIER } from '../../content-types/types';
import { type CarrierFacts, carrierMachine, checkCarrier } from '../../domain/carrier';
import { CARRIER_FIELDS } from '../../stores/carriers';
import { keeping } from '../keeping';

/** What was carried before keeps what it cost. */
export const keepCarriers = keeping<CarrierFacts>({
  ...{ type: CARRIER, kind: 'carrier', fields: CARRIER_FIELDS, life: carrierMachine, check: checkCarrier },
  none: { trackingPattern: null, daysPromised: 1, rates: null, note: null },
});
