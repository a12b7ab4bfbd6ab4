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

  /**
   * Lets one registration in at a time for each of these names, until its transaction ends: core looks before it inserts,
   * so of several at one moment with one mail all would pass. Not an index: the table is not ours, and a site may have
   * let one mail have an account with each provider. SQLite lets one transaction in at a time anyway.
   */
  async queueUp(names: readonly string[]): Promise<void> {
    if (rows.dialect !== 'postgres') return;
    const knex = await rows.knex();
    const keys = [...new Set(names.map((name) => name.toLowerCase()))].sort();
    for (const key of keys) await knex.raw('select pg_advisory_xact_lock(7261491, hashtext(?))', [key]);
  },
});
