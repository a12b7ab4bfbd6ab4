import type { Constraint } from '../../kit/src/constraints';

/** What the database itself keeps for the platform. */
export const constraints: Constraint[] = [
  {
    kind: 'unique',
    type: 'plugin::platform.number-series',
    name: 'number_series_key',
    columns: ['seriesKey'],
    code: 'row.already_there',
  },
  {
    kind: 'unique',
    type: 'plugin::platform.branch',
    name: 'branch_code',
    columns: ['code'],
    code: 'branch.code_taken',
  },
  {
    kind: 'unique',
    type: 'plugin::platform.event-delivery',
    name: 'event_subscriber',
    columns: ['event', 'subscriber'],
    code: 'row.already_there',
  },
  {
    kind: 'index',
    type: 'plugin::platform.event-delivery',
    name: 'event_delivery_due',
    columns: ['nextAttemptAt', 'id'],
    when: "{state} = 'waiting'",
  },
  {
    kind: 'index',
    type: 'plugin::platform.file',
    name: 'file_unattached',
    columns: ['receivedAt', 'id'],
    when: '{attachedDocumentId} IS NULL',
  },
  {
    kind: 'unique',
    type: 'plugin::platform.job-run',
    name: 'job_tick',
    columns: ['job', 'tick'],
    code: 'row.already_there',
  },
  {
    // One open run a job: whoever steps it, a job never overtakes itself.
    kind: 'unique',
    type: 'plugin::platform.job-run',
    name: 'job_run_open',
    columns: ['job'],
    when: "{state} = 'running'",
    code: 'job_run.other_open',
  },
  {
    kind: 'unique',
    type: 'plugin::platform.idempotency-key',
    name: 'idempotency_key',
    columns: ['caller', 'route', 'key'],
    code: 'row.already_there',
  },
  {
    kind: 'freeze',
    type: 'plugin::platform.event',
    columns: [
      'name',
      'subjectType',
      'subjectId',
      'subjectDocumentId',
      'customerId',
      'actor',
      'requestId',
      'before',
      'after',
      'at',
    ],
  },
  { kind: 'restrict', type: 'plugin::platform.event-delivery', relation: 'event' },
  { kind: 'index', type: 'plugin::platform.event', name: 'event_subject', columns: ['subjectType', 'subjectId', 'id'] },
  { kind: 'index', type: 'plugin::platform.event', name: 'event_customer', columns: ['customerId', 'id'] },
  { kind: 'index', type: 'plugin::platform.event', name: 'event_name', columns: ['name', 'id'] },
  { kind: 'index', type: 'plugin::platform.event', name: 'event_at', columns: ['at'] },
];
