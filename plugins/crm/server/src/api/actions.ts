import { contactActions } from './contact-actions';
import { customerActions } from './customer-actions';
import { customerQuestions } from './customer-questions';
import { distinctionActions } from './distinction-actions';
import { formActions } from './form-actions';
import { importActions } from './import-actions';
import { mergeActions } from './merge-actions';
import { memberActions } from './member-actions';
import { taskActions } from './task-actions';

export const actions = [
  ...memberActions,
  ...customerQuestions,
  ...customerActions,
  ...contactActions,
  ...mergeActions,
  ...distinctionActions,
  ...importActions,
  ...formActions,
  ...taskActions,
] as const;
