import contact from './contact/schema.json';
import customerClass from './customer-class/schema.json';
import customerMerge from './customer-merge/schema.json';
import customer from './customer/schema.json';
import setting from './setting/schema.json';

export const contentTypes = {
  'customer-class': { schema: customerClass },
  'customer-merge': { schema: customerMerge },
  customer: { schema: customer },
  contact: { schema: contact },
  setting: { schema: setting },
};
