import { type Machine, machine } from '../../../kernel/src';

export type ImportState = 'ready' | 'running' | 'finished';

/** Read and looked at, then carried out: once. */
export const importLife = (type: string): Machine<ImportState, 'start' | 'finish'> =>
  machine<ImportState, 'start' | 'finish'>({
    type,
    states: ['ready', 'running', 'finished'],
    initial: ['ready'],
    transitions: [
      { verb: 'start', from: ['ready'], to: 'running' },
      { verb: 'finish', from: ['running'], to: 'finished' },
    ],
  });
