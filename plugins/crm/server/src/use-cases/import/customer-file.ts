import { importLife, type ImportKind } from '@sanya/strapi-plugin-platform/kit';
import { CUSTOMER_IMPORT, CUSTOMER_IMPORT_ROW } from '../../content-types/types';
import { type Field, HEADINGS } from '../../domain/import/columns';
import { type CustomerWork, decideCustomer } from '../../domain/import/decide-customer';
import { readRow, type RowSaid } from '../../domain/import/read-row';
import { knownCustomers } from '../../stores/known-customers';
import { createContacts } from '../create-contacts';
import { createCustomers } from '../create-customers';
import { customerDefaults } from '../customer-defaults';
import { updateContacts } from '../update-contacts';
import { updateCustomers } from '../update-customers';

/** Files of customers and their contacts. */
export const customerFile: ImportKind<Field, RowSaid, CustomerWork, object> = {
  ...{ area: 'customer_import', headings: HEADINGS, anchors: ['code', 'taxId', 'name'] },
  ...{ type: CUSTOMER_IMPORT, rowType: CUSTOMER_IMPORT_ROW, event: 'customer-import' },
  ...{ life: importLife('customer-import'), keyColumn: 'code', longestKey: 80, blank: {} },
  counts: {
    ...{ new_customer: 'newCustomers', new_contact: 'newContacts', changed: 'changed' },
    ...{ unchanged: 'unchanged', wrong: 'wrong' },
  },
  async reader(platform) {
    const currency = await platform.currency.own();
    return (cells, columns) => readRow(cells, columns, currency);
  },
  keyOf: ({ key }) => key,
  async decide(platform, groups) {
    const said = groups.flatMap((rows) => rows.map((one) => one.said.customer));
    const there = await knownCustomers(platform, said);
    const defaults = (await customerDefaults(platform, []))({});
    const taxIds = new Map<string, number>();
    return groups.map((rows) => decideCustomer(rows, { ...there, defaults }, taxIds));
  },
  async write(platform, works) {
    const creates = works.flatMap(({ create }) => create ?? []);
    const changes = works.flatMap(({ change }) => change ?? []);
    const newContacts = works.flatMap((work) => work.newContacts);
    const contactChanges = works.flatMap((work) => work.contactChanges);
    if (creates.length > 0) await createCustomers({ platform }, creates);
    if (changes.length > 0) await updateCustomers({ platform }, changes);
    if (newContacts.length > 0) await createContacts({ platform }, newContacts);
    if (contactChanges.length > 0) await updateContacts({ platform }, contactChanges);
  },
};
