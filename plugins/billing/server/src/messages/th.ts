import type { Catalogue } from '@sanya/strapi-plugin-platform/kernel';
import { cards } from './parts/cards';
import { billingNotes } from './parts/billing-notes';
import { cheques } from './parts/cheques';
import { corrections } from './parts/corrections';
import { deposits } from './parts/deposits';
import { doctor } from './parts/doctor';
import { documents } from './parts/documents';
import { dunning } from './parts/dunning';
import { events } from './parts/events';
import { workflowMessages } from './parts/workflows';
import { explain } from './parts/explain';
import { journal } from './parts/journal';
import { openingMoney } from './parts/opening-money';
import { openings } from './parts/openings';
import { permissions } from './parts/permissions';
import { proof } from './parts/proof';
import { credit } from './parts/credit';
import { refunds } from './parts/refunds';
import { refusals } from './parts/refusals';
import { reports } from './parts/reports';
import { roles } from './parts/roles';
import { statements } from './parts/statements';
import { taxPapers } from './parts/tax-papers';

export const th: Catalogue = {
  ...refusals.th,
  ...cards.th,
  ...billingNotes.th,
  ...cheques.th,
  ...corrections.th,
  ...deposits.th,
  ...refunds.th,
  ...credit.th,
  ...documents.th,
  ...explain.th,
  ...proof.th,
  ...permissions.th,
  ...roles.th,
  ...events.th,
  ...workflowMessages.th,
  ...doctor.th,
  ...reports.th,
  ...journal.th,
  ...statements.th,
  ...taxPapers.th,
  ...openings.th,
  ...openingMoney.th,
  ...dunning.th,
};
