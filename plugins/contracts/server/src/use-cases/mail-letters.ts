import { formatDate } from '@sanya/strapi-plugin-platform/kernel';
import type { NewDelivery, Tools } from '@sanya/strapi-plugin-platform/kit';
import { CONTRACT, CUSTOMER } from '../content-types/types';
import { numbersOf } from '../domain/suspension-letter';
import { SUSPENSION_LETTER } from '../services/suspension-letter';
import { contractsStore } from '../stores/contracts';
import { openOf } from './credit-unused';
import { letterParties } from './letter-parties';
import { type ContractCustomer, readContracts } from './lock-contracts';

/** Letters about services that were suspended for debt just now, where no other mail brings them. */
export async function mailLetters(tools: Tools, contracts: readonly number[]): Promise<void> {
  const { platform, strapi } = tools;
  if (contracts.length === 0) return;
  const owners = (await contractsStore(platform.rows).byIds(contracts)).map(({ customer }) => customer);
  const customers = await platform.rows.byIds<ContractCustomer>(CUSTOMER, owners);
  const parties = await letterParties(strapi).of(owners);
  const found = await readContracts(tools, contracts, { customers });
  await platform.mail.queue(
    found.flatMap((one): NewDelivery[] => {
      const { contract, customer, lines } = one;
      const off = openOf(one);
      const email = parties.get(customer.id)?.buyer?.email;
      if (!off?.letter || !email) return [];
      return [
        {
          ...{ template: 'service-suspended', to: email, language: customer.language, customer: customer.id },
          data: {
            ...{ customer: customer.name, contract: contract.number ?? '', serviceId: contract.serviceId ?? '' },
            on: formatDate(off.startsOn, customer.language),
            invoices: numbersOf(off.letter.debts),
            services: lines.map(({ description }) => description).join(', '),
          },
          documents: [{ kind: SUSPENSION_LETTER, id: off.id }],
          about: { type: CONTRACT, documentId: contract.documentId, name: contract.number ?? '' },
          key: `suspension:${off.documentId}`,
        },
      ];
    }),
  );
}
