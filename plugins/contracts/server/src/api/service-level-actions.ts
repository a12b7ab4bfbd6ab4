import { notFound } from '@sanya/strapi-plugin-platform/kernel';
import { defineAction } from '@sanya/strapi-plugin-platform/kit';
import { z } from 'zod';
import { CONTRACT } from '../content-types/types';
import { contractsStore } from '../stores/contracts';
import { setServiceLevels } from '../use-cases/set-service-levels';
import { contract, heldServiceLevel } from './answers';
import { serviceLevelView } from './service-level-views';
import { contractView } from './views';

export const serviceLevelActions = [
  defineAction({
    name: 'contractServiceLevel',
    summary: 'Which service is promised in a contract: what it says itself, else what is usual for its customer',
    subject: CONTRACT,
    storefront: { method: 'GET', path: '/contracts/:id/service-level', who: 'member' },
    staff: { method: 'GET', path: '/contracts/:id/service-level', permission: 'contract.find' },
    input: z.strictObject({}),
    output: z.strictObject({ serviceLevel: heldServiceLevel.nullable() }).meta({ id: 'ContractServiceLevel' }),
    writes: false,
    graphql: 'query',
    run: async ({ platform, caller, subject }) => {
      const [row] = await contractsStore(platform.rows).byIds([subject.id]);
      if (!row || (caller.kind !== 'staff' && row.state === 'draft')) throw notFound('row.not_found', { field: 'id' });
      return { serviceLevel: await serviceLevelView(platform, row) };
    },
  }),
  defineAction({
    name: 'setContractServiceLevel',
    summary: 'Agree on a service level in a contract, whatever the class of its customer; null lets the class decide',
    subject: CONTRACT,
    staff: { method: 'POST', path: '/contracts/:id/service-level', permission: 'contract.edit' },
    /** Code of the level. */
    input: z.strictObject({ serviceLevel: z.string().max(40).nullable() }),
    output: contract,
    graphql: 'none',
    run: async (call) => {
      await setServiceLevels(call, [{ id: call.subject.id, serviceLevel: call.input.serviceLevel }]);
      return contractView(call.platform, call.subject.id);
    },
  }),
] as const;
