import type { Constraint } from '../../../../kit/src/constraints';
import { type DoctorCheck, well, wrong } from '../../../../kit/src/doctor';
import type { Tools } from '../../../../kit/src/plugin';
import { expectedGuards, guardsInForce } from '../../guards/expected-guards';

const NAMED = 5;

/** Names, and how many more there are. */
export const some = (names: readonly string[]): string =>
  names.length > NAMED ? `${names.slice(0, NAMED).join(', ')} … (+${names.length - NAMED})` : names.join(', ');

/** What the database itself must refuse: freezing triggers, unique indexes, checks, keys that must hold. */
export const guardsCheck = (
  { strapi, platform }: Tools,
  { constraintList }: { constraintList: () => readonly Constraint[] },
): DoctorCheck => ({
  name: 'guards',
  async run() {
    const expected = expectedGuards(strapi, constraintList());
    const guards = await guardsInForce(strapi, await platform.rows.knex());
    const missing = expected.filter((name) => !guards.has(name));
    return missing.length === 0
      ? [well('guards', { count: expected.length })]
      : [wrong('guards_missing', { count: missing.length, names: some(missing) })];
  },
});
