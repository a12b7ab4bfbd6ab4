import { useState } from 'react';
import { Typography } from '@strapi/design-system';
import {
  FieldCell,
  Fields,
  FormDialog,
  LongTextField,
  TextField,
  useSay,
  useTell,
} from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import type { TaxPaper } from '../../types';

export interface ReplaceDialogProps {
  paper: Pick<TaxPaper, 'documentId' | 'number' | 'buyer'>;
  onClose: () => void;
  onReplaced: (successor: string) => void;
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** The buyer as the tax invoice names it, to be put right; values and day stay. */
export function ReplaceDialog({ paper, onClose, onReplaced }: ReplaceDialogProps) {
  const say = useSay('billing');
  const tell = useTell();
  const ask = useAsk();
  const { buyer } = paper;
  const [values, setValues] = useState({
    name: buyer?.name ?? '',
    taxId: buyer?.taxId ?? '',
    branchCode: buyer?.branchCode ?? '',
    address: (buyer?.address ?? []).join('\n'),
    reason: '',
  });
  const at = (key: keyof typeof values) => ({
    name: key === 'reason' ? 'reason' : `buyer.${key}`,
    value: values[key],
    onChange: (text: string) => setValues((before) => ({ ...before, [key]: text })),
  });
  const address = linesOf(values.address);

  return (
    <FormDialog
      title={say('papers.replace_title', { number: paper.number })}
      label={say('papers.replace')}
      touched={values.reason !== ''}
      disabled={values.reason.trim() === '' || values.name.trim() === '' || address.length === 0}
      onClose={onClose}
      onSubmit={async () => {
        const written = await ask('POST /billing/tax-invoices/:id/replace', {
          id: paper.documentId,
          body: {
            reason: values.reason.trim(),
            buyer: {
              name: values.name.trim(),
              taxId: values.taxId.trim() || null,
              branchCode: values.branchCode.trim() || null,
              address,
            },
          },
        });
        tell(say('papers.was_replaced', { number: written.number }));
        onReplaced(written.documentId);
      }}
    >
      <Typography textColor="neutral600">{say('papers.replace_hint')}</Typography>
      <Fields>
        <FieldCell width={12}>
          <TextField {...at('name')} label={say('papers.buyer_name')} maxLength={200} required />
        </FieldCell>
        <FieldCell>
          <TextField {...at('taxId')} label={say('field.tax_id')} inputMode="numeric" maxLength={13} />
        </FieldCell>
        <FieldCell>
          <TextField {...at('branchCode')} label={say('papers.branch_of_buyer')} inputMode="numeric" maxLength={5} />
        </FieldCell>
        <FieldCell width={12}>
          <LongTextField {...at('address')} label={say('papers.buyer_address')} required />
        </FieldCell>
        <FieldCell width={12}>
          <TextField {...at('reason')} label={say('field.reason')} maxLength={500} required />
        </FieldCell>
      </Fields>
    </FormDialog>
  );
}
