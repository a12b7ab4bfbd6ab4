import { useEffect, useState } from 'react';
import { Flex, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { formatMoney } from '@sanya/strapi-plugin-platform/kernel';
import {
  ChoiceField,
  Failure,
  FormDialog,
  freshKey,
  LongTextField,
  reasonOf,
  TypedDate,
  useSay,
  useTexts,
  Waiting,
} from '@sanya/strapi-plugin-platform/ui';
import { SETTLEMENTS, UNDO_CAUSES } from '../../../../server/src/domain/undo-run';
import { type ContractsDoors, useAsk } from '../../doors';
import type { BillingRun } from '../../types';

type Preview = ContractsDoors['POST /contracts/billing-runs/:id/undo/preview']['answers'];

interface UndoDialogProps {
  run: BillingRun;
  onClose: () => void;
  onDone: () => void;
}

/** Says what undoing a run would do, asks what becomes of the money of each customer who paid, and begins it. */
export function UndoDialog({ run, onClose, onDone }: UndoDialogProps) {
  const say = useSay('contracts');
  const ask = useAsk();
  const { toggleNotification } = useNotification();
  const [key] = useState(freshKey);
  const [preview, setPreview] = useState<Preview>();
  const [failed, setFailed] = useState('');
  const [settles, setSettles] = useState<Record<string, string>>({});
  const { values, touched, submitting, field } = useTexts({
    reason: '',
    cause: 'other',
    settle: 'credit',
    billAgainOn: '',
  });
  const id = run.documentId;

  useEffect(() => {
    let current = true;
    ask('POST /contracts/billing-runs/:id/undo/preview', { id }).then(
      (found) => current && setPreview(found),
      (error: unknown) => current && setFailed(reasonOf(error)),
    );
    return () => {
      current = false;
    };
  }, [ask, id]);

  const choices = SETTLEMENTS.map((one) => [one, say(`settle.${one}`)] as const);
  const { customers = [], problems = [], currency = run.currency } = preview ?? {};

  return (
    <FormDialog
      title={say('undo.dialog_title')}
      label={say('undo.start')}
      disabled={!preview || preview.periods === 0 || values.reason.trim() === ''}
      touched={touched}
      submitting={submitting}
      onClose={onClose}
      onSubmit={async () => {
        const { reason, cause, settle, billAgainOn } = values;
        await ask('POST /contracts/billing-runs/:id/undo', {
          id,
          key,
          body: {
            ...{ reason: reason.trim(), cause, settle },
            ...(billAgainOn ? { billAgainOn } : {}),
            customers: Object.entries(settles).map(([customer, one]) => ({ customer, settle: one })),
          },
        });
        toggleNotification({ type: 'success', message: say('undo.started') });
        onDone();
      }}
    >
      {failed && <Failure message={failed} />}
      {!preview && !failed && <Waiting />}
      {preview && (
        <>
          <Typography role="status">
            {say('undo.preview', {
              invoices: preview.invoices,
              periods: preview.periods,
              total: formatMoney(preview.total, currency),
            })}
          </Typography>
          <Typography textColor="neutral600">
            {say(preview.more ? 'undo.preview_ways_more' : 'undo.preview_ways', {
              voided: preview.voided,
              credited: preview.credited,
              left: preview.left,
            })}
          </Typography>
          {problems.length > 0 && (
            <Flex direction="column" alignItems="stretch" gap={1}>
              {problems.slice(0, 20).map((one) => (
                <Typography key={one.documentId} textColor="danger600">
                  {`${one.number} ${one.customer}: ${one.problem}`}
                </Typography>
              ))}
            </Flex>
          )}
          <LongTextField {...field('reason')} required label={say('field.reason')} hint={say('undo.reason_hint')} />
          {preview.credited > 0 && (
            <ChoiceField
              {...field('cause')}
              label={say('field.cause')}
              choices={UNDO_CAUSES.map((one) => [one, say(`cause.${one}`)] as const)}
            />
          )}
          {(customers.length > 0 || preview.more) && (
            <ChoiceField {...field('settle')} label={say('undo.settle_others')} choices={choices} />
          )}
          {customers.map((one) => (
            <ChoiceField
              key={one.documentId}
              name={`customers.${one.documentId}`}
              label={say('undo.settle_of', { customer: one.name, amount: formatMoney(one.settled, currency) })}
              value={settles[one.documentId] ?? values.settle}
              onChange={(settle) => setSettles((before) => ({ ...before, [one.documentId]: settle }))}
              choices={choices}
            />
          ))}
          <TypedDate {...field('billAgainOn')} label={say('field.bill_again_on')} hint={say('undo.again_hint')} />
        </>
      )}
    </FormDialog>
  );
}
