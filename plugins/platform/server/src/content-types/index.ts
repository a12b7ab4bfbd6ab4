import branch from './branch/schema.json';
import event from './event/schema.json';
import eventDelivery from './event-delivery/schema.json';
import idempotencyKey from './idempotency-key/schema.json';
import jobRun from './job-run/schema.json';
import numberSeries from './number-series/schema.json';
import setting from './setting/schema.json';

export const contentTypes = {
  branch: { schema: branch },
  event: { schema: event },
  'event-delivery': { schema: eventDelivery },
  'idempotency-key': { schema: idempotencyKey },
  'job-run': { schema: jobRun },
  'number-series': { schema: numberSeries },
  setting: { schema: setting },
};
