import { FilePdf } from '@strapi/icons';
import { Confirm, useDo, useMay, useSay } from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import type { Numbered } from '../../types';
import type { PaperKind } from './types';

export interface PrintPaperProps {
  kind: PaperKind | 'invoices';
  paper: Pick<Numbered, 'documentId' | 'number'>;
  /** Document id of the sheet. */
  onPrinted: (printing: string) => void;
}

/** Puts a document onto paper: the first sheet is the original, and there is only one. */
export function PrintPaper({ kind, paper, onPrinted }: PrintPaperProps) {
  const say = useSay('billing');
  const may = useMay();
  const act = useDo();
  const ask = useAsk();
  if (!may(`plugin::billing.${kind === 'tax-invoices' ? 'tax-invoice' : 'print-queue'}.print`)) return null;
  const print = (): Promise<boolean> =>
    act(async () => {
      const printing = await ask(`POST /billing/${kind}/:id/print`, { id: paper.documentId });
      onPrinted(printing.documentId);
    }, say('papers.printed'));
  return (
    <Confirm
      label={say('papers.print')}
      title={say('papers.print')}
      variant="secondary"
      icon={<FilePdf />}
      onConfirm={print}
    >
      {say('papers.print_question', { number: paper.number })}
    </Confirm>
  );
}
