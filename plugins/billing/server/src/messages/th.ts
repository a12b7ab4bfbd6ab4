import type { Catalogue } from '@sanya/strapi-plugin-platform/kernel';
import { corrections } from './parts/corrections';
import { doctor } from './parts/doctor';
import { documents } from './parts/documents';
import { events } from './parts/events';
import { explain } from './parts/explain';
import { permissions } from './parts/permissions';
import { proof } from './parts/proof';
import { refusals } from './parts/refusals';
import { reports } from './parts/reports';
import { taxPapers } from './parts/tax-papers';

export const th: Catalogue = {
  ...refusals.th,
  ...corrections.th,
  ...documents.th,
  ...explain.th,
  ...proof.th,
  ...permissions.th,
  ...events.th,
  ...doctor.th,
  ...reports.th,
  ...taxPapers.th,
};
