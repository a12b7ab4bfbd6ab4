import { FilePdf } from '@strapi/icons';
import { Confirm, useDo, useSay } from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import type { Numbered } from '../../types';

/** Puts a tax invoice onto paper: the first sheet is the original, and there is only one. */
export function PrintTaxInvoice({ paper, onPrinted }: { paper: Numbered; onPrinted: (printing: string) => void }) {
  const say = useSay('billing');
  const act = useDo();
  const ask = useAsk();
  const print = (): Promise<boolean> =>
    act(async () => {
      const printing = await ask('POST /billing/tax-invoices/:id/print', { id: paper.documentId });
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
