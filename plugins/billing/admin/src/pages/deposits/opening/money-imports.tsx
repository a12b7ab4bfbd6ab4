import { ImportDetail, type ImportPages, ImportUpload, useSay } from '@sanya/strapi-plugin-platform/ui';
import { type OpeningRow, useOpeningColumns } from '../../invoices/opening/opening-columns';
import { useOpeningDay } from '../../invoices/opening/opening-day';

interface Row extends OpeningRow {
  reference: string;
  said: OpeningRow['said'] & { held?: string };
}

const LIST = '/plugins/billing/deposits';

/** Files of deposits and customer credit: whose money it is, and what it is held for. */
function usePages(): ImportPages<Row> {
  const say = useSay('billing');
  const columns = useOpeningColumns<Row>({
    ...{ paper: say('field.reference'), numberOf: ({ reference }) => reference, amount: say('payments.amount') },
    below: ({ said: { held } }) => held && say(held === 'credit' ? 'opening_money.credit' : `deposit_kind.${held}`),
  });
  return {
    ...{ plugin: 'billing', words: 'opening_money', imports: '/billing/opening-money-imports' },
    ...{ rows: '/billing/opening-money-import-rows', template: '/billing/opening-money-import-template' },
    ...{ home: { to: LIST, label: say('deposit.title') }, list: `${LIST}/opening`, searched: 'reference', columns },
    changing: [
      ['new_deposit', 'newDeposits'],
      ['new_credit', 'newCredits'],
    ],
  };
}

export const UploadOpeningMoney = () => <ImportUpload {...usePages()} beside={useOpeningDay()} />;
export const OpeningMoneyImport = () => <ImportDetail {...usePages()} />;
