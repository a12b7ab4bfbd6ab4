import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { SendMailOptions, Transporter } from 'nodemailer';
import type { Attachment } from '../../../kit/src/documents';
import { recorder, type Recorder } from './recorder';

export interface MailMessage {
  /** `name` in any script; the address alone is the envelope. */
  from: { name: string; address: string };
  /** One address: never a list. */
  to: string;
  subject: string;
  html: string;
  text: string;
  attachments: readonly Attachment[];
  /** The same for every attempt, so that a receiver who got it twice sees one mail. */
  messageId: string;
  language: string;
}

export interface MailPort {
  /** Resolves when the peer has taken the mail. An error with `permanent` will not get better by trying again. */
  send(message: MailMessage): Promise<{ messageId: string }>;
}

const CONNECT_MS = 15_000;
const SILENT_MS = 60_000;
const IDLE_MS = 2_000;
const GREET_MS = 8_000;
const CONNECTIONS = 2;

const optionsOf = (message: MailMessage): SendMailOptions => ({
  from: message.from,
  // As an object: a comma in a stored address must not become a second recipient.
  to: { name: '', address: message.to },
  subject: message.subject,
  html: message.html,
  text: message.text,
  messageId: message.messageId,
  // RFC 3834: answering machines stay silent.
  headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': message.language },
  attachments: message.attachments.map((one) => ({
    filename: one.filename,
    contentType: one.contentType,
    content: one.content,
  })),
  disableFileAccess: true,
  disableUrlAccess: true,
});

interface SmtpError extends Error {
  code?: string;
  responseCode?: number;
  permanent?: boolean;
}

/**
 * Real mail: `url` as nodemailer has it, `smtps://user:password@host:465`. Connections are kept while mails follow each
 * other, and closed soon after the last: an idle one would keep the process from ending.
 */
export function smtpMail(url: string): MailPort {
  let transport: Promise<Transporter> | undefined;
  let underWay = 0;
  let idle: NodeJS.Timeout | undefined;

  const connect = async (): Promise<Transporter> => {
    const { createTransport } = await import('nodemailer');
    const timeouts = { connectionTimeout: CONNECT_MS, greetingTimeout: CONNECT_MS, socketTimeout: SILENT_MS };
    return createTransport({ url, pool: true, maxConnections: CONNECTIONS, ...timeouts } as never);
  };
  const close = (): void => {
    void transport?.then((open) => open.close());
    transport = undefined;
  };

  return {
    async send(message) {
      clearTimeout(idle);
      underWay += 1;
      transport ??= connect();
      try {
        const info = (await (await transport).sendMail(optionsOf(message))) as { messageId: string };
        return { messageId: info.messageId };
      } catch (error) {
        const refused = error as SmtpError;
        // The peer knows no such reader; every other 5xx may be a mistake in our settings.
        if (refused.code === 'EENVELOPE' && (refused.responseCode ?? 550) >= 500) refused.permanent = true;
        throw refused;
      } finally {
        underWay -= 1;
        if (underWay === 0) idle = setTimeout(close, IDLE_MS).unref();
      }
    },
  };
}

/** Development: every mail becomes a file that a mail program opens. */
export function outboxMail(folder: string): MailPort {
  return {
    async send(message) {
      const { createTransport } = await import('nodemailer');
      const info = await createTransport({ streamTransport: true, buffer: true }).sendMail(optionsOf(message));
      await mkdir(folder, { recursive: true });
      const name = message.messageId.replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '');
      await writeFile(path.join(folder, `${name}.eml`), info.message as Buffer);
      return { messageId: info.messageId };
    },
  };
}

export function recordingMail(): MailPort & Recorder<MailMessage> {
  const { record, take } = recorder<MailMessage, { messageId: string }>(({ messageId }) => ({ messageId }));
  return { ...record, send: take };
}

/** Whether a mail server answers and takes our log-in; its name. */
export async function greetMailServer(url: string): Promise<string> {
  const { createTransport } = await import('nodemailer');
  const timeouts = { connectionTimeout: GREET_MS, greetingTimeout: GREET_MS, socketTimeout: GREET_MS };
  const transport = createTransport({ url, ...timeouts } as never);
  try {
    await transport.verify();
    return new URL(url).host;
  } finally {
    transport.close();
  }
}
