import type { Constraint } from '../../../kit/src/constraints';
import { FILE } from '../files/file-rows';
import { TEMPLATE } from '../templates/template-store';
import { DELIVERY } from './delivery-store';

/** What the database keeps for templates, mails and files. */
export const mailConstraints: readonly Constraint[] = [
  {
    kind: 'unique',
    type: TEMPLATE,
    name: 'template_version',
    columns: ['code', 'version'],
    code: 'template.taken',
  },
  {
    kind: 'unique',
    type: TEMPLATE,
    name: 'template_current',
    columns: ['code'],
    when: '{current}',
    code: 'template.taken',
  },
  {
    kind: 'freeze',
    type: TEMPLATE,
    when: 'NOT {current}',
    columns: [
      ...['code', 'version', 'current', 'subjectTh', 'bodyTh', 'subjectEn', 'bodyEn'],
      ...['changedAt', 'changedBy', 'restoredFrom'],
    ],
  },
  { kind: 'unique', type: DELIVERY, name: 'delivery_once', columns: ['template', 'key'], code: 'row.already_there' },
  {
    kind: 'index',
    type: DELIVERY,
    name: 'delivery_due',
    columns: ['nextAttemptAt', 'id'],
    when: "{state} IN ('queued', 'failed')",
  },
  { kind: 'index', type: DELIVERY, name: 'delivery_customer', columns: ['customerId', 'id'] },
  { kind: 'index', type: DELIVERY, name: 'delivery_state', columns: ['state', 'id'] },
  { kind: 'index', type: DELIVERY, name: 'delivery_version', columns: ['template', 'templateVersion', 'id'] },
  { kind: 'index', type: DELIVERY, name: 'delivery_about', columns: ['aboutDocumentId', 'id'] },
  { kind: 'unique', type: FILE, name: 'file_storage_key', columns: ['storageKey'], code: 'row.already_there' },
  { kind: 'index', type: FILE, name: 'file_attached', columns: ['attachedDocumentId', 'attachedType'] },
  { kind: 'index', type: FILE, name: 'file_sha256', columns: ['sha256'] },
];
