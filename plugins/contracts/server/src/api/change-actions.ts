import { conflict } from '@sanya/strapi-plugin-platform/kernel';
import { type Call, defineAction } from '@sanya/strapi-plugin-platform/kit';
import type { z } from 'zod';
import { CONTRACT } from '../content-types/types';
import { contractsStore } from '../stores/contracts';
import { changeContracts } from '../use-cases/change-contracts';
import type { ChangeWish } from '../use-cases/change-wishes';
import type { NewLine } from '../use-cases/make-contracts';
import { must } from '../use-cases/must';
import { planContractChange } from '../use-cases/plan-change';
import { contract } from './answers';
import { changePreview } from './change-answers';
import { changeInput } from './change-shapes';
import { changeView } from './change-view';
import { lineOf } from './contract-actions';
import { contractAsIs, contractView } from './views';

type ChangeCall = Call<z.output<typeof changeInput>>;

/** Customers choose among what is on sale, and how many; days, prices and what comes and goes is agreed with staff. */
function checkOwn({ lines, on, remove, add }: ChangeCall['input']): void {
  const line = lines.findIndex(
    ({ unitPrice, discount, description }) =>
      unitPrice !== undefined || discount !== undefined || description !== undefined,
  );
  const field = on ? 'on' : remove.length > 0 ? 'remove' : add.length > 0 ? 'add' : line >= 0 ? `lines.${line}` : null;
  if (field !== null) throw conflict('contract.not_yours_to_change', { field });
}

async function wishOf({ platform, caller, subject, input }: ChangeCall): Promise<ChangeWish> {
  const byCustomer = caller.kind === 'member';
  if (byCustomer) checkOwn(input);
  const add: NewLine[] = [];
  if (input.add.length > 0) {
    const [contract] = await contractsStore(platform.rows).byIds([subject.id]);
    const customer = must(contract).customer;
    for (const [index, line] of input.add.entries()) {
      add.push(await lineOf(platform, line, { at: `add.${index}`, customer }));
    }
  }
  const { when, on = null, lines, remove, reason = null } = input;
  return { id: subject.id, when, on, lines, remove, add, reason, byCustomer };
}

export const changeActions = [
  defineAction({
    name: 'changeContract',
    summary:
      'Change products, prices and quantities, take lines off or add some, at once or after the period that runs',
    subject: CONTRACT,
    storefront: { method: 'POST', path: '/contracts/:id/change', who: 'member' },
    staff: { method: 'POST', path: '/contracts/:id/change', permission: 'contract.change' },
    input: changeInput,
    output: contract,
    run: async (call) => {
      await changeContracts(call, [await wishOf(call)]);
      return contractView(call.platform, call.subject.id);
    },
  }),
  defineAction({
    name: 'previewChangeContract',
    summary: 'What a change would charge and credit, and why; writes nothing',
    subject: CONTRACT,
    storefront: { method: 'POST', path: '/contracts/:id/change/preview', who: 'member' },
    staff: { method: 'POST', path: '/contracts/:id/change/preview', permission: 'contract.change' },
    input: changeInput,
    output: changePreview,
    writes: false,
    graphql: 'query',
    run: async (call) => {
      const found = await contractAsIs(call, call.subject.id);
      return found && changeView(call.platform, await planContractChange(call, found, await wishOf(call)), found);
    },
  }),
] as const;
