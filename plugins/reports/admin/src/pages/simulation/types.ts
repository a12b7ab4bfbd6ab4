import type { Simulated } from '@sanya/strapi-plugin-platform/kit';

export type Simulation = Simulated;
export type SimulatedEvent = Simulation['events'][number];
