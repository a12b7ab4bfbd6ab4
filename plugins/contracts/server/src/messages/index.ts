import type { Catalogue, Language } from '@sanya/strapi-plugin-platform/kernel';
import { change } from './change';
import { contractImport } from './contract-import';
import { debts } from './debts';
import { entitlements } from './entitlements';
import { orders } from './orders';
import { papers } from './papers';
import { refusals } from './refusals';
import { renewals } from './renewals';
import { runs } from './runs';
import { serviceLevels } from './service-levels';
import { terms } from './terms';
import { words } from './words';
import { workflowMessages } from './workflows';

export const messages: Record<Language, Catalogue> = {
  th: {
    ...{ ...refusals.th, ...words.th, ...change.th, ...runs.th, ...renewals.th, ...debts.th },
    ...{ ...entitlements.th, ...papers.th, ...contractImport.th, ...orders.th, ...serviceLevels.th },
    ...{ ...terms.th, ...workflowMessages.th },
  },
  en: {
    ...{ ...refusals.en, ...words.en, ...change.en, ...runs.en, ...renewals.en, ...debts.en },
    ...{ ...entitlements.en, ...papers.en, ...contractImport.en, ...orders.en, ...serviceLevels.en },
    ...{ ...terms.en, ...workflowMessages.en },
  },
};
