import { Typography } from '@strapi/design-system';
import {
  ImportDetail,
  type ImportPages,
  type ImportRowRead,
  ImportUpload,
  TwoLines,
  useSay,
} from '@sanya/strapi-plugin-platform/ui';

interface Row extends ImportRowRead {
  code: string;
  said: { customer?: { name?: string; taxId?: string }; contact?: { name: string } };
}

const LIST = '/plugins/crm/customers';

/** Files of customers: who each row tells of, and whom to talk to there. */
function usePages(): ImportPages<Row> {
  const say = useSay('crm');
  return {
    ...{ plugin: 'crm', words: 'import', imports: '/crm/customer-imports', rows: '/crm/customer-import-rows' },
    ...{ home: { to: LIST, label: say('customers.title') }, list: `${LIST}/import`, searched: 'code' },
    template: '/crm/customer-import-template',
    changing: [
      ['new_customer', 'newCustomers'],
      ['new_contact', 'newContacts'],
      ['changed', 'changed'],
    ],
    columns: [
      {
        key: 'customer',
        title: say('field.name'),
        wraps: true,
        cell: ({ code, said }) => (
          <TwoLines first={<Typography fontWeight="semiBold">{code}</Typography>} second={said.customer?.name} />
        ),
      },
      { key: 'taxId', title: say('field.tax_id'), cell: ({ said }) => said.customer?.taxId },
      { key: 'contact', title: say('import.contact'), wraps: true, cell: ({ said }) => said.contact?.name },
    ],
  };
}

export const UploadCustomers = () => <ImportUpload {...usePages()} />;
export const CustomerImport = () => <ImportDetail {...usePages()} />;
