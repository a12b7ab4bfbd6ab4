import contact from './contact/schema.json';
import customerClass from './customer-class/schema.json';
import customerDistinction from './customer-distinction/schema.json';
import customerImportRow from './customer-import-row/schema.json';
import customerImport from './customer-import/schema.json';
import customerMerge from './customer-merge/schema.json';
import customer from './customer/schema.json';
import formSubmission from './form-submission/schema.json';
import form from './form/schema.json';
import task from './task/schema.json';
import setting from './setting/schema.json';

export const contentTypes = {
  'customer-class': { schema: customerClass },
  'customer-distinction': { schema: customerDistinction },
  'customer-import': { schema: customerImport },
  'customer-import-row': { schema: customerImportRow },
  'customer-merge': { schema: customerMerge },
  customer: { schema: customer },
  contact: { schema: contact },
  form: { schema: form },
  'form-submission': { schema: formSubmission },
  setting: { schema: setting },
  task: { schema: task },
};
