import { useState } from 'react';
import { Typography } from '@strapi/design-system';
import {
  CheckField,
  ChoiceField,
  FormDialog,
  freshKey,
  LongTextField,
  TypedDate,
  useMay,
  useSay,
  useTell,
} from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import type { BoardRow } from './types';

export interface ActDialogProps {
  row: BoardRow;
  onClose: () => void;
  onDone: () => void;
}

type Deed = 'call' | 'promise' | 'exempt' | 'resume' | 'waive';
const OUTCOMES = ['reached', 'not_reached', 'promised'] as const;

/** What can be done with an invoice that is asked for: one question at a time. */
export function ActDialog({ row, onClose, onDone }: ActDialogProps) {
  const say = useSay('billing');
  const may = useMay();
  const tell = useTell();
  const ask = useAsk();
  const [key] = useState(freshKey);
  const deeds: Deed[] = [
    ...(row.call ? (['call'] as const) : []),
    ...(row.pause ? (['resume'] as const) : (['promise', 'exempt'] as const)),
    ...(row.isFee && may('plugin::billing.dunning.waive') ? (['waive'] as const) : []),
  ];
  const [deed, setDeed] = useState<Deed>(deeds[0] ?? 'promise');
  const [outcome, setOutcome] = useState('reached');
  const [until, setUntil] = useState('');
  const [text, setText] = useState('');
  const [all, setAll] = useState(false);
  const asksDay = deed === 'promise' || (deed === 'call' && outcome === 'promised');
  const asksReason = deed === 'exempt' || deed === 'resume' || deed === 'waive';
  const id = row.documentId;
  const note = text.trim() === '' ? null : text.trim();
  const reason = text.trim();

  async function send(): Promise<unknown> {
    switch (deed) {
      case 'call':
        return ask('POST /billing/dunning-notices/:id/call', {
          ...{ id: row.call ?? '', key },
          body: { outcome, note, ...(asksDay ? { until } : {}) },
        });
      case 'promise':
        return ask('POST /billing/invoices/:id/promise', { id, key, body: { until, note, all } });
      case 'exempt':
        return ask('POST /billing/invoices/:id/exempt', { id, key, body: { reason, all } });
      case 'waive':
        return ask('POST /billing/invoices/:id/waive-fee', { id, key, body: { reason } });
      case 'resume': {
        const pause = { id: row.pause?.documentId ?? '', key, body: { reason } };
        return row.pause?.kind === 'promise'
          ? ask('POST /billing/promises-to-pay/:id/end', pause)
          : ask('POST /billing/dunning-exemptions/:id/end', pause);
      }
    }
  }

  return (
    <FormDialog
      title={`${row.number} · ${row.customer.name}`}
      label={say(`dunning.do_${deed}`)}
      disabled={(asksDay && until === '') || (asksReason && reason === '')}
      touched={until !== '' || text !== ''}
      onClose={onClose}
      onSubmit={async () => {
        await send();
        tell(say(`dunning.did_${deed}`));
        onDone();
      }}
    >
      <ChoiceField
        name="deed"
        label={say('dunning.deed')}
        value={deed}
        onChange={(value) => setDeed(value as Deed)}
        choices={deeds.map((one) => [one, say(`dunning.deed_${one}`)])}
      />
      {deed === 'call' && (
        <ChoiceField
          name="outcome"
          label={say('dunning.outcome')}
          value={outcome}
          onChange={setOutcome}
          choices={OUTCOMES.map((one) => [one, say(`dunning.outcome_${one}`)])}
        />
      )}
      {asksDay && <TypedDate name="until" label={say('dunning.until')} required value={until} onChange={setUntil} />}
      {(deed === 'promise' || deed === 'exempt') && (
        <CheckField name="all" label={say('dunning.all')} checked={all} onChange={setAll} />
      )}
      <LongTextField
        name={asksReason ? 'reason' : 'note'}
        label={say(asksReason ? 'field.reason' : 'dunning.note')}
        required={asksReason}
        value={text}
        onChange={setText}
      />
      <Typography variant="pi" textColor="neutral600">
        {say(`dunning.explain_${deed}`)}
      </Typography>
    </FormDialog>
  );
}
