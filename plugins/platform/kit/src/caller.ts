import type { Language } from '../../kernel/src';

/** Who stands at the door. Jobs and subscribers run as `system`. */
export interface Caller {
  kind: 'staff' | 'member' | 'visitor' | 'system';
  /** Stable key of the caller: `staff:3`, `member:12`, `visitor`, `system:deliver-mail`. */
  key: string;
  /** Id of the admin user or of the member's user. */
  userId?: number;
  name: string;
  language: Language;
  /** Groups every event of one request. */
  requestId: string;
  /** The member's customer, as row id and document id. */
  customer?: { id: number; documentId: string };
  /** Whether the caller holds a permission such as `plugin::billing.invoice.issue`. Members and visitors hold none. */
  can: (permission: string) => boolean;
  /** The admin ability of a member of staff, for row conditions. */
  ability?: unknown;
}
