import type { Action } from '@sanya/strapi-plugin-platform/kit';
import { contactActions } from './contact-actions';
import { customerActions } from './customer-actions';
import { customerQuestions } from './customer-questions';
import { memberActions } from './member-actions';

export const actions: readonly Action[] = [
  ...memberActions,
  ...customerQuestions,
  ...customerActions,
  ...contactActions,
];
