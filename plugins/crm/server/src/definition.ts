import { importJob, type PluginDefinition, tidyImports } from '@sanya/strapi-plugin-platform/kit';
import { actions } from './api/actions';
import { conditions, decideVisibilityBy } from './api/conditions';
import { guardDocuments } from './api/document-guards';
import { guardForms } from './api/form-guards';
import { grants } from './api/grants';
import { tellRefusalsInGraphql } from './api/graphql-registration';
import { extendRegistration, mailConfirmationsAfterCommit } from './api/registration';
import { contentTypes } from './content-types';
import { constraints } from './content-types/constraints';
import {
  CONTACT,
  CUSTOMER,
  CUSTOMER_CLASS,
  CUSTOMER_DISTINCTION,
  CUSTOMER_IMPORT,
  CUSTOMER_IMPORT_ROW,
  CUSTOMER_MERGE,
  FORM,
  FORM_SUBMISSION,
  SETTING,
  TASK,
} from './content-types/types';
import { customerMachine } from './domain/customer';
import { formMachine } from './domain/form';
import { submissionMachine } from './domain/submission';
import { taskMachine } from './domain/task';
import { approvalMessages } from './messages/approvals';
import { importMessages } from './messages/customer-import';
import { doctor } from './messages/doctor';
import { en } from './messages/en';
import { events } from './messages/events';
import { formReceived } from './messages/form-received';
import { formMessages } from './messages/forms';
import { mergeMessages } from './messages/merges';
import { memberWelcome } from './messages/member-welcome';
import { roles } from './messages/roles';
import { taskMessages } from './messages/tasks';
import { th } from './messages/th';
import { workflowMessages } from './messages/workflows';
import { approvals } from './services/approvals';
import { customers } from './services/customers';
import { doctorChecks } from './services/doctor-checks';
import { forms } from './services/forms';
import { simulation } from './services/simulation';
import { resolveMembers } from './services/members';
import { tasks } from './services/tasks';
import { templateSources } from './services/template-sources';
import { workflowSubjects } from './services/workflow-subjects';
import { workflowTask } from './services/workflow-task';
import { beginWithOneForm } from './use-cases/forms/first-form';
import { customerFile } from './use-cases/import/customer-file';

export const definition: PluginDefinition = {
  id: 'crm',
  needs: ['platform', 'users-permissions'],
  contentTypes,
  constraints,
  actions,
  reads: [
    { type: CUSTOMER, path: '/customers', staff: true },
    { type: CONTACT, path: '/contacts', staff: true },
    { type: CUSTOMER_CLASS, path: '/customer-classes', staff: true },
    { type: CUSTOMER_MERGE, path: '/customer-merges', staff: true },
    { type: CUSTOMER_IMPORT, path: '/customer-imports', staff: true },
    { type: FORM, path: '/forms', staff: true },
    { type: FORM_SUBMISSION, path: '/form-submissions', staff: true },
    { type: TASK, path: '/tasks', staff: true },
    { type: CUSTOMER_IMPORT_ROW, path: '/customer-import-rows', staff: true, problems: ['reason'] },
  ],
  owners: { [CUSTOMER]: '', [CONTACT]: 'customer', [FORM_SUBMISSION]: 'customer', [TASK]: 'customer' },
  // The log keeps whose an event was; a contact that was named binds nothing.
  movable: {
    [CUSTOMER]: {
      key: 'customerId',
      stays: [CUSTOMER_MERGE, CUSTOMER_DISTINCTION, 'plugin::platform.event'],
      loose: [CONTACT],
    },
  },
  grants,
  conditions,
  series: [
    {
      code: 'customer',
      name: { th: 'รหัสลูกค้า', en: 'Customer codes' },
      words: ['Customer code', 'Customer', 'ลูกค้า'],
      pattern: 'C-{N:6}',
      companyWide: true,
    },
  ],
  templates: [memberWelcome, formReceived],
  templateSources,
  messages: {
    en: {
      ...en,
      ...events.en,
      ...approvalMessages.en,
      ...mergeMessages.en,
      ...importMessages.en,
      ...formMessages.en,
      ...taskMessages.en,
      ...workflowMessages.en,
      ...doctor.en,
      ...roles.en,
    },
    th: {
      ...th,
      ...events.th,
      ...approvalMessages.th,
      ...mergeMessages.th,
      ...importMessages.th,
      ...formMessages.th,
      ...taskMessages.th,
      ...workflowMessages.th,
      ...doctor.th,
      ...roles.th,
    },
  },
  approvals,
  doctor: doctorChecks,
  machines: [customerMachine, customerFile.life, formMachine, submissionMachine, taskMachine],
  jobs: ({ platform }) => [
    importJob('crm.import-customers', platform, customerFile),
    tidyImports('crm.tidy-imports', platform, [customerFile]),
  ],
  services: { customers, forms, tasks },
  workflowSubjects,
  workflowActions: (tools) => [workflowTask(tools)],
  simulation,
  register(tools) {
    decideVisibilityBy(
      async () => (await tools.platform.settings.read<{ salesSee: string }>(SETTING)).salesSee === 'all',
    );
    resolveMembers(tools);
    extendRegistration(tools);
    tellRefusalsInGraphql(tools);
    guardDocuments(tools);
    guardForms(tools);
  },
  bootstrap(tools) {
    mailConfirmationsAfterCommit(tools);
    return beginWithOneForm(tools);
  },
};
