import { useState } from 'react';
import {
  FormDialog,
  freshKey,
  LongTextField,
  TextField,
  TypedDate,
  useSay,
  useTexts,
  useToday,
} from '@sanya/strapi-plugin-platform/ui';
import type { ItemVerb } from '../../../../server/src/domain/installed-item';
import { useAsk } from '../../doors';
import type { InstalledItem } from '../../item-types';

interface OutDialogProps {
  item: InstalledItem;
  verb: ItemVerb;
  onClose: () => void;
  /** The item that took its place, where one did. */
  onDone: (successor?: string) => void;
}

/** It stands there no longer: when, why, and which other took its place. */
export function OutDialog({ item, verb, onClose, onDone }: OutDialogProps) {
  const say = useSay('sales');
  const ask = useAsk();
  const { today } = useToday();
  const [key] = useState(freshKey);
  const { values, touched, submitting, field } = useTexts({ serial: '', on: today, reason: '' });
  const { refuse } = submitting;

  async function takeOut(): Promise<void> {
    const serial = values.serial.trim();
    const reason = values.reason.trim();
    if (verb === 'replace' && serial === '') return refuse({ message: say('installed.no_serial'), field: 'serial' });
    if (reason === '') return refuse({ message: say('installed.no_reason'), field: 'reason' });
    const said = { reason, ...(values.on ? { on: values.on } : {}) };
    if (verb === 'remove') {
      await ask('POST /sales/installed-items/:id/remove', { id: item.documentId, key, body: said });
      onDone();
    } else {
      const body = { ...said, serial };
      onDone((await ask('POST /sales/installed-items/:id/replace', { id: item.documentId, key, body })).documentId);
    }
  }

  return (
    <FormDialog
      title={say(`installed.${verb}_title`, { serial: item.serial })}
      label={say(`installed.${verb}`)}
      touched={touched}
      submitting={submitting}
      onClose={onClose}
      onSubmit={takeOut}
    >
      {verb === 'replace' && (
        <TextField
          {...field('serial')}
          required
          label={say('installed.new_serial')}
          hint={say('installed.replace_hint')}
          maxLength={100}
        />
      )}
      <TypedDate {...field('on')} required label={say(`installed.${verb}_on`)} />
      <LongTextField {...field('reason')} required label={say('field.reason')} />
    </FormDialog>
  );
}
