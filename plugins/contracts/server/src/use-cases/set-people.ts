import { badInput } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { peopleStore } from '../stores/people';
import { responsibleStaff, staffNames } from '../stores/staff';
import { contractEvent } from './contract-events';
import { lockContracts } from './lock-contracts';
import { must } from './must';
import { checkNotOver } from './not-active';

interface Part {
  /** An admin user. */
  person: number;
  part: string | null;
}

export interface PeopleWish {
  /** Row id. */
  id: number;
  /** Whoever is asked for first, first; nobody twice. */
  people: readonly Part[];
}

/** Which members of staff have a part in contracts, beside whoever looks after the customer. */
export async function setPeople({ platform, strapi }: Tools, wishes: readonly PeopleWish[]): Promise<void> {
  const named = wishes.flatMap(({ people }) => people.map(({ person }) => person));
  const working = await responsibleStaff(strapi, named);
  if (named.some((person) => !working.has(person))) throw badInput('staff.unknown', { field: 'people' });
  await platform.transaction(async () => {
    const locked = await lockContracts(
      { platform },
      wishes.map(({ id }) => id),
    );
    locked.forEach(({ contract }) => checkNotOver(contract));
    const store = peopleStore(platform.rows);
    const before = await store.ofContracts(locked.map(({ contract }) => contract.id));
    const set = locked.map(({ contract }) => ({ contract, ...must(wishes.find(({ id }) => id === contract.id)) }));
    await store.remove(before.map(({ id }) => id));
    await store.insert(
      set.flatMap(({ id, people }) =>
        people.map(({ person, part }, index) => ({ contract: id, person, part, position: index + 1 })),
      ),
    );
    const names = await staffNames(strapi, [...named, ...before.map(({ person }) => person)]);
    const told = (people: readonly Part[]) => ({
      people: people.map(({ person, part }) => ({ person, part })),
      staff: people.map(({ person, part }) => [names.get(person), part].filter(Boolean).join(' · ')).join(', '),
    });
    await platform.events.record(
      set.map(({ contract, id, people }) => ({
        ...contractEvent('contract.people_set', contract, { state: contract.state, ...told(people) }),
        before: { state: contract.state, ...told(before.filter((one) => one.contract === id)) },
      })),
    );
  });
}
