import { z } from 'zod';
import { badInput, broken, type Language } from '../../../kernel/src';
import { defineWorkflowAction, type WorkflowOccasion } from '../../../kit/src/workflows';
import type { Decider, People } from '../approvals/people';
import type { Mail } from '../mail/create-mail';
import { OFFICE } from './office-language';

const LANGUAGES = ['th', 'en'] as const;
/** What such mails are found by among all that were sent. */
export const WORKFLOW_MAIL = 'workflow';

const texts = (most: number) =>
  z.strictObject({ th: z.string().trim().max(most).default(''), en: z.string().trim().max(most).default('') });
const person = z.int().min(1).max(2_147_483_647);

const wish = z.strictObject({
  to: z.enum(['customer', 'responsible', 'staff', 'role', 'address']),
  staff: z.array(person).min(1).max(20).optional(),
  role: z.string().max(60).optional(),
  address: z.email().max(254).optional(),
  subject: texts(300),
  body: texts(20_000),
});
type MailWish = z.output<typeof wish>;

interface Reader {
  to: string;
  language: Language;
}

/** The language of the reader, where there are words in it; else the other. */
const languageFor = ({ subject, body }: MailWish, language: Language): Language => {
  const other = language === 'th' ? 'en' : 'th';
  return subject[language] && body[language] ? language : other;
};

/** Text without marks of its own is read in the paragraphs that it was written in. */
const paragraphs = (text: string): string =>
  /<[a-z/]/i.test(text)
    ? text
    : text
        .split(/\n\s*\n/)
        .map((part) => `<p>${part.trim().replace(/\n/g, '<br>')}</p>`)
        .join('\n');

export interface MailActionNeeds {
  people: Pick<People, 'active' | 'all'>;
  mail: () => Pick<Mail, 'queueTexts'>;
}

/** Writes a mail to whom it is about, or to the office: once for each reader, in the language that each reads. */
export function mailAction({ people, mail }: MailActionNeeds) {
  const office = (found: readonly Decider[]): Reader[] =>
    found.map(({ email, language }) => ({ to: email, language: language ?? OFFICE }));

  function customerOf({ subject, customer }: WorkflowOccasion): Reader[] {
    const reader = subject.reader ?? customer?.reader;
    return reader ? [reader] : [];
  }

  async function readers({ to, staff = [], role, address }: MailWish, occasion: WorkflowOccasion): Promise<Reader[]> {
    if (to === 'customer') return customerOf(occasion);
    if (to === 'address') return address ? [{ to: address, language: OFFICE }] : [];
    if (to === 'role') return office(await people.active({ roles: { code: role ?? '' } }));
    const responsible = occasion.subject.responsible ?? occasion.customer?.responsible;
    const ids = to === 'staff' ? staff : responsible ? [responsible] : [];
    return ids.length > 0 ? office(await people.active({ id: { $in: [...ids] } })) : [];
  }

  return defineWorkflowAction<MailWish>({
    kind: 'mail',
    wish,
    texts: ({ subject, body }) =>
      LANGUAGES.flatMap((language) => [
        { field: `subject.${language}`, part: 'subject' as const, text: subject[language] },
        { field: `body.${language}`, part: 'body' as const, text: body[language] },
      ]),
    async check({ to, staff = [], role, address, subject, body }) {
      if (!LANGUAGES.some((language) => subject[language] && body[language])) {
        throw badInput('workflow.mail_empty', { field: 'subject.th' });
      }
      for (const language of LANGUAGES) {
        if (Boolean(subject[language]) === Boolean(body[language])) continue;
        throw badInput('workflow.mail_half', { field: `${subject[language] ? 'body' : 'subject'}.${language}` });
      }
      if (to === 'address' && !address) throw badInput('input.required', { field: 'address' });
      if (to === 'role' && !(await people.all()).some(({ code }) => code === role)) {
        throw badInput('approval.role_unknown', { field: 'role' });
      }
      if (to === 'staff' && (await people.active({ id: { $in: staff } })).length < new Set(staff).size) {
        throw badInput('workflow.staff_unknown', { field: 'staff' });
      }
      if (to === 'staff' && staff.length === 0) throw badInput('input.required', { field: 'staff' });
    },
    async carryOut(wanted, occasion) {
      const found = await readers(wanted, occasion);
      if (found.length === 0) throw broken('workflow.mail_nobody', { params: { name: occasion.subject.name } });
      const { type, documentId, name } = occasion.subject;
      for (const { to, language: own } of found) {
        const language = languageFor(wanted, own);
        await mail().queueTexts(
          {
            ...{ template: WORKFLOW_MAIL, to, language, data: occasion.data, key: `${occasion.key}|${to}` },
            customer: occasion.customer?.id ?? null,
            about: { type, documentId, name },
          },
          { subject: wanted.subject[language], body: paragraphs(wanted.body[language]) },
        );
      }
    },
  });
}
