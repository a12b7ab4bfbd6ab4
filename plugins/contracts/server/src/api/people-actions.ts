import { defineAction, type Tools } from '@sanya/strapi-plugin-platform/kit';
import { z } from 'zod';
import { CONTRACT } from '../content-types/types';
import { peopleStore } from '../stores/people';
import { staffNames } from '../stores/staff';
import { setPeople } from '../use-cases/set-people';
import { maybe } from './shapes';

const MOST_PEOPLE = 20;

const contractPeople = z
  .strictObject({
    /** Whoever is asked for first, first. */
    people: z.array(
      z.strictObject({ id: z.int(), name: z.string(), part: z.string().nullable() }).meta({ id: 'ContractPerson' }),
    ),
  })
  .meta({ id: 'ContractPeople' });

async function peopleView({ platform, strapi }: Pick<Tools, 'platform' | 'strapi'>, contract: number) {
  const people = await peopleStore(platform.rows).ofContracts([contract]);
  const names = await staffNames(
    strapi,
    people.map(({ person }) => person),
  );
  return { people: people.map(({ person, part }) => ({ id: person, name: names.get(person) ?? `#${person}`, part })) };
}

export const peopleActions = [
  defineAction({
    name: 'contractPeople',
    summary: 'Which members of staff have a part in a contract, beside whoever looks after its customer',
    subject: CONTRACT,
    staff: { method: 'GET', path: '/contracts/:id/people', permission: 'contract.find' },
    input: z.strictObject({}),
    output: contractPeople,
    writes: false,
    graphql: 'none',
    run: (call) => peopleView(call, call.subject.id),
  }),
  defineAction({
    name: 'setContractPeople',
    summary: 'Say which members of staff have a part in a contract, and which: all of them at once',
    subject: CONTRACT,
    staff: { method: 'POST', path: '/contracts/:id/people', permission: 'contract.edit' },
    input: z.strictObject({
      people: z.array(z.strictObject({ id: z.int().positive(), part: maybe(60) })).max(MOST_PEOPLE),
    }),
    output: contractPeople,
    graphql: 'none',
    run: async (call) => {
      const people = call.input.people.map(({ id, part }) => ({ person: id, part: part ?? null }));
      await setPeople(call, [{ id: call.subject.id, people }]);
      return peopleView(call, call.subject.id);
    },
  }),
] as const;
