import type { Constraint } from '@sanya/strapi-plugin-platform/kit';
import { CLASS_SERVICE_LEVEL, CONTRACT, SERVICE_LEVEL } from './types';

export const serviceLevelConstraints: readonly Constraint[] = [
  { kind: 'restrict', type: CONTRACT, relation: 'serviceLevel' },
  { kind: 'restrict', type: CLASS_SERVICE_LEVEL, relation: 'serviceLevel' },
  { kind: 'restrict', type: CLASS_SERVICE_LEVEL, relation: 'customerClass' },
  {
    kind: 'unique',
    type: SERVICE_LEVEL,
    name: 'contracts_service_levels_code',
    columns: ['code'],
    code: 'service_level.taken',
  },
  {
    kind: 'unique',
    type: CLASS_SERVICE_LEVEL,
    name: 'contracts_class_service_levels_class',
    columns: ['customerClass'],
    code: 'service_level.class_has_one',
  },
  {
    kind: 'check',
    type: CLASS_SERVICE_LEVEL,
    name: 'contracts_class_service_levels_whole',
    condition: '{customerClass} is not null and {serviceLevel} is not null',
    code: 'service_level.class_incomplete',
  },
];
