import { addDuration, keepWords, type Language, notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { NewDelivery, NewEvent, Ref, Tools } from '@sanya/strapi-plugin-platform/kit';
import { FORM_SUBMISSION } from '../../content-types/types';
import { formText } from '../../domain/form';
import { isTrapped, personIn, readAnswers, type SubmissionFacts } from '../../domain/submission';
import { contactStore } from '../../stores/contacts';
import { type FormRow, formStore } from '../../stores/forms';
import { submissionStore } from '../../stores/submissions';

export interface FilledForm {
  /** Code of the form. */
  form: string;
  /** Answers by the key of their question. */
  said: Readonly<Record<string, unknown>>;
  language: Language;
  /** The member who sent it: row ids of the customer and of the user. */
  member?: { customer: number; user: number };
}

export interface Submitted extends Ref {
  submittedAt: string;
  /** In the language of whoever sent it. */
  thankYou: string | null;
}

/** Whoever types an address that is not theirs must not fill its mailbox through us. */
const MOST_MAILS_AN_HOUR = 5;
const AN_HOUR_AGO = '-PT1H';
const BY_TRAP = 'system:form-trap';

/** Stores what was written into forms, says so to whoever wrote it, and announces it. */
export const submitForms = ({ platform }: Pick<Tools, 'platform'>, list: readonly FilledForm[]): Promise<Submitted[]> =>
  platform.transaction(async () => {
    const forms = await formsOf(list.map(({ form }) => form));
    const members = await contactStore(platform).ofUsers(list.flatMap(({ member }) => member?.user ?? []));
    const at = platform.clock.now();
    const facts = list.map((filled, index): SubmissionFacts => {
      const form = forms[index] as FormRow;
      const answers = readAnswers(form.fields, filled.said, filled.language);
      const person = personIn(answers);
      const contact = members.find(({ user }) => user === filled.member?.user);
      return {
        ...{ form: form.id, purpose: form.purpose, answers, language: filled.language, submittedAt: at },
        ...{ name: person.name ?? contact?.name ?? null, email: person.email ?? contact?.email ?? null },
        ...{ phone: person.phone ?? contact?.phone ?? null, customer: filled.member?.customer ?? null },
        ...(isTrapped(filled.said)
          ? { state: 'dismissed', handledAt: at, handledBy: BY_TRAP, note: keepWords('form.trapped') }
          : { state: 'new', handledAt: null, handledBy: null, note: null }),
      };
    });
    const before = await submissionStore(platform).countByEmail(
      facts.flatMap(({ email }) => email ?? []),
      addDuration(at, AN_HOUR_AGO, platform.clock.zone()),
    );
    const refs = await submissionStore(platform).insert(facts);
    const kept = refs.flatMap((ref, index) => {
      const one = facts[index] as SubmissionFacts;
      return one.state === 'new' ? [{ ref, one, form: forms[index] as FormRow }] : [];
    });
    await platform.events.record(kept.map(eventOf));
    await platform.mail.queue(
      kept.flatMap(({ ref, one, form }) =>
        one.email && (before.get(one.email) ?? 0) < MOST_MAILS_AN_HOUR ? [mailOf(ref, one, one.email, form)] : [],
      ),
    );
    return refs.map((ref, index) => {
      const form = forms[index] as FormRow;
      return { ...ref, submittedAt: at, thankYou: formText(form, 'thankYou', list[index]?.language ?? 'th') };
    });

    async function formsOf(codes: readonly string[]): Promise<FormRow[]> {
      const known = await formStore(platform).byCodes(codes);
      return codes.map((code) => {
        const form = known.find((one) => one.code === code);
        if (!form || form.state !== 'open') throw notFound('form.unknown', { field: 'form' });
        return form;
      });
    }
  });

const eventOf = ({ ref, one, form }: { ref: Ref; one: SubmissionFacts; form: FormRow }): NewEvent => ({
  name: 'form.submitted',
  subject: { type: FORM_SUBMISSION, ...ref },
  customer: one.customer,
  after: {
    ...{ state: one.state, form: form.name, formCode: form.code, purpose: one.purpose },
    ...{ name: one.name, email: one.email, phone: one.phone },
  },
});

/** Says nothing that a stranger wrote: the address may be somebody else's. */
const mailOf = (ref: Ref, one: SubmissionFacts, to: string, form: FormRow): NewDelivery => ({
  ...{ template: 'form-received', to, language: one.language, customer: one.customer },
  data: receivedData(form, one.language),
  about: { type: FORM_SUBMISSION, documentId: ref.documentId, name: form.name },
  key: ref.documentId,
});

export const receivedData = (form: FormRow, language: Language): Record<string, unknown> => ({
  form: { name: formText(form, 'name', language), thankYou: formText(form, 'thankYou', language) },
});
