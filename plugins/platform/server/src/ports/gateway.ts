import { recorder, type Recorder } from './recorder';

export interface Charge {
  /** Our id of the payment: the gateway's idempotency key. */
  key: string;
  /** Which gateway: `stripe`, `omise` … */
  gateway: string;
  /** Minor units. */
  amount: bigint;
  currency: string;
  description: string;
}

export interface Charged {
  /** The gateway's own id. */
  id: string;
  state: 'pending' | 'succeeded' | 'failed';
  /** Where the payer goes on, where the gateway asks for it. */
  redirectUrl?: string;
}

export interface GatewayPort {
  charge(charge: Charge): Promise<Charged>;
}

/** Dispatches to the adapters that are installed; each is a GatewayPort of its own. */
export const gateways = (adapters: Readonly<Record<string, GatewayPort>>): GatewayPort => ({
  async charge(charge) {
    const adapter = adapters[charge.gateway];
    if (!adapter) throw new Error(`no adapter for the gateway ${charge.gateway} is installed`);
    return adapter.charge(charge);
  },
});

export function recordingGateway(): GatewayPort & Recorder<Charge> {
  const { record, take } = recorder<Charge, Charged>((_, count) => ({ id: `charge_${count}`, state: 'pending' }));
  return { ...record, charge: take };
}
