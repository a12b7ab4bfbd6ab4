import { useState } from 'react';
import {
  CheckField,
  ChoiceField,
  FieldCell,
  Fields,
  FormDialog,
  freshKey,
  LongTextField,
  TextField,
  useSay,
  useTexts,
} from '@sanya/strapi-plugin-platform/ui';
import { INCOTERMS } from '../../../../server/src/domain/export';
import { useAsk } from '../../doors';
import type { ShipmentDialogProps } from '../../shipment-types';

const TEXTS = ['place', 'waybill', 'vessel', 'portOfLoading', 'portOfDischarge'] as const;
const YES = 'yes';

/** What the papers of an export say besides goods and parties. */
export function ExportDialog({ shipment, onClose, onDone }: ShipmentDialogProps) {
  const say = useSay('sales');
  const sayHouse = useSay('platform');
  const ask = useAsk();
  const [key] = useState(freshKey);
  const told = shipment.exportFacts;
  const { values, touched, submitting, field } = useTexts({
    ...{ isExport: YES, incoterm: told?.incoterm ?? 'FOB', place: told?.place ?? '', waybill: told?.waybill ?? '' },
    ...{ vessel: told?.vessel ?? '', portOfLoading: told?.portOfLoading ?? '' },
    ...{ portOfDischarge: told?.portOfDischarge ?? '', packages: String(told?.packages ?? '') },
    marks: told?.marks ?? '',
  });
  const isExport = field('isExport');

  async function save(): Promise<void> {
    const packages = values.packages.trim();
    if (!/^\d{0,7}$/.test(packages))
      return submitting.refuse({ message: say('export.no_packages'), field: 'packages' });
    const { place, waybill, vessel, portOfLoading, portOfDischarge, marks } = values;
    const facts = {
      incoterm: INCOTERMS.find((one) => one === values.incoterm) ?? 'FOB',
      ...{ place, waybill, vessel, portOfLoading, portOfDischarge, marks },
      packages: packages === '' ? null : Number(packages),
    };
    await ask('PUT /sales/shipments/:id/export', {
      id: shipment.documentId,
      key,
      body: { export: values.isExport === YES ? facts : null },
    });
    onDone();
  }

  return (
    <FormDialog
      title={say('export.dialog_title', { number: shipment.number })}
      label={sayHouse('ui.save')}
      touched={touched}
      submitting={submitting}
      onClose={onClose}
      onSubmit={save}
    >
      {told && (
        <CheckField
          name="isExport"
          label={say('export.leaves')}
          checked={isExport.value === YES}
          onChange={(checked) => isExport.onChange(checked ? YES : '')}
        />
      )}
      <Fields>
        <FieldCell width={6}>
          <ChoiceField
            {...field('incoterm')}
            label={say('export.incoterm')}
            choices={INCOTERMS.map((one) => [one, one] as const)}
          />
        </FieldCell>
        {TEXTS.map((name) => (
          <FieldCell key={name} width={6}>
            <TextField {...field(name)} label={say(`export.${name}`)} maxLength={name === 'waybill' ? 60 : 100} />
          </FieldCell>
        ))}
        <FieldCell width={6}>
          <TextField {...field('packages')} label={say('export.packages')} inputMode="numeric" />
        </FieldCell>
      </Fields>
      <LongTextField {...field('marks')} label={say('export.marks')} />
    </FormDialog>
  );
}
