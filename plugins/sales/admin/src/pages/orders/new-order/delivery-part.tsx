import { useState } from 'react';
import { Button, Flex } from '@strapi/design-system';
import { FieldRow, LongTextField, Panel, TextField, useSay } from '@sanya/strapi-plugin-platform/ui';
import type { Shipping } from './types';

const SHIPPING = ['name', 'phone', 'line1', 'subdistrict', 'district', 'province', 'postcode'] as const;

interface DeliveryPartProps {
  poNumber: string;
  note: string;
  shipping: Shipping;
  onPoNumber: (text: string) => void;
  onNote: (text: string) => void;
  onShipping: (shipping: Shipping) => void;
}

/** What goes with the order: the customer's own number, where it goes, what we should know. */
export function DeliveryPart({ poNumber, note, shipping, onPoNumber, onNote, onShipping }: DeliveryPartProps) {
  const say = useSay('sales');
  const [elsewhere, setElsewhere] = useState(false);
  return (
    <Panel title={say('new.more')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <FieldRow>
          <TextField name="poNumber" label={say('field.po_number')} value={poNumber} onChange={onPoNumber} />
        </FieldRow>
        <LongTextField
          name="note"
          label={say('field.note')}
          hint={say('new.note_hint')}
          value={note}
          onChange={onNote}
        />
        <Flex>
          <Button
            type="button"
            variant="tertiary"
            onClick={() => {
              setElsewhere(!elsewhere);
              onShipping({});
            }}
          >
            {say(elsewhere ? 'new.ship_home' : 'new.ship_elsewhere')}
          </Button>
        </Flex>
        {elsewhere && (
          <FieldRow>
            {SHIPPING.map((part) => (
              <TextField
                key={part}
                name={`shipping.${part}`}
                label={say(`address.${part}`)}
                value={shipping[part] ?? ''}
                onChange={(value) => onShipping({ ...shipping, [part]: value })}
              />
            ))}
          </FieldRow>
        )}
      </Flex>
    </Panel>
  );
}
