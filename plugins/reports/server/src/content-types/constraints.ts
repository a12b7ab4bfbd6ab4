import type { Constraint } from '@sanya/strapi-plugin-platform/kit';
import { SAVED_REPORT } from './types';

export const constraints: readonly Constraint[] = [
  {
    kind: 'unique',
    type: SAVED_REPORT,
    name: 'reports_saved_reports_name',
    columns: ['owner', 'name'],
    code: 'saved_report.name_taken',
  },
];
