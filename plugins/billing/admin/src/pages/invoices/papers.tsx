import { useState } from 'react';
import { Badge, Box, Flex, Typography } from '@strapi/design-system';
import { formatMoney } from '@sanya/strapi-plugin-platform/kernel';
import { DateText, DocumentView, Panel, TimelinePanel, useApi, useSay } from '@sanya/strapi-plugin-platform/ui';
import type { Buyer, Invoice, Numbered, TaxPaper } from '../../types';
import { PrintPaper } from '../tax-papers/print-paper';
import { TaxInvoiceActions } from '../tax-papers/tax-invoice-actions';
import { CancelCredit } from './cancel-credit';

type Derived = 'receipts' | 'tax-invoices' | 'credit-notes' | 'debit-notes';

interface Paper extends Numbered {
  kind: 'invoices' | Derived;
  /** A receipt that is one paper with a tax invoice, which is printed. */
  isTaxInvoice?: boolean;
  buyer?: Buyer | null;
  /** Of a note: when its cause arose, and whether it was issued too late. */
  happenedOn?: string | null;
  late?: boolean;
}

function usePapers(kind: Derived, invoice: string): Paper[] {
  const { data } = useApi<(Omit<Paper, 'kind'> & { kind?: TaxPaper['kind'] })[]>(`/billing/${kind}`, {
    filters: { invoice: { documentId: { $eq: invoice } }, state: { $notIn: ['draft', 'discarded'] } },
    sort: 'id:asc',
    pagination: { pageSize: 100 },
  });
  return (data ?? []).map((one) => ({ ...one, kind, isTaxInvoice: kind === 'receipts' && one.kind !== 'receipt' }));
}

function PaperButton({ paper, chosen, onChoose }: { paper: Paper; chosen: boolean; onChoose: () => void }) {
  const say = useSay('billing');
  const gone = paper.state !== 'issued' && paper.kind !== 'invoices';
  return (
    <Box
      tag="button"
      type="button"
      aria-pressed={chosen}
      onClick={onChoose}
      padding={3}
      hasRadius
      background={chosen ? 'primary100' : 'neutral0'}
      borderColor={chosen ? 'primary600' : 'neutral200'}
      style={{ textAlign: 'left', cursor: 'pointer' }}
    >
      <Flex direction="column" alignItems="flex-start" gap={1}>
        <Flex gap={2}>
          <Typography fontWeight="semiBold">{paper.number}</Typography>
          {paper.late && <Badge>{say('note.is_late')}</Badge>}
          {gone && <Badge>{say(`document.${paper.state}`)}</Badge>}
        </Flex>
        <Typography variant="pi" textColor="neutral600">
          {say(`papers.${paper.kind.replace('-', '_')}`)} · <DateText at={paper.issuedOn} /> ·{' '}
          {formatMoney(paper.total ?? paper.amount ?? '0', paper.currency)}
        </Typography>
        {paper.happenedOn && paper.happenedOn !== paper.issuedOn && (
          <Typography variant="pi" textColor="neutral600">
            {say('note.happened_on')} <DateText at={paper.happenedOn} />
          </Typography>
        )}
      </Flex>
    </Box>
  );
}

/** The invoice and every document that came of it; one of them is shown as the customer has it. */
export function Papers({ invoice, onDone }: { invoice: Invoice; onDone: () => void }) {
  const say = useSay('billing');
  const { documentId, number, state, currency, issuedOn, total } = invoice;
  const papers: Paper[] = [
    { kind: 'invoices', documentId, number: number ?? '', state, currency, issuedOn, total },
    ...usePapers('receipts', documentId),
    ...usePapers('tax-invoices', documentId),
    ...usePapers('credit-notes', documentId),
    ...usePapers('debit-notes', documentId),
  ];
  const [chosen, setChosen] = useState(documentId);
  const [sheet, setSheet] = useState<{ paper: string; printing: string }>();
  const shown = papers.find((paper) => paper.documentId === chosen) ?? (papers[0] as Paper);
  const print = (printing: string): void => setSheet({ paper: shown.documentId, printing });
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      {papers.length > 1 && (
        <Panel title={say('papers.title')}>
          <Flex gap={2} wrap="wrap">
            {papers.map((paper) => (
              <PaperButton
                key={paper.documentId}
                paper={paper}
                chosen={paper === shown}
                onChoose={() => setChosen(paper.documentId)}
              />
            ))}
          </Flex>
        </Panel>
      )}
      <DocumentView
        url={`/billing/${shown.kind}/${shown.documentId}/document`}
        title={shown.number}
        params={sheet?.paper === shown.documentId ? { printing: sheet.printing } : undefined}
        actions={
          <Flex gap={2} wrap="wrap" justifyContent="flex-end">
            {shown.kind === 'tax-invoices' && (
              <TaxInvoiceActions
                paper={{ ...shown, buyer: shown.buyer ?? null }}
                onDone={onDone}
                onPrinted={print}
                onReplaced={setChosen}
              />
            )}
            {shown.kind === 'credit-notes' && <CancelCredit key={shown.documentId} note={shown} onDone={onDone} />}
            {!shown.isTaxInvoice && <PrintPaper kind={shown.kind} paper={shown} onPrinted={print} />}
          </Flex>
        }
      />
      {shown.kind !== 'invoices' && (
        <TimelinePanel
          key={shown.documentId}
          type={`plugin::billing.${shown.kind.slice(0, -1)}`}
          id={shown.documentId}
          name={shown.number}
        />
      )}
    </Flex>
  );
}
