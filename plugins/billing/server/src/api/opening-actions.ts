import { type Call, civilDate, importActions, importTemplateAction } from '@sanya/strapi-plugin-platform/kit';
import { z } from 'zod';
import { OPENING_IMPORT } from '../content-types/types';
import { EXAMPLES } from '../domain/opening/columns';
import type { CustomerNames } from '../use-cases/opening/opening-facts';
import { openingFile } from '../use-cases/opening/opening-file';

const doors = {
  ...{ thing: 'Opening', path: '/opening-import', permission: 'opening.import' },
  what: 'invoices that were open in the books before',
  kind: (strapi: Call<unknown>['strapi']) =>
    openingFile(() => strapi.plugin('crm').service('customers') as CustomerNames),
} as const;

/** Moving in: what was still owed in the books that were kept before, with the day on which ours are opened. */
export const openingActions = [
  ...importActions({ ...doors, type: OPENING_IMPORT, asked: z.strictObject({ openingDay: civilDate }) }),
  importTemplateAction({ ...doors, name: 'open-invoices', examples: EXAMPLES }),
];
