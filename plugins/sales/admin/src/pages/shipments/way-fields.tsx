import { FieldCell, Fields, TextField, type TextFieldProps, useSay } from '@sanya/strapi-plugin-platform/ui';

import type { Shipment } from '../../shipment-types';
import { CarrierChoice } from './carrier-choice';

export type WayKey = 'chosenCarrier' | 'carrier' | 'trackingNumber' | 'trackingUrl' | 'note';

type Way = Record<WayKey, string>;

export const wayOf = (
  shipment?: Partial<Record<Exclude<WayKey, 'chosenCarrier'>, string | null>> & Pick<Shipment, 'chosenCarrier'>,
): Way => ({
  chosenCarrier: shipment?.chosenCarrier?.documentId ?? '',
  carrier: shipment?.carrier ?? '',
  trackingNumber: shipment?.trackingNumber ?? '',
  trackingUrl: shipment?.trackingUrl ?? '',
  note: shipment?.note ?? '',
});

/** A name that is typed over a chosen carrier's takes its place. */
export const wayBody = (values: Way): Omit<Way, 'chosenCarrier'> & { chosenCarrier: string | null } => ({
  chosenCarrier: values.chosenCarrier || null,
  carrier: values.carrier.trim(),
  trackingNumber: values.trackingNumber.trim(),
  trackingUrl: values.trackingUrl.trim(),
  note: values.note.trim(),
});

type Typed = Pick<TextFieldProps, 'name' | 'value' | 'error' | 'onChange'>;

/** How goods travel. */
export function WayFields({ field, shipment }: { field: (name: WayKey) => Typed; shipment?: Shipment }) {
  const say = useSay('sales');
  const [carrier, chosen] = [field('carrier'), field('chosenCarrier')];
  return (
    <Fields>
      {shipment && (
        <FieldCell width={12}>
          <CarrierChoice
            shipment={shipment}
            chosen={chosen.value}
            onChoose={({ documentId, name }) => {
              chosen.onChange(documentId);
              carrier.onChange(name);
            }}
          />
        </FieldCell>
      )}
      <FieldCell width={6}>
        <TextField
          {...carrier}
          error={carrier.error ?? chosen.error}
          onChange={(text) => {
            chosen.onChange('');
            carrier.onChange(text);
          }}
          label={say('shipment.carrier')}
          maxLength={100}
        />
      </FieldCell>
      <FieldCell width={6}>
        <TextField {...field('trackingNumber')} label={say('shipment.tracking')} maxLength={100} />
      </FieldCell>
      <FieldCell width={12}>
        <TextField
          {...field('trackingUrl')}
          label={say('shipment.tracking_url')}
          hint={say('shipment.tracking_url_hint')}
          inputMode="url"
          maxLength={500}
        />
      </FieldCell>
      <FieldCell width={12}>
        <TextField {...field('note')} label={say('field.note')} hint={say('shipment.note_hint')} maxLength={2000} />
      </FieldCell>
    </Fields>
  );
}
