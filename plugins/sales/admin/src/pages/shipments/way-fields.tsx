import { FieldCell, Fields, TextField, type TextFieldProps, useSay } from '@sanya/strapi-plugin-platform/ui';

export type WayKey = 'carrier' | 'trackingNumber' | 'trackingUrl' | 'note';

type Way = Record<WayKey, string>;

export const wayOf = (shipment?: Partial<Record<WayKey, string | null>>): Way => ({
  carrier: shipment?.carrier ?? '',
  trackingNumber: shipment?.trackingNumber ?? '',
  trackingUrl: shipment?.trackingUrl ?? '',
  note: shipment?.note ?? '',
});

export const wayBody = (values: Way): Way => ({
  carrier: values.carrier.trim(),
  trackingNumber: values.trackingNumber.trim(),
  trackingUrl: values.trackingUrl.trim(),
  note: values.note.trim(),
});

type Typed = Pick<TextFieldProps, 'name' | 'value' | 'error' | 'onChange'>;

/** How goods travel. */
export function WayFields({ field }: { field: (name: WayKey) => Typed }) {
  const say = useSay('sales');
  return (
    <Fields>
      <FieldCell width={6}>
        <TextField {...field('carrier')} label={say('shipment.carrier')} maxLength={100} />
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
