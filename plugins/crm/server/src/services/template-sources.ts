import type { TemplateSource, Tools } from '@sanya/strapi-plugin-platform/kit';
import { CONTACT, FORM_SUBMISSION } from '../content-types/types';
import { welcomeData } from '../domain/member';
import { customerStore } from '../stores/customers';
import { formStore } from '../stores/forms';
import { submissionStore } from '../stores/submissions';
import { userStore } from '../stores/users';
import { receivedData } from '../use-cases/forms/submit-forms';

/** What staff see the mails of crm with while they edit them. */
export const templateSources = ({ platform }: Tools): TemplateSource[] => [
  {
    templates: ['member-welcome'],
    type: CONTACT,
    names: ['name', 'email'],
    where: { isMember: true },
    async dataOf(id) {
      const [contact] = await platform.rows.byIds<{ customer: number; user: number | null }>(CONTACT, [id], {
        fields: ['customer', 'user'],
      });
      const [customer] = contact ? await customerStore(platform).byIds([contact.customer]) : [];
      const [login] = contact?.user ? await userStore(platform).byIds([contact.user]) : [];
      return customer && login && welcomeData(customer.name, customer.code, login.username);
    },
  },
  {
    templates: ['form-received'],
    type: FORM_SUBMISSION,
    names: ['name', 'email'],
    async dataOf(id, language) {
      const [submission] = await submissionStore(platform).byIds([id]);
      const [form] = submission ? await formStore(platform).byIds([submission.form]) : [];
      return form && receivedData(form, language);
    },
  },
];
