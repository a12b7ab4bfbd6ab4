import approval from './approval/schema.json';
import approvalLimit from './approval-limit/schema.json';
import branch from './branch/schema.json';
import delivery from './delivery/schema.json';
import event from './event/schema.json';
import eventDelivery from './event-delivery/schema.json';
import eventLink from './event-link/schema.json';
import file from './file/schema.json';
import holiday from './holiday/schema.json';
import idempotencyKey from './idempotency-key/schema.json';
import jobRun from './job-run/schema.json';
import movedRow from './moved-row/schema.json';
import numberSeries from './number-series/schema.json';
import rowMove from './row-move/schema.json';
import seriesImportRow from './series-import-row/schema.json';
import seriesImport from './series-import/schema.json';
import setting from './setting/schema.json';
import template from './template/schema.json';
import workflow from './workflow/schema.json';
import workflowRun from './workflow-run/schema.json';

export const contentTypes = {
  approval: { schema: approval },
  'approval-limit': { schema: approvalLimit },
  branch: { schema: branch },
  delivery: { schema: delivery },
  event: { schema: event },
  'event-delivery': { schema: eventDelivery },
  'event-link': { schema: eventLink },
  file: { schema: file },
  holiday: { schema: holiday },
  'idempotency-key': { schema: idempotencyKey },
  'job-run': { schema: jobRun },
  'moved-row': { schema: movedRow },
  'number-series': { schema: numberSeries },
  'row-move': { schema: rowMove },
  'series-import': { schema: seriesImport },
  'series-import-row': { schema: seriesImportRow },
  setting: { schema: setting },
  template: { schema: template },
  workflow: { schema: workflow },
  'workflow-run': { schema: workflowRun },
};
