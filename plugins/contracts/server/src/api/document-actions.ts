import { notFound } from '@sanya/strapi-plugin-platform/kernel';
import { defineAction, documentFile, fileAnswer } from '@sanya/strapi-plugin-platform/kit';
import { z } from 'zod';
import { CONTRACT } from '../content-types/types';
import { contractsStore } from '../stores/contracts';

export const documentActions = [
  defineAction({
    name: 'contractDocument',
    summary: 'The contract as PDF, with its clauses; staff see a draft as it would be agreed',
    subject: CONTRACT,
    storefront: { method: 'GET', path: '/contracts/:id/document', who: 'member', limitPerMinute: 60 },
    staff: { method: 'GET', path: '/contracts/:id/document', permission: 'contract.find' },
    input: z.strictObject({ lang: z.enum(['th', 'en']).optional() }),
    output: fileAnswer,
    writes: false,
    graphql: 'none',
    run: async (call) => {
      const { platform, caller, subject } = call;
      const [contract] = await contractsStore(platform.rows).byIds([subject.id]);
      if (caller.kind !== 'staff' && contract?.state === 'draft') throw notFound('row.not_found', { field: 'id' });
      return documentFile(call, 'contract', subject.id);
    },
  }),
] as const;
