import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { PlatformCore } from '../../../plugins/platform/server/src/core/core';
import { type App, bootOwnApp, type Member, type Staff } from '../../support/app';
import { allParts, headerOf, readMail } from '../../support/read-mail';
import { customerOf, issue, line } from '../billing/support';

export const START = '2030-01-07T03:00:00.000Z';

export interface ReadMail {
  to: string[];
  subject: string;
  text: string;
}

export interface Told {
  headers: http.IncomingHttpHeaders;
  body: string;
}

const listen = (server: { listen: (port: number, host: string, done: () => void) => unknown }): Promise<void> =>
  new Promise((resolve) => void server.listen(0, '127.0.0.1', resolve));

const textOf = (raw: string): ReadMail['text'] =>
  allParts(readMail(raw))
    .filter((part) => /text\/plain/.test(headerOf(part, 'content-type')))
    .map((part) => part.content.toString('utf8'))
    .join('\n');

/** An office with a real mail server and a real site beside it that listens to webhooks. */
export async function workflowOffice() {
  const mails: ReadMail[] = [];
  const told: Told[] = [];
  const state = { answer: 200, mailAnswer: undefined as Error | undefined };

  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('latin1');
        mails.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          subject: headerOf(readMail(raw), 'subject'),
          text: textOf(raw),
        });
        done();
      });
    },
  });
  const site = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      told.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
      response.writeHead(state.answer).end();
    });
  });
  await Promise.all([listen(smtp), listen(site)]);
  const app = await bootOwnApp({
    ...{ SANYA_JOBS: 'off', SANYA_PORTS: '', SANYA_WEBHOOKS_INSIDE: 'true' },
    SMTP_URL: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`,
  });
  const core = app.strapi.plugin('platform').service('core') as PlatformCore;
  await core.clock.moveTo(START);
  const admin = await app.staff();
  const member = await app.member({ name: 'สมใจ ใจดี' });
  const customer = await customerOf(app, member);
  const office = { app, core, admin, member, customer, mails, told, state };

  return {
    ...office,
    hook: `http://127.0.0.1:${(site.address() as AddressInfo).port}/hook`,
    /** All that is due, until nothing is any more. */
    work: () => core.jobs.runDue(),
    /** What was sent of workflows: other mails of the suite go their own ways. */
    mailsSaying: (words: string) => mails.filter(({ subject, text }) => `${subject}\n${text}`.includes(words)),
    tasks: (kind = 'call') =>
      app.strapi.db.query('plugin::crm.task').findMany({ where: { kind }, orderBy: { id: 'asc' } }) as Promise<
        { id: number; title: string; dueOn: string; cause: string; subjectName: string }[]
      >,
    invoice: (of: { id: number } = customer, baht = 1000n) => issue(app, of.id, [line({ unitPrice: baht * 100n })]),
    /** Pays it at the staff's door. */
    async pay(invoice: { documentId: string; amountDue: bigint }, of: { documentId: string } = customer) {
      const answer = await admin.post('/billing/payments', {
        ...{ customer: of.documentId, method: 'cash', amount: String(invoice.amountDue), currency: 'THB' },
        receivedOn: app.platform.clock.today(),
        allocations: [{ invoice: invoice.documentId, amount: String(invoice.amountDue) }],
      });
      if (answer.status >= 300) throw new Error(`pay: ${answer.status} ${JSON.stringify(answer.body)}`);
      return answer.body.data as { documentId: string };
    },
    async close() {
      await app.close();
      site.closeAllConnections();
      await Promise.all([
        new Promise((resolve) => site.close(resolve)),
        new Promise<void>((resolve) => smtp.close(() => resolve())),
      ]);
      Object.assign(process.env, { SMTP_URL: '', SANYA_WEBHOOKS_INSIDE: '' });
    },
  };
}

export type WorkflowOffice = Awaited<ReturnType<typeof workflowOffice>>;
export type { App, Member, Staff };

export interface Built {
  documentId: string;
  revision: number;
  secret: string | null;
}

const THANKS = {
  subject: { th: 'ขอบคุณ {{ invoice.number }}', en: '' },
  body: { th: 'ยอด {{ invoice.total | money }}', en: '' },
};

export const thanks = (over: object = {}) => ({ kind: 'mail', to: 'customer', ...THANKS, ...over });
export const call = (over: object = {}) => ({
  ...{ kind: 'task', task: 'call', title: 'โทรหา {{ customer.name }}', dueInDays: 1 },
  ...over,
});
export const whenPaid = (over: object = {}) => ({
  ...{ name: 'Thanks', event: 'invoice.paid', conditions: { all: [] }, actions: [thanks()] },
  ...over,
});

/** Builds a workflow at the door. */
export async function build(staff: Staff, draft: object): Promise<Built> {
  const answer = await staff.post('/platform/workflows', draft);
  if (answer.status !== 201) throw new Error(`build: ${answer.status} ${JSON.stringify(answer.body)}`);
  const { workflow, secret } = answer.body.data;
  return { documentId: workflow.documentId, revision: workflow.revision, secret };
}

export const switched = (staff: Staff, { documentId }: Pick<Built, 'documentId'>, how: 'on' | 'off') =>
  staff.post(`/platform/workflows/${documentId}/switch-${how}`);

export const runsOf = async (staff: Staff, { documentId }: Pick<Built, 'documentId'>, language: 'th' | 'en' = 'en') =>
  (await staff.get(`/platform/workflows/${documentId}/runs`).set('Accept-Language', language)).body.data as {
    documentId: string;
    state: string;
    steps: number;
    problem: string | null;
    subject: { name: string };
    revision: number;
  }[];
