import type { actions } from '../../server/src/actions';
import { doorsOf, type DoorsOf } from './ui';

/** The staff doors of this plugin, by method and path, as its actions declare them. */
export type PlatformDoors = DoorsOf<'platform', (typeof actions)[number]>;

export const { useAsk, useAnswer } = doorsOf<PlatformDoors>();
