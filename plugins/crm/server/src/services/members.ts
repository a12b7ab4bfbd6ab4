import type { Ref, Tools } from '@sanya/strapi-plugin-platform/kit';
import { contactStore } from '../stores/contacts';
import { ensureMemberCustomers } from '../use-cases/ensure-member-customers';

/** Tells the platform whose a member's rows are. */
export function resolveMembers({ platform }: Tools): void {
  const store = contactStore(platform);
  platform.members.resolveWith(async (userId): Promise<Ref | undefined> => {
    const known = await store.customerOfUser(userId);
    if (known) return known;
    await platform.as({ kind: 'member', key: `member:${userId}`, userId }, () =>
      ensureMemberCustomers({ platform }, [userId]),
    );
    return store.customerOfUser(userId);
  });
}
