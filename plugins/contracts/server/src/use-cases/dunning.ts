import type { Core } from '@strapi/types';
import type { CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import type { Ref } from '@sanya/strapi-plugin-platform/kit';

/** An invoice that is still owed after a step of dunning that suspended or ended what it bills. */
export interface HardDebt extends Ref {
  number: string;
  customer: number;
  dueDate: CivilDate;
  amountDue: bigint;
  currency: string;
  action: 'suspend' | 'terminate';
}

/** What contracts ask of dunning: the part of its face that is used here. */
export interface Dunning {
  /** Those of these invoices; `givenUpToo`: also those of which nobody expects to be paid any more. */
  stillHard(invoices: readonly number[], owed?: { givenUpToo?: boolean }): Promise<HardDebt[]>;
  /** Papers that go with the mail about an invoice. */
  encloseWith(
    enclosing: (invoices: readonly number[]) => Promise<ReadonlyMap<number, readonly { kind: string; id: number }[]>>,
  ): void;
}

export const dunning = (strapi: Core.Strapi): Dunning => strapi.plugin('billing').service('dunning') as Dunning;
