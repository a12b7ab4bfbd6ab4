import type { Core } from '@strapi/types';
import type { Knex } from 'knex';

const codesOf = async (knex: Knex): Promise<Set<string>> => {
  const rows = (await knex('admin_roles').select('code')) as { code: string }[];
  return new Set(rows.map(({ code }) => code));
};

/** A process of `npm run doctor`: it leaves the guards in the database as it finds them. */
export const isExamining = (env: NodeJS.ProcessEnv = process.env): boolean => env.SANYA_DOCTOR === 'true';

/** The roles that there were before this process started: a start makes those that are missing. */
export function createFoundBefore(strapi: Core.Strapi, knex: () => Promise<Knex>) {
  let before: Set<string> | undefined;
  return {
    async note(): Promise<void> {
      // A site that was never started has no tables yet.
      const started = await strapi.db.connection.schema.hasTable('admin_roles');
      before = started ? await codesOf(strapi.db.connection) : new Set();
    },
    roles: async (): Promise<Set<string>> => before ?? codesOf(await knex()),
  };
}

export type FoundBefore = ReturnType<typeof createFoundBefore>;
