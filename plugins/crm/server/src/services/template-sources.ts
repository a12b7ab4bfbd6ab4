import type { TemplateSource, Tools } from '@sanya/strapi-plugin-platform/kit';
import { CONTACT } from '../content-types/types';
import { welcomeData } from '../domain/member';
import { customerStore } from '../stores/customers';
import { userStore } from '../stores/users';

/** What staff see the welcome of members with while they edit it. */
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
];
