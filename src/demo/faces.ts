import type { Core } from '@strapi/strapi';
import type { DemoProduct } from './catalogue/product';
import { sure } from './sure';

/** What the demo uses of the plugins' services: their own types live in the plugins. */
export interface Ref {
  id: number;
  documentId: string;
}

export interface Actor {
  kind: 'staff' | 'member' | 'system';
  key: string;
  userId?: number;
  name?: string;
  language?: 'th' | 'en';
  customer?: Ref;
  /** What the roles of a member of staff allow. */
  ability?: unknown;
}

export interface CustomerDraft {
  kind: 'person' | 'organisation' | 'government';
  name: string;
  nameEn?: string;
  taxId?: string;
  branchCode?: string;
  email?: string;
  phone?: string;
  billingAddress?: Record<string, string>;
  language?: 'th' | 'en';
  creditTermsDays?: number;
  wantsPaper?: boolean;
  creditLimit?: bigint;
  owner?: number;
  class?: number;
  contacts?: { name: string; position?: string; email?: string; phone?: string; type?: string; user?: number }[];
}

export interface OrderLineWish {
  product: string;
  price?: string;
  quantity: string;
  details?: string;
  unitPrice?: bigint;
  discount?: bigint;
}

/** As an order line; without a product it says itself what it is. */
export interface QuoteLineWish extends Partial<OrderLineWish> {
  quantity: string;
  description?: string;
  unit?: string;
  kind?: 'goods' | 'service';
  incomeKind?: string;
}

export interface PlacedOrder {
  order: Ref & { number: string; customer: number };
  lines: (Ref & { kind: 'goods' | 'service'; quantity: bigint })[];
  /** Null while it awaits its approval. */
  invoice: (Ref & { number: string; total: bigint; amountDue: bigint; dueDate: string }) | null;
}

/** One that goes on: it is asked to be paid. */
export type InvoicedOrder = PlacedOrder & { invoice: NonNullable<PlacedOrder['invoice']> };

interface Question {
  where(column: string, value: string): Question;
  where(column: string, operator: '<=', value: string): Question;
  orderBy(column: string, direction: 'asc' | 'desc'): Question;
  limit(most: number): Question;
}

export interface Faces {
  as<T>(actor: Actor, work: () => Promise<T>): Promise<T>;
  clock: { now(): string; today(): string };
  rows: {
    byIds<T>(uid: string, ids: readonly number[], options?: object): Promise<(T & Ref)[]>;
    insert(uid: string, rows: readonly Record<string, unknown>[]): Promise<Ref[]>;
    find<T>(
      uid: string,
      narrow: (query: Question, column: (attribute: string) => string) => void,
      options?: object,
    ): Promise<(T & Ref)[]>;
  };
  /** Does what a door of a plugin does, in the name of whoever asks: its answer. */
  does(plugin: string, action: string, body: object, id?: string): Promise<{ documentId: string }>;
  /** Turns the test clock; what falls due in between has run when it answers. */
  runUntil(instant: string): Promise<void>;
  receiveFile(file: { name: string; content: Buffer; owner: string; customer: number }): Promise<Ref>;
  customers: { createCustomers(drafts: readonly CustomerDraft[]): Promise<(Ref & { code: string })[]> };
  catalogue: { createProducts(products: readonly DemoProduct[]): Promise<(Ref & { prices: Ref[] })[]> };
  orders: {
    place(wishes: readonly object[]): Promise<PlacedOrder[]>;
    confirm(ids: readonly number[]): Promise<unknown>;
    fulfil(ids: readonly number[]): Promise<unknown>;
    deliver(wishes: readonly { order: number; lines?: { line: string; quantity?: string }[] }[]): Promise<unknown>;
    close(ids: readonly number[]): Promise<unknown>;
    cancel(wishes: readonly { order: number; reason: string; by: 'customer' | 'staff' }[]): Promise<unknown>;
  };
  quotes: {
    draft(drafts: readonly object[]): Promise<Ref[]>;
    change(changes: readonly { id: number; change: object; lines?: readonly QuoteLineWish[] }[]): Promise<unknown>;
    send(wishes: readonly { id: number; mail: boolean; salesPerson: number | null }[]): Promise<unknown>;
    revise(ids: readonly number[]): Promise<Ref[]>;
    accept(
      wishes: readonly { id: number; via: 'storefront' | 'staff'; name: string; poNumber?: string }[],
    ): Promise<{ placed: PlacedOrder }[]>;
    decline(
      wishes: readonly { id: number; via: 'storefront' | 'staff'; name: string; reason: string | null }[],
    ): Promise<unknown>;
  };
  invoicing: {
    creditWhole(wishes: readonly { invoice: number; reason: string; cause: string }[]): Promise<unknown>;
  };
  payments: {
    dues(invoices: readonly number[]): Promise<{ invoice: number; amountDue: bigint; withheld: bigint }[]>;
    record(list: readonly object[]): Promise<{ payments: Ref[] }>;
    submit(list: readonly object[]): Promise<Ref[]>;
    verify(list: readonly object[]): Promise<unknown>;
    reject(list: readonly { payment: number; reason: string }[]): Promise<unknown>;
    reverse(list: readonly { payment: number; reason: string }[]): Promise<unknown>;
    useCredit(customer: number): Promise<unknown>;
  };
  taxPapers: { closeMonths(months: readonly string[]): Promise<unknown> };
  contracts: { make(wishes: readonly object[]): Promise<Ref[]> };
}

interface Registry {
  all(): { id: string; actions?: readonly { name: string; staff?: { permission: string } }[] }[];
}

interface Rights {
  can(right: string): boolean;
}

export function facesOf(strapi: Core.Strapi): Faces {
  const face = <T>(plugin: string, service: string): T => strapi.plugin(plugin).service(service) as T;
  const { platform, jobs, files, registry, perform } = face<any>('platform', 'core'); // eslint-disable-line @typescript-eslint/no-explicit-any
  return {
    as: platform.as,
    clock: platform.clock,
    rows: platform.rows,
    async does(plugin, name, raw, id) {
      const actions = (registry as Registry).all().find((one) => one.id === plugin)?.actions;
      const action = sure(
        actions?.find((one) => one.name === name),
        `the action ${plugin}.${name}`,
      );
      const caller = platform.caller();
      const right = `plugin::${plugin}.${action.staff?.permission ?? ''}`;
      if (!(caller.ability as Rights | undefined)?.can(right)) throw new Error(`${caller.name} may not ${right}`);
      const asked = { caller, raw, params: id ? { id } : {}, query: {}, files: [] };
      return (await perform(plugin, action, asked)).body;
    },
    runUntil: (instant) => jobs.runDue(instant),
    receiveFile: async (file) => (await files.receive([file]))[0],
    customers: face('crm', 'customers'),
    catalogue: face('sales', 'catalogue'),
    orders: face('sales', 'orders'),
    quotes: face('sales', 'quotes'),
    invoicing: face('billing', 'invoicing'),
    payments: face('billing', 'payments'),
    taxPapers: face('billing', 'taxPapers'),
    contracts: face('contracts', 'contracts'),
  };
}
