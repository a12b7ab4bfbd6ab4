import type { Platform, Ref } from '@sanya/strapi-plugin-platform/kit';
import { USER } from '../content-types/types';

export type UserRow = Ref & { username: string; email: string };

const FIELDS = ['username', 'email'];

/** Members' log-ins: the table is users-permissions', who alone writes it. */
export const userStore = ({ rows }: Platform) => ({
  byIds: (ids: readonly number[]): Promise<UserRow[]> => rows.byIds<UserRow>(USER, ids, { fields: FIELDS }),

  /** Log-ins that would clash: both the name and the mail can be typed at log-in, so each is looked for among both. */
  clashing: (email: string, username: string): Promise<UserRow[]> =>
    rows.find<UserRow>(
      USER,
      (query, column) =>
        void query
          .whereRaw('lower(??) in (?, ?)', [column('email'), email.toLowerCase(), username.toLowerCase()])
          .orWhereIn(column('username'), [username, email.toLowerCase()])
          .limit(2),
      { fields: FIELDS },
    ),
});
