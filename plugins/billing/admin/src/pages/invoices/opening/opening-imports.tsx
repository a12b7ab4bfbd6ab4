import { useState } from 'react';
import { Box, Typography } from '@strapi/design-system';
import {
  DateText,
  ImportDetail,
  type ImportPages,
  type ImportRowRead,
  ImportUpload,
  Money,
  TwoLines,
  TypedDate,
  useSay,
} from '@sanya/strapi-plugin-platform/ui';

interface Row extends ImportRowRead {
  number: string;
  said: {
    customerCode?: string;
    taxId?: string;
    issuedOn?: string;
    dueDate?: string;
    description?: string;
    documented?: boolean;
  };
  amount: string | null;
}

const LIST = '/plugins/billing/invoices';

/** Files of open invoices: what each row tells of, and where its VAT stands. */
function usePages(): ImportPages<Row> {
  const say = useSay('billing');
  return {
    ...{ plugin: 'billing', words: 'opening', imports: '/billing/opening-imports' },
    ...{ rows: '/billing/opening-import-rows', template: '/billing/opening-import-template' },
    ...{ home: { to: LIST, label: say('invoices.title') }, list: `${LIST}/opening`, searched: 'number' },
    changing: [['new_invoice', 'newInvoices']],
    columns: [
      {
        key: 'number',
        title: say('opening.number'),
        wraps: true,
        cell: ({ number, said }) => (
          <TwoLines first={<Typography fontWeight="semiBold">{number}</Typography>} second={said.description} />
        ),
      },
      {
        key: 'customer',
        title: say('field.customer'),
        cell: ({ said }) => said.customerCode ?? said.taxId,
      },
      {
        key: 'dates',
        title: say('opening.dates'),
        cell: ({ said }) => (said.issuedOn ? <DateText at={said.issuedOn} /> : null),
      },
      {
        key: 'open',
        title: say('opening.owed'),
        right: true,
        wraps: true,
        cell: ({ amount, said }) => (
          <TwoLines
            right
            first={<Money amount={amount} />}
            second={amount !== null && say(said.documented ? 'opening.taxed' : 'opening.untaxed')}
          />
        ),
      },
    ],
  };
}

export function UploadOpenings() {
  const say = useSay('billing');
  const [openingDay, setOpeningDay] = useState('');
  return (
    <ImportUpload
      {...usePages()}
      beside={{
        values: { openingDay },
        complete: openingDay !== '',
        fields: (
          <Box minWidth="16rem">
            <TypedDate
              name="openingDay"
              label={say('opening.day')}
              hint={say('opening.day_hint')}
              required
              value={openingDay}
              onChange={setOpeningDay}
            />
          </Box>
        ),
      }}
    />
  );
}

export const OpeningImport = () => <ImportDetail {...usePages()} />;
