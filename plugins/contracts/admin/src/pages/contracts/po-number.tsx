import { useState } from 'react';
import { Typography } from '@strapi/design-system';
import { FormDialog, freshKey, TextField, useSay, useTexts } from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import type { Contract } from '../../types';
import { Agreed, type AgreedDialog } from './agreed';

interface Props {
  contract: Contract;
  onDone: () => void;
}

/** The customer's purchase order that the contract is billed on; another one each year, with many customers. */
export function PoNumber({ contract, onDone }: Props) {
  const say = useSay('contracts');
  return (
    <Agreed
      contract={contract}
      label={say('po_number.set')}
      dialog={(asked) => <PoNumberDialog contract={contract} {...asked} />}
      onDone={onDone}
    >
      <Typography tag="span">{contract.poNumber ?? '–'}</Typography>
    </Agreed>
  );
}

function PoNumberDialog({ contract, onClose, onDone }: { contract: Contract } & AgreedDialog) {
  const say = useSay('contracts');
  const ask = useAsk();
  const [key] = useState(freshKey);
  const { values, touched, submitting, field } = useTexts({ poNumber: contract.poNumber ?? '' });

  async function go(): Promise<void> {
    const body = { poNumber: values.poNumber.trim() || null };
    await ask('POST /contracts/contracts/:id/po-number', { id: contract.documentId, key, body });
    onDone();
  }
  return (
    <FormDialog
      title={say('po_number.set')}
      label={say('po_number.keep')}
      touched={touched}
      submitting={submitting}
      onClose={onClose}
      onSubmit={go}
    >
      <TextField {...field('poNumber')} label={say('field.po_number')} maxLength={60} />
    </FormDialog>
  );
}
