import { approvalActions } from './approvals/approval-actions';
import { clockActions } from './api/clock-actions';
import { doctorActions } from './api/doctor-actions';
import { eventActions } from './api/event-actions';
import { jobActions } from './api/job-actions';
import { ledgerActions } from './api/ledger-actions';
import { proofActions } from './api/proof-actions';
import { simulationActions } from './api/simulation-actions';
import { timelineActions } from './api/timeline-actions';
import { todayActions } from './api/today-actions';
import { fileActions } from './files/file-actions';
import { holidayActions } from './holidays/holiday-actions';
import { mailActions } from './mail/mail-actions';
import { numberSeriesActions } from './number-series/number-series-actions';
import { templateActions } from './templates/template-actions';
import { templateReads } from './templates/template-reads';
import { coreOf } from './core/core-of';
import { workflowActions } from './workflows/workflow-actions';
import { workflowRunActions } from './workflows/workflow-run-actions';

/** All that can be done with the platform itself; pages of the admin panel are typed by it. */
export const actions = [
  ...clockActions,
  ...jobActions,
  ...simulationActions,
  ...eventActions,
  ...timelineActions,
  ...ledgerActions,
  ...doctorActions,
  ...proofActions,
  ...todayActions,
  ...numberSeriesActions,
  ...approvalActions,
  ...holidayActions,
  ...fileActions((strapi) => coreOf(strapi).files),
  ...mailActions(coreOf),
  ...templateReads(coreOf),
  ...templateActions(coreOf),
  ...workflowActions,
  ...workflowRunActions,
] as const;
