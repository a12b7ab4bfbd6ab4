import path from 'node:path';
import type { Core } from '@strapi/types';
import { folderStorage, recordingStorage, type FileStorage } from './file-storage';
import type { GatewayPort } from '../../../kit/src/gateway';
import { gatewaysOf, recordingGateway } from './gateway';
import { outboxMail, recordingMail, smtpMail, type MailPort } from './mail';
import { httpSms, recordingSms, type SmsPort } from './sms';
import { httpWebhook, recordingWebhook, type WebhookPort } from './webhook';

/** Everything that reaches out of the database. No other code opens a connection or writes a file. */
export interface Ports {
  mail: MailPort;
  sms: SmsPort;
  webhook: WebhookPort;
  gateway: GatewayPort;
  storage: FileStorage;
}

/** The doubles of `SANYA_PORTS=recording`. */
const recordingPorts = () => ({
  mail: recordingMail(),
  sms: recordingSms(),
  webhook: recordingWebhook(),
  gateway: recordingGateway(),
  storage: recordingStorage(),
});
export type RecordingPorts = ReturnType<typeof recordingPorts>;

function mailOf(env: NodeJS.ProcessEnv, data: string): MailPort {
  if (env.SMTP_URL) return smtpMail(env.SMTP_URL);
  // A live site that was never given a mail server must not pretend that its mails went out.
  if (env.NODE_ENV === 'production' && env.SANYA_MAIL !== 'outbox') {
    return {
      send: async () => {
        throw new Error('SMTP_URL is not set: no mail can be sent (SANYA_MAIL=outbox writes mails to .data/outbox)');
      },
    };
  }
  return outboxMail(path.join(data, 'outbox'));
}

const dataOf = (strapi: Core.Strapi): string => path.join(strapi.dirs.app.root, '.data');

/** Where private files lie. */
export const filesFolder = (strapi: Core.Strapi, env: Readonly<Record<string, string | undefined>>): string =>
  env.SANYA_FILES_DIR || path.join(dataOf(strapi), 'files');

/** Wiring is by environment: secrets and addresses of machines are no settings. */
export function createPorts(strapi: Core.Strapi, env: NodeJS.ProcessEnv = process.env): Ports {
  if (env.SANYA_PORTS === 'recording') return recordingPorts();
  return {
    mail: mailOf(env, dataOf(strapi)),
    sms: httpSms(env.SMS_URL, env.SMS_TOKEN),
    // Only where the receivers of a trial stand on this machine.
    webhook: httpWebhook({ inside: env.SANYA_WEBHOOKS_INSIDE === 'true' }),
    gateway: gatewaysOf(env),
    storage: folderStorage(filesFolder(strapi, env)),
  };
}
