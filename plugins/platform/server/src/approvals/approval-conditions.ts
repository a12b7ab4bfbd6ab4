import type { Core } from '@strapi/types';
import type { Condition } from '../../../kit/src/plugin';
import type { Registry } from '../core/registry';
import { declaredKinds } from './create-approvals';
import { createPeople } from './people';

export const APPROVALS_TO_SEE = 'plugin::platform.approvals-to-see';

type Kinds = (user: number) => Promise<string[]>;

/** Conditions are declared before there is a Strapi to ask: the platform tells them who decides what when it starts. */
const deciding: { of: Kinds } = { of: async () => [] };

export function tellWhoDecides(strapi: Core.Strapi, registry: Registry): void {
  const people = createPeople(strapi);
  deciding.of = async (user) => {
    const kinds = declaredKinds(registry);
    const held = await people.heldBy(
      user,
      kinds.map((kind) => kind.right),
    );
    return kinds.filter((kind) => held.has(kind.right)).map((kind) => kind.code);
  };
}

/** Who decides a kind sees its questions; everybody sees what they have asked. */
export const approvalConditions: readonly Condition[] = [
  {
    name: 'approvals-to-see',
    handler: async (user) => ({
      $or: [{ askedBy: `staff:${user.id}` }, { kind: { $in: await deciding.of(user.id) } }],
    }),
  },
];
