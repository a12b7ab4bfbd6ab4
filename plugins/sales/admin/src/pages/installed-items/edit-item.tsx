import { useState } from 'react';
import { differences } from '@sanya/strapi-plugin-platform/kernel';
import { FormDialog, freshKey, TextField, TypedDate, useSay, useTexts } from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import type { InstalledItem } from '../../item-types';

interface ItemDialogProps {
  item: InstalledItem;
  onClose: () => void;
  onDone: () => void;
}

/** What was noted of it is corrected; what nobody touched is not sent. */
export function EditItem({ item, onClose, onDone }: ItemDialogProps) {
  const say = useSay('sales');
  const ask = useAsk();
  const [key] = useState(freshKey);
  const [before] = useState({
    ...{ serial: item.serial, site: item.site ?? '', installedOn: item.installedOn },
    warrantyUntil: item.warrantyUntil ?? '',
  });
  const { values, touched, submitting, field } = useTexts(before);

  async function save(): Promise<void> {
    const { warrantyUntil, ...texts } = differences(before, values)?.after as Partial<typeof values>;
    await ask('PUT /sales/installed-items/:id', {
      id: item.documentId,
      key,
      body: { ...texts, ...(warrantyUntil === undefined ? {} : { warrantyUntil: warrantyUntil || null }) },
    });
    onDone();
  }

  return (
    <FormDialog
      title={say('installed.edit_title', { serial: item.serial })}
      label={say('installed.save')}
      disabled={!touched}
      touched={touched}
      submitting={submitting}
      onClose={onClose}
      onSubmit={save}
    >
      <TextField {...field('serial')} required label={say('field.serial')} maxLength={100} />
      <TextField {...field('site')} label={say('field.site')} maxLength={500} />
      <TypedDate {...field('installedOn')} required label={say('field.installed_on')} />
      <TypedDate {...field('warrantyUntil')} label={say('field.warranty_until')} hint={say('installed.until_hint')} />
    </FormDialog>
  );
}
