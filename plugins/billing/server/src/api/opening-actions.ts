import { type Call, civilDate, importActions, importTemplateAction } from '@sanya/strapi-plugin-platform/kit';
import { z } from 'zod';
import { OPENING_IMPORT, OPENING_MONEY_IMPORT } from '../content-types/types';
import { EXAMPLES } from '../domain/opening/columns';
import { MONEY_EXAMPLES } from '../domain/opening/money-columns';
import { moneyFile } from '../use-cases/opening/money-file';
import { customersOf } from '../use-cases/opening/opening-facts';
import { openingFile } from '../use-cases/opening/opening-file';

type Strapi = Call<unknown>['strapi'];

const asked = z.strictObject({ openingDay: civilDate });
const invoices = {
  ...{ thing: 'Opening', path: '/opening-import', permission: 'opening.import' },
  what: 'invoices that were open in the books before',
  kind: (strapi: Strapi) => openingFile(customersOf(strapi)),
} as const;
const money = {
  ...{ thing: 'OpeningMoney', path: '/opening-money-import', permission: 'opening.import' },
  what: 'deposits and customer credit that the books before held',
  kind: (strapi: Strapi) => moneyFile(customersOf(strapi)),
} as const;

/** Moving in: what was owed and held in the books that were kept before, with the day on which ours are opened. */
export const openingActions = [
  ...importActions({ ...invoices, type: OPENING_IMPORT, asked }),
  importTemplateAction({ ...invoices, name: 'open-invoices', examples: EXAMPLES }),
  ...importActions({ ...money, type: OPENING_MONEY_IMPORT, asked }),
  importTemplateAction({ ...money, name: 'deposits-and-credit', examples: MONEY_EXAMPLES }),
];
