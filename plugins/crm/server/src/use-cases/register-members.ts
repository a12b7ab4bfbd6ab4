import type { NewEvent, Tools } from '@sanya/strapi-plugin-platform/kit';
import { CONTACT, CUSTOMER } from '../content-types/types';
import { decideMember, type MemberDraft, welcomeData } from '../domain/member';
import type { UserRow } from '../stores/users';
import { createCustomers, type CreatedCustomer } from './create-customers';
import { renameField } from './fields';

export interface NewMember {
  login: UserRow;
  draft: MemberDraft;
}

const MEMBER_FIELDS: Record<string, string> = { branchCode: 'branch', billingAddress: 'address' };

/** A field of a customer as a member's doors call it. */
export const memberField = (field: string): string =>
  field.replace(/branchCode|billingAddress/, (part) => MEMBER_FIELDS[part] ?? part);

/**
 * The customer, the contact and the welcome of members whose log-ins were just made. Each is a customer of its own: one
 * who should belong to a customer that is there is linked by staff.
 */
export async function registerMembers(
  { platform }: Pick<Tools, 'platform'>,
  members: readonly NewMember[],
): Promise<CreatedCustomer[]> {
  return platform.transaction(async () => {
    const customers = await renameField(memberField, () =>
      createCustomers(
        { platform },
        members.map(({ login, draft }) => {
          const { customer, contact } = decideMember(login, draft);
          return { ...customer, contacts: [{ ...contact, user: login.id }] };
        }),
      ),
    );
    await platform.events.record(
      members.flatMap(({ login, draft }, index): NewEvent[] => {
        const customer = customers[index];
        const [contact] = customer?.contacts ?? [];
        if (!customer || !contact) return [];
        const after = { username: login.username, email: login.email, referral: draft.referral ?? null };
        return [{ name: 'member.registered', subject: { type: CONTACT, ...contact }, customer: customer.id, after }];
      }),
    );
    await platform.mail.queue(
      members.flatMap(({ login }, index) => {
        const customer = customers[index];
        if (!customer) return [];
        const { name, language } = customer.facts;
        return [
          {
            template: 'member-welcome',
            to: login.email,
            language,
            customer: customer.id,
            data: welcomeData(name, customer.code, login.username),
            about: { type: CUSTOMER, documentId: customer.documentId, name: customer.code },
            key: `member:${login.id}`,
          },
        ];
      }),
    );
    return customers;
  });
}
