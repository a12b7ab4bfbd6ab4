import { doorsOf, type DoorsOf } from '@sanya/strapi-plugin-platform/ui';
import type { actions } from '../../server/src/api/actions';

/** The staff doors of this plugin, by method and path, as its actions declare them. */
export type ContractsDoors = DoorsOf<'contracts', (typeof actions)[number]>;

export const { useAsk, useAnswer } = doorsOf<ContractsDoors>();
