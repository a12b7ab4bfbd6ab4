import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { contactStore } from '../stores/contacts';
import { userStore } from '../stores/users';
import { registerMembers } from './register-members';

/**
 * Members who came by a provider's log-in, or whom staff made, have no contact before their first use: they get it, and
 * a customer with it. Two first uses at once: the unique index lets one pass, the other finds what it made.
 */
export async function ensureMemberCustomers(
  { platform }: Pick<Tools, 'platform'>,
  userIds: readonly number[],
): Promise<void> {
  const missing = async (): Promise<number[]> => {
    const there = new Set((await contactStore(platform).ofUsers(userIds)).map((contact) => contact.user));
    return userIds.filter((id) => !there.has(id));
  };
  const ids = await missing();
  if (ids.length === 0) return;
  const logins = await userStore(platform).byIds(ids);
  try {
    await registerMembers(
      { platform },
      logins.map((login) => ({ login, draft: {} })),
    );
  } catch (error) {
    if ((await missing()).length > 0) throw error;
  }
}
