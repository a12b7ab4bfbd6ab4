import { useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { FormDialog, freshKey, TextField, useMay, useSay, useTexts } from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import type { Contract } from '../../types';

interface Props {
  contract: Contract;
  onDone: () => void;
}

/** The customer's purchase order that the contract is billed on; another one each year, with many customers. */
export function PoNumber({ contract, onDone }: Props) {
  const say = useSay('contracts');
  const may = useMay();
  const [open, setOpen] = useState(false);
  const isOver = contract.state === 'ended' || contract.state === 'cancelled';
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      <Typography tag="span">{contract.poNumber ?? '–'}</Typography>
      {!isOver && may('plugin::contracts.contract.edit') && (
        <Button size="S" variant="tertiary" onClick={() => setOpen(true)}>
          {say('po_number.set')}
        </Button>
      )}
      {open && (
        <PoNumberDialog
          contract={contract}
          onClose={() => setOpen(false)}
          onDone={() => {
            setOpen(false);
            onDone();
          }}
        />
      )}
    </Flex>
  );
}

function PoNumberDialog({ contract, onClose, onDone }: Props & { onClose: () => void }) {
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
