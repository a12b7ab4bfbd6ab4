import { keepWords } from '@sanya/strapi-plugin-platform/kernel';
import type { HeardEvent, Ref, Subscriber, Tools } from '@sanya/strapi-plugin-platform/kit';
import { INVOICE } from '../../content-types/types';
import { callsTaken, type CallNotice, loadNotices, noticeOfStep } from '../../stores/dunning/notices';
import { recordCall } from './record-call';

interface CallTask {
  kind: string;
  subjectType: string | null;
  subjectId: number | null;
  cause: string | null;
  outcome: 'done' | 'reached' | 'not_reached' | 'promised' | 'disputed' | null;
  promisedOn: string | null;
  note: string | null;
}

interface Tasks {
  open(tasks: readonly Record<string, unknown>[]): Promise<Ref[]>;
  byIds(ids: readonly number[]): Promise<(CallTask & Ref)[]>;
  finishCaused(
    type: string,
    list: readonly { cause: string; outcome: string; note: string | null; until?: string }[],
  ): Promise<void>;
  cancelAbout(type: string, ids: readonly number[], reason: string): Promise<void>;
}

const CAUSE = /^dunning:(\d+):(\d+)$/;
const causeOf = ({ invoice, step }: Pick<CallNotice, 'invoice' | 'step'>): string => `dunning:${invoice}:${step}`;

const idsOf = (events: readonly HeardEvent[]): number[] => events.map(({ subject }) => subject.id);

/**
 * A dunning step by telephone is a task of those who bill, once for each invoice and step. What came of it is the same
 * wherever it is said; nobody calls about what is paid.
 */
export function callTasks({ strapi, platform }: Tools): readonly Subscriber[] {
  const tasks = (): Tasks => strapi.plugin('crm').service('tasks') as Tasks;

  async function open(events: readonly HeardEvent[]): Promise<void> {
    const called = events.filter(({ after }) => after?.channel === 'call');
    if (called.length === 0) return;
    const today = platform.clock.today();
    const notices = await callsTaken(platform, idsOf(called), today);
    await tasks().open(
      notices.map((notice) => ({
        ...{ kind: 'call', customer: notice.customer, dueOn: today, role: 'billing', cause: causeOf(notice) },
        ...{ subjectType: INVOICE, subjectId: notice.invoice, subjectName: notice.number },
        subjectDocumentId: called.find(({ subject }) => subject.id === notice.invoice)?.subject.documentId,
      })),
    );
  }

  async function recordDone(events: readonly HeardEvent[]): Promise<void> {
    for (const task of await tasks().byIds(idsOf(events))) {
      const [, invoice = '', step = ''] = CAUSE.exec(task.cause ?? '') ?? [];
      if (task.subjectType !== INVOICE || invoice === '' || task.outcome === null || task.outcome === 'done') continue;
      const notice = await noticeOfStep(platform, Number(invoice), Number(step));
      // Said on the board of dunning, it is known there.
      if (!notice || notice.callOutcome !== null) continue;
      await recordCall(platform, notice.id, {
        // Whoever disputes what is owed was reached.
        ...{ outcome: task.outcome === 'disputed' ? 'reached' : task.outcome, note: task.note },
        ...(task.promisedOn === null ? {} : { until: task.promisedOn }),
      });
    }
  }

  async function finish(events: readonly HeardEvent[]): Promise<void> {
    const notices = await loadNotices(platform, idsOf(events));
    await tasks().finishCaused(
      INVOICE,
      notices.map((notice) => {
        const said = events.find(({ subject }) => subject.id === notice.id)?.after ?? {};
        const until = typeof said.until === 'string' ? { until: said.until } : {};
        return {
          ...{ cause: causeOf(notice), outcome: String(said.outcome), ...until },
          note: typeof said.note === 'string' ? said.note : null,
        };
      }),
    );
  }

  const cancel = (code: string) => (events: readonly HeardEvent[]) =>
    tasks().cancelAbout(INVOICE, idsOf(events), keepWords(code));

  return [
    { name: 'billing.open-call-tasks', on: ['dunning.step_taken'], when: 'within', handle: open },
    { name: 'billing.record-called', on: ['task.done'], when: 'within', handle: recordDone },
    { name: 'billing.finish-call-tasks', on: ['dunning.called'], when: 'within', handle: finish },
    { name: 'billing.drop-calls-paid', on: ['invoice.paid'], when: 'within', handle: cancel('dunning.call_paid') },
    {
      name: 'billing.drop-calls-ended',
      on: ['invoice.voided', 'invoice.written_off'],
      when: 'within',
      handle: cancel('dunning.call_ended'),
    },
  ];
}
