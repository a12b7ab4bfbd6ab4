import type { Constraint } from '@sanya/strapi-plugin-platform/kit';
import { FORM, FORM_SUBMISSION } from './types';

export const formConstraints: readonly Constraint[] = [
  { kind: 'unique', type: FORM, name: 'crm_forms_code', columns: ['code'], code: 'form.code_taken' },
  { kind: 'restrict', type: FORM_SUBMISSION, relation: 'form' },
  {
    kind: 'freeze',
    type: FORM_SUBMISSION,
    columns: ['form', 'purpose', 'answers', 'name', 'email', 'phone', 'language', 'submittedAt'],
  },
  {
    kind: 'check',
    type: FORM_SUBMISSION,
    name: 'crm_form_submissions_settled',
    condition: "({state} = 'new') = ({handledAt} is null)",
    code: 'form_submission.settled_wrong',
  },
  {
    kind: 'index',
    type: FORM_SUBMISSION,
    name: 'crm_form_submissions_waiting',
    columns: ['purpose', 'state'],
  },
  {
    kind: 'index',
    type: FORM_SUBMISSION,
    name: 'crm_form_submissions_email',
    columns: ['email', 'submittedAt'],
  },
];
