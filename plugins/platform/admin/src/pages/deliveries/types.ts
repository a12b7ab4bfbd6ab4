import type { PlatformDoors } from '../../doors';

export const DELIVERY = 'plugin::platform.delivery';
export const READ_DELIVERIES = [{ action: 'plugin::content-manager.explorer.read', subject: DELIVERY }];
export const DELIVERIES = '/plugins/platform/deliveries';

export const DELIVERY_STATES = ['queued', 'sent', 'failed', 'dead', 'withdrawn'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** A mail as the list shows it. */
export interface Mail {
  documentId: string;
  to: string;
  template: string;
  templateVersion: number | null;
  language: 'th' | 'en';
  subject: string | null;
  state: DeliveryState;
  attempts: number;
  nextAttemptAt: string | null;
  sentAt: string | null;
  lastError: string | null;
  aboutType: string | null;
  aboutDocumentId: string | null;
  aboutName: string | null;
  isTest: boolean;
  documents?: { kind: string; id: number }[] | null;
  attachments?: string[] | null;
}

export const LISTED = [
  ...(['to', 'template', 'templateVersion', 'language', 'subject', 'state', 'attempts', 'nextAttemptAt'] as const),
  ...(['sentAt', 'lastError', 'aboutType', 'aboutDocumentId', 'aboutName', 'isTest'] as const),
];

/** What a mail says. */
export type MailContent = PlatformDoors['GET /platform/deliveries/:id/content']['answers'];

/** Where trying again can help. */
export const isStuck = ({ state }: Pick<Mail, 'state'>): boolean => state === 'dead' || state === 'failed';
