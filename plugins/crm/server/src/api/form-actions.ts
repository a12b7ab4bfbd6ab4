import { type Call, defineAction, only, type Platform } from '@sanya/strapi-plugin-platform/kit';
import { notFound } from '@sanya/strapi-plugin-platform/kernel';
import { FORM, FORM_SUBMISSION } from '../content-types/types';
import { formStore } from '../stores/forms';
import { moveForms } from '../use-cases/forms/move-forms';
import { changeForms, createForms } from '../use-cases/forms/save-forms';
import { settleSubmissions } from '../use-cases/forms/settle-submissions';
import { submitForms } from '../use-cases/forms/submit-forms';
import {
  dismissal,
  filledForm,
  form,
  formChange,
  formDraft,
  handling,
  shownForm,
  submission,
  submitted,
} from './form-shapes';
import { formView, shownFormView, submissionView } from './form-views';
import { nothing } from './shapes';

const view = async (platform: Platform, id: number) => {
  const [row] = await formStore(platform).byIds([id]);
  return row && formView(row);
};

const memberOf = ({ caller }: Pick<Call<unknown>, 'caller'>) =>
  caller.kind === 'member' && caller.customer && caller.userId !== undefined
    ? { customer: caller.customer.id, user: caller.userId }
    : undefined;

export const formActions = [
  defineAction({
    name: 'readForm',
    summary: 'What a form of the web site asks, in the reader’s language',
    storefront: { method: 'GET', path: '/forms/:form', who: 'public', limitPerMinute: 600 },
    input: nothing,
    output: shownForm,
    writes: false,
    run: async ({ platform, caller, params }) => {
      const [found] = await formStore(platform).byCodes([params.form ?? '']);
      if (!found || found.state !== 'open') throw notFound('form.unknown', { field: 'form' });
      return shownFormView(found, caller.language);
    },
  }),
  defineAction({
    name: 'submitForm',
    summary: 'Send a form of the web site: what was answered, by the key of each field',
    storefront: { method: 'POST', path: '/forms/:form', who: 'public', limitPerMinute: 60 },
    input: filledForm,
    output: submitted,
    status: 201,
    run: async (call) => {
      const { platform, caller, params, input } = call;
      const [sent] = await submitForms({ platform }, [
        { form: params.form ?? '', said: input, language: caller.language, member: memberOf(call) },
      ]);
      return only(submitted, sent);
    },
  }),
  defineAction({
    name: 'createForm',
    summary: 'Make a form for the web site',
    staff: { method: 'POST', path: '/forms', permission: 'form.edit' },
    input: formDraft,
    output: form,
    status: 201,
    run: async ({ platform, input }) => {
      const [made] = await createForms({ platform }, [input]);
      return view(platform, made?.id ?? 0);
    },
  }),
  defineAction({
    name: 'changeForm',
    summary: 'Change a form; what was sent before keeps its questions',
    subject: FORM,
    staff: { method: 'PUT', path: '/forms/:id', permission: 'form.edit' },
    input: formChange,
    output: form,
    run: async ({ platform, subject, input }) => {
      await changeForms({ platform }, [{ id: subject.id, change: input }]);
      return view(platform, subject.id);
    },
  }),
  ...(['open', 'close'] as const).map((verb) =>
    defineAction({
      name: `${verb}Form`,
      summary: verb === 'open' ? 'Open a form again' : 'Close a form: visitors find it no longer',
      subject: FORM,
      staff: { method: 'POST', path: `/forms/:id/${verb}`, permission: 'form.edit' },
      input: nothing,
      output: form,
      run: async ({ platform, subject }) => {
        await moveForms({ platform }, verb, [subject.id]);
        return view(platform, subject.id);
      },
    }),
  ),
  defineAction({
    name: 'handleFormSubmission',
    summary: 'Say that what somebody sent is done',
    subject: FORM_SUBMISSION,
    staff: { method: 'POST', path: '/form-submissions/:id/handle', permission: 'form.answer' },
    input: handling,
    output: submission,
    run: async ({ platform, subject, input }) => {
      const [row] = await settleSubmissions({ platform }, [{ id: subject.id, verb: 'handle', ...input }]);
      return row && submissionView(row);
    },
  }),
  defineAction({
    name: 'dismissFormSubmission',
    summary: 'Say that nothing will be done about what somebody sent, and why',
    subject: FORM_SUBMISSION,
    staff: { method: 'POST', path: '/form-submissions/:id/dismiss', permission: 'form.answer' },
    input: dismissal,
    output: submission,
    run: async ({ platform, subject, input: { reason } }) => {
      const [row] = await settleSubmissions({ platform }, [{ id: subject.id, verb: 'dismiss', note: reason }]);
      return row && submissionView(row);
    },
  }),
];
