import { machine } from '@sanya/strapi-plugin-platform/kernel';

export type ImportState = 'ready' | 'running' | 'finished';

/** Read and looked at, then carried out: once. */
export const importMachine = machine<ImportState, 'start' | 'finish'>({
  type: 'product-import',
  states: ['ready', 'running', 'finished'],
  initial: ['ready'],
  transitions: [
    { verb: 'start', from: ['ready'], to: 'running' },
    { verb: 'finish', from: ['running'], to: 'finished' },
  ],
});
