import type { Language } from '@sanya/strapi-plugin-platform/kernel';
import type { TemplateSource, Tools } from '@sanya/strapi-plugin-platform/kit';
import { CONTRACT, CUSTOMER } from '../content-types/types';
import { contractsStore } from '../stores/contracts';
import { renewalsStore } from '../stores/renewals';
import { type ContractCustomer, readContracts } from '../use-cases/lock-contracts';
import { lostRights } from '../use-cases/renewals/lost-rights';
import { renewalTeller } from '../use-cases/renewals/renewal-mails';

/** What staff see the mails about renewals with while they edit them: contracts of which there is something to tell. */
export function renewalTemplateSources(tools: Tools): TemplateSource[] {
  const { platform } = tools;

  async function dataOf(id: number, language: Language): Promise<Record<string, unknown> | undefined> {
    const [contract] = await contractsStore(platform.rows).byIds([id]);
    const renewal = (await renewalsStore(platform.rows).ofContracts([id])).at(-1);
    if (!contract || !renewal) return undefined;
    const customers = await platform.rows.byIds<ContractCustomer>(CUSTOMER, [contract.customer]);
    const [one] = await readContracts(tools, [id], { customers });
    if (!one) return undefined;
    const told = { ...one, renewal };
    const lost = contract.state === 'ended' ? await lostRights(tools, [one]) : undefined;
    return (await renewalTeller(tools, [told], null)).dataOf({ one: told, term: null, lost }, language);
  }

  const about = { type: CONTRACT, names: ['number'], dataOf };
  return [
    {
      ...about,
      templates: ['renewal-notice', 'renewal-staff', 'renewal-offer', 'renewal-renewed'],
      where: { renewals: { id: { $notNull: true } } },
    },
    {
      ...about,
      templates: ['renewal-lapsed', 'renewal-lapsed-staff'],
      where: { renewals: { state: { $in: ['lapsed', 'won_back'] } } },
    },
  ];
}
