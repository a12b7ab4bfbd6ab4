import { useState } from 'react';
import { Button } from '@strapi/design-system';
import { useMay, useSay } from '@sanya/strapi-plugin-platform/ui';
import type { Invoice } from '../../types';
import { CreditDialog } from './credit-dialog';
import { DebitDialog } from './debit-dialog';

const ISSUED: readonly Invoice['state'][] = ['open', 'paid', 'uncollectible'];

/** Corrections of an issued invoice: less of some lines, or more. */
export function NoteButtons({ invoice, onDone }: { invoice: Invoice; onDone: () => void }) {
  const say = useSay('billing');
  const may = useMay();
  const [open, setOpen] = useState<'whole' | 'credit' | 'debit'>();
  if (!ISSUED.includes(invoice.state)) return null;
  const close = (): void => setOpen(undefined);
  return (
    <>
      {may('plugin::billing.credit-note.issue') && (
        <>
          <Button variant="secondary" onClick={() => setOpen('whole')}>
            {say('do.credit_notes')}
          </Button>
          <Button variant="secondary" onClick={() => setOpen('credit')}>
            {say('do.credit_lines')}
          </Button>
        </>
      )}
      {may('plugin::billing.debit-note.issue') && (
        <Button variant="secondary" onClick={() => setOpen('debit')}>
          {say('do.debit_notes')}
        </Button>
      )}
      {(open === 'credit' || open === 'whole') && (
        <CreditDialog invoice={invoice} whole={open === 'whole'} onClose={close} onDone={onDone} />
      )}
      {open === 'debit' && <DebitDialog invoice={invoice} onClose={close} onDone={onDone} />}
    </>
  );
}
