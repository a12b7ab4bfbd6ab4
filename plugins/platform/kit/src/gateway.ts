/** Which of them are built in. */
export const GATEWAYS = ['stripe', 'omise'] as const;
export type GatewayName = (typeof GATEWAYS)[number];

/** A card that a gateway keeps, by the gateway's own ids; its number is nowhere else. */
export interface CardReference {
  /** Who pays, as the gateway knows them. */
  customer: string;
  card: string;
}

/** What may be shown of it. */
export interface KeptCard extends CardReference {
  brand: string;
  lastFour: string;
  expiryMonth: number;
  expiryYear: number;
}

export interface ChargeRequest {
  gateway: GatewayName;
  /** Our id of the payment: the gateway's idempotency key, and kept by the gateway with the charge. */
  key: string;
  /** Minor units. */
  amount: bigint;
  currency: string;
  description: string;
  /** What the gateway's own script made of the card; absent: the payer names it at the gateway. */
  card?: string;
  /** Instead of `card`: one that the gateway keeps. */
  saved?: CardReference;
  /** The payer agrees that the gateway keeps the card for later; null: it does not know them yet. */
  keep?: { customer: string | null };
  /** Where the payer comes back to from the bank. */
  returnUrl?: string;
}

/** How a charge stands, in the gateway's books. */
export interface Charge {
  /** The gateway's own id; null where it refused before it made one. */
  id: string | null;
  /** Our id of it, as the gateway keeps it. */
  key: string | null;
  state: 'pending' | 'succeeded' | 'failed';
  /** What was paid of a succeeded one, what is asked for of another: minor units. */
  amount: bigint;
  currency: string;
  /** What the gateway keeps of it, where it says so. */
  fee: bigint | null;
  paidAt: string | null;
  /** What of it went back. */
  refunded: bigint;
  /** Why it failed, in the gateway's word: `card_declined`. */
  failure: string | null;
  /** Where the payer goes on, where the bank asks for it. */
  redirectUrl: string | null;
  /** With it the gateway's script in the payer's browser goes on. */
  clientSecret: string | null;
  /** The card that the gateway keeps since it was charged, because the payer agreed. */
  kept?: KeptCard | null;
}

export interface GatewayRefund {
  /** The gateway's own id; null where it refused before it made one. */
  id: string | null;
  state: 'pending' | 'succeeded' | 'failed';
  amount: bigint;
  /** Why nothing goes back, in the gateway's word: `charge_already_refunded`. */
  failure: string | null;
}

/** What a gateway tells of its own accord, its signature checked. */
export interface GatewayEvent {
  /** The gateway's id of it: the same each time that it is told. */
  id: string;
  /** The gateway's word: `payment_intent.succeeded`. */
  kind: string;
  about: 'charge' | 'refund' | 'dispute' | 'other';
  /** Money moved by it. */
  moves: boolean;
  charge: string | null;
  /** Our id of the charge, where the event says it. */
  key: string | null;
  dispute: 'open' | 'won' | 'lost' | null;
}

export interface SignedMessage {
  /** As it came, byte for byte. */
  body: Buffer;
  header: (name: string) => string;
}

/** What of a gateway the environment names. */
export interface Wired {
  secret: boolean;
  webhookSecret: boolean;
  /** Real money, by the key. */
  live: boolean;
}

/**
 * Card money, whichever gateway takes it. Whatever is thrown leaves open what the gateway did: ask it. A refusal, a
 * declined card say, is an answer.
 */
export interface GatewayPort {
  charge(request: ChargeRequest): Promise<Charge>;
  ask(gateway: GatewayName, id: string): Promise<Charge>;
  /** The charge of a payment whose answer was lost; null: the gateway knows of none since that instant. */
  find(gateway: GatewayName, key: string, since: string): Promise<Charge | null>;
  /** Nobody can pay it any more; answers how it stands then, for it may have been paid at the last moment. */
  abandon(gateway: GatewayName, id: string): Promise<Charge>;
  /** Sends back a part or all of a charge. Asked again with the same key it sends nothing, and says how that stands now. */
  refund(gateway: GatewayName, refund: { charge: string; amount: bigint; key: string }): Promise<GatewayRefund>;
  /** The gateway keeps a card no longer; one that it does not know is gone already. */
  forget(gateway: GatewayName, card: CardReference): Promise<void>;
  /** Reads what the gateway told; refuses what it has not signed, or signed too long ago. */
  read(gateway: GatewayName, message: SignedMessage): Promise<GatewayEvent>;
  wired(gateway: GatewayName): Wired;
}
