import { ImportDetail, type ImportPages, ImportUpload, useSay } from '@sanya/strapi-plugin-platform/ui';
import { type OpeningRow, useOpeningColumns } from './opening-columns';
import { useOpeningDay } from './opening-day';

interface Row extends OpeningRow {
  number: string;
  said: OpeningRow['said'] & { documented?: boolean };
}

const LIST = '/plugins/billing/invoices';

/** Files of open invoices: what each row tells of, and where its VAT stands. */
function usePages(): ImportPages<Row> {
  const say = useSay('billing');
  const columns = useOpeningColumns<Row>({
    ...{ paper: say('opening.number'), numberOf: ({ number }) => number, amount: say('opening.owed') },
    below: ({ amount, said }) => amount !== null && say(said.documented ? 'opening.taxed' : 'opening.untaxed'),
  });
  return {
    ...{ plugin: 'billing', words: 'opening', imports: '/billing/opening-imports' },
    ...{ rows: '/billing/opening-import-rows', template: '/billing/opening-import-template' },
    ...{ home: { to: LIST, label: say('invoices.title') }, list: `${LIST}/opening`, searched: 'number', columns },
    changing: [['new_invoice', 'newInvoices']],
  };
}

export const UploadOpenings = () => <ImportUpload {...usePages()} beside={useOpeningDay()} />;
export const OpeningImport = () => <ImportDetail {...usePages()} />;
