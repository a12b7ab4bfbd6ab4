import { useState } from 'react';
import { Button, Flex } from '@strapi/design-system';
import { Confirm, useDo, useMay, useSay } from '@sanya/strapi-plugin-platform/ui';
import { taxInvoiceLife } from '../../../../server/src/domain/lives';
import { useAsk } from '../../doors';
import type { TaxPaper } from '../../types';
import { ReplaceDialog } from './replace-dialog';

export interface TaxInvoiceActionsProps {
  paper: Pick<TaxPaper, 'documentId' | 'number' | 'state' | 'buyer'>;
  onDone: () => void;
  /** Document id of the sheet. */
  onPrinted: (printing: string) => void;
  /** Document id of the tax invoice that took its place. */
  onReplaced: (successor: string) => void;
}

/** What may be done with a tax invoice that stands: replaced, substituted, cancelled. The server has the last word. */
export function TaxInvoiceActions({ paper, onDone, onPrinted, onReplaced }: TaxInvoiceActionsProps) {
  const say = useSay('billing');
  const may = useMay();
  const act = useDo();
  const does = useDo(onDone);
  const ask = useAsk();
  const [replacing, setReplacing] = useState(false);
  const id = paper.documentId;
  const stands = taxInvoiceLife.transitions.some(({ from }) => (from as readonly string[]).includes(paper.state));
  if (!stands) return null;
  return (
    <Flex gap={2} wrap="wrap">
      {may('plugin::billing.tax-invoice.cancel') && (
        <Confirm
          label={say('papers.cancel')}
          title={say('papers.cancel_title', { number: paper.number })}
          variant="danger-light"
          reason={say('field.reason')}
          onConfirm={(reason) =>
            does(() => ask('POST /billing/tax-invoices/:id/cancel', { id, body: { reason } }), say('papers.cancelled'))
          }
        >
          {say('papers.cancel_question')}
        </Confirm>
      )}
      {may('plugin::billing.tax-invoice.substitute') && (
        <Confirm
          label={say('papers.substitute')}
          title={say('papers.substitute_title', { number: paper.number })}
          variant="secondary"
          reason={say('field.reason')}
          onConfirm={(reason) =>
            act(async () => {
              const printing = await ask('POST /billing/tax-invoices/:id/substitute', { id, body: { reason } });
              onPrinted(printing.documentId);
            }, say('papers.substituted'))
          }
        >
          {say('papers.substitute_question')}
        </Confirm>
      )}
      {may('plugin::billing.tax-invoice.replace') && (
        <Button variant="secondary" onClick={() => setReplacing(true)}>
          {say('papers.replace')}
        </Button>
      )}
      {replacing && (
        <ReplaceDialog
          paper={paper}
          onClose={() => setReplacing(false)}
          onReplaced={(successor) => {
            setReplacing(false);
            onDone();
            onReplaced(successor);
          }}
        />
      )}
    </Flex>
  );
}
