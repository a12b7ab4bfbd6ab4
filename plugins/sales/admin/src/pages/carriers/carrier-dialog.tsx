import { useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import {
  FieldCell,
  FieldRow,
  Fields,
  FormDialog,
  freshKey,
  LongTextField,
  MoneyField,
  RemoveButton,
  TextField,
  useSay,
  useTell,
  useTexts,
  useToday,
} from '@sanya/strapi-plugin-platform/ui';
import { type Carrier, NEW_RATE, ratesOf, type RateValues, rateValues } from '../../carrier-values';
import { useAsk } from '../../doors';

interface CarrierDialogProps {
  /** None: a new one. */
  carrier?: Carrier;
  onClose: () => void;
  onDone: () => void;
}

export function CarrierDialog({ carrier, onClose, onDone }: CarrierDialogProps) {
  const say = useSay('sales');
  const sayHouse = useSay('platform');
  const tell = useTell();
  const ask = useAsk();
  const { currency } = useToday();
  const [key] = useState(freshKey);
  const { values, touched, submitting, field } = useTexts({
    name: carrier?.name ?? '',
    daysPromised: String(carrier?.daysPromised ?? 1),
    trackingPattern: carrier?.trackingPattern ?? '',
    note: carrier?.note ?? '',
  });
  const [before] = useState(() => (carrier ? rateValues(carrier.rates, currency) : [NEW_RATE]));
  const [rates, setRates] = useState(before);
  const { refuse, errorAt, forget } = submitting;
  const rateField = (index: number, name: keyof RateValues) => ({
    name: `rates.${index}.${name}`,
    value: rates[index]?.[name] ?? '',
    error: errorAt(`rates.${index}.${name}`),
    onChange: (text: string) => {
      setRates((all) => all.map((row, place) => (place === index ? { ...row, [name]: text } : row)));
      forget(`rates.${index}.${name}`);
    },
  });

  async function save(): Promise<void> {
    const name = values.name.trim();
    if (name === '') return refuse({ message: say('warehouse.no_name'), field: 'name' });
    const days = values.daysPromised.trim();
    if (!/^\d{1,3}$/.test(days)) return refuse({ message: say('carrier.no_days'), field: 'daysPromised' });
    const read = ratesOf(rates, currency);
    if ('key' in read) return refuse({ message: say(read.key), field: read.field });
    const body = {
      ...{ name, daysPromised: Number(days), rates: read.rates },
      ...{ trackingPattern: values.trackingPattern.trim(), note: values.note.trim() },
    };
    if (carrier) await ask('PUT /sales/carriers/:id', { id: carrier.documentId, body, key });
    else await ask('POST /sales/carriers', { body, key });
    tell(say('carrier.saved'));
    onDone();
    onClose();
  }

  return (
    <FormDialog
      title={carrier ? say('warehouse.edit_title', { name: carrier.name }) : say('carrier.new')}
      label={sayHouse('ui.save')}
      touched={touched || rates !== before}
      submitting={submitting}
      onClose={onClose}
      onSubmit={save}
    >
      <Fields>
        <FieldCell width={8}>
          <TextField {...field('name')} required autoFocus label={say('field.name')} maxLength={100} />
        </FieldCell>
        <FieldCell width={4}>
          <TextField {...field('daysPromised')} required label={say('carrier.days')} inputMode="numeric" />
        </FieldCell>
      </Fields>
      <TextField
        {...field('trackingPattern')}
        label={say('shipment.tracking_url')}
        hint={say('carrier.pattern_hint')}
        inputMode="url"
        maxLength={300}
      />
      <Typography fontWeight="bold">{say('carrier.rates')}</Typography>
      <Typography variant="pi" textColor="neutral600">
        {say('carrier.rates_hint')}
      </Typography>
      {rates.map((_, index) => (
        <FieldRow
          key={index}
          action={
            <RemoveButton
              label={say('carrier.remove_rate', { number: index + 1 })}
              onRemove={() => setRates((all) => all.filter((__, place) => place !== index))}
            />
          }
        >
          <TextField {...rateField(index, 'postcodes')} label={say('carrier.postcodes')} />
          <TextField
            {...rateField(index, 'kilograms')}
            label={say('carrier.up_to_kilograms')}
            inputMode="decimal"
            unit={say('carrier.kilograms')}
          />
          <MoneyField {...rateField(index, 'price')} required label={say('field.price')} currency={currency} />
        </FieldRow>
      ))}
      <Flex>
        <Button variant="tertiary" startIcon={<Plus />} onClick={() => setRates((all) => [...all, NEW_RATE])}>
          {say('carrier.add_rate')}
        </Button>
      </Flex>
      <LongTextField {...field('note')} label={say('field.note')} />
    </FormDialog>
  );
}
