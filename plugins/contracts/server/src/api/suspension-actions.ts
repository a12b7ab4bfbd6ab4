import { z } from 'zod';
import { defineAction, documentFile, fileAnswer } from '@sanya/strapi-plugin-platform/kit';
import { SUSPENSION } from '../content-types/types';
import { SUSPENSION_LETTER } from '../services/suspension-letter';

const inLanguage = z.object({ lang: z.enum(['th', 'en']).optional() });

export const suspensionActions = [
  defineAction({
    name: 'suspensionLetter',
    summary: 'The letter about a service that was suspended for debt, as PDF',
    subject: SUSPENSION,
    storefront: { method: 'GET', path: '/suspensions/:id/document', who: 'member', limitPerMinute: 60 },
    staff: { method: 'GET', path: '/suspensions/:id/document', permission: 'contract.letter' },
    graphql: 'none',
    writes: false,
    input: inLanguage,
    output: fileAnswer,
    run: (call) => documentFile(call, SUSPENSION_LETTER, call.subject.id),
  }),
] as const;
