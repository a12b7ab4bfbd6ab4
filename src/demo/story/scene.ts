import type { Actor, CustomerDraft, Faces, InvoicedOrder, PlacedOrder, Ref } from '../faces';
import type { StaffRole } from '../logins';
import type { Random } from '../random';
import type { Timeline } from '../timeline';

export interface DemoCustomer extends Ref {
  draft: CustomerDraft;
  /** Who orders at the storefront, where the customer is a member. */
  member: Actor | null;
  onTerms: boolean;
}

export interface SoldProduct {
  documentId: string;
  /** Document ids of its prices by how often they are charged. */
  prices: Record<string, string>;
}

/** Everything that a story needs to happen. */
export interface Scene {
  faces: Faces;
  random: Random;
  timeline: Timeline;
  staff: Record<StaffRole, Actor>;
  customers: DemoCustomer[];
  products: Map<string, SoldProduct>;
  /** Invoices of customers on credit terms that wait for their payment day. */
  owed: Map<number, number[]>;
  /** A bank's reference, another each time. */
  reference(): string;
}

export interface Story extends Scene {
  customer: DemoCustomer;
  placed: InvoicedOrder;
  /** Does something so many days from now, as that member of staff. */
  after(days: number, role: StaffRole, work: () => Promise<unknown>): void;
}

const isInvoiced = (placed: PlacedOrder): placed is InvoicedOrder => placed.invoice !== null;

/** What may become of an order from the day on which it was placed; nothing of one that waits for an approval. */
export function storyOf(scene: Scene, customer: DemoCustomer, placed: PlacedOrder): Story | undefined {
  if (!isInvoiced(placed)) return undefined;
  return {
    ...scene,
    customer,
    placed,
    after(days, role, work) {
      scene.timeline.on(scene.timeline.day + days, async () => {
        await asStaff(scene, role, work);
      });
    },
  };
}

export const asStaff = <T>(scene: Scene, role: StaffRole, work: () => Promise<T>): Promise<T> =>
  scene.faces.as(scene.staff[role], work);

/** Staff do at their doors what is seldom done: the answer of the door. */
export const asks = (scene: Scene, role: StaffRole, plugin: string, action: string, body: object, id?: string) =>
  asStaff(scene, role, () => scene.faces.does(plugin, action, body, id));
