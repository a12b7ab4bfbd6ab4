import type { Beside } from '@sanya/strapi-plugin-platform/kit';
import { z } from 'zod';
import { CONTRACT } from '../content-types/types';
import { entitlementsAnswer } from './entitlement-shapes';
import { entitlementsView } from './entitlement-views';

/** Whoever reads a contract of theirs sees what was used of it and what is left. */
export const entitlementsLeft: Beside = {
  output: z.strictObject({ entitlements: entitlementsAnswer.shape.entitlements }).meta({ id: 'EntitlementsLeft' }),
  async of({ platform }, documentId) {
    const [row] = await platform.rows.find(
      CONTRACT,
      (query, column) => void query.where(column('documentId'), documentId),
      { fields: [] },
    );
    const view = row && (await entitlementsView(platform, row.id));
    return { entitlements: view?.entitlements ?? [] };
  },
};
