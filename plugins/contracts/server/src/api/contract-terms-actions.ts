import { defineAction, gone, type Platform, rowId } from '@sanya/strapi-plugin-platform/kit';
import type { z } from 'zod';
import { CONTRACT_TERMS, PRICE, PRODUCT } from '../content-types/types';
import { type ContractTerms, USUAL_TERMS } from '../domain/contract-terms';
import { keepEntitlement, type KeptEntitlement } from '../domain/entitlement';
import { contractTermsStore } from '../stores/contract-terms';
import { removeContractTerms, setContractTerms } from '../use-cases/terms/set-contract-terms';
import { contractTerms, contractTermsInput } from './contract-terms-shapes';
import { entitlementOf } from './entitlement-shapes';
import { nothing } from './shapes';

/** Terms as staff say them; what they leave open is as usual. */
const termsOf = (input: z.output<typeof contractTermsInput>): ContractTerms => ({
  activation: input.activation ?? USUAL_TERMS.activation,
  ...{ termMonths: input.termMonths ?? null, noticeDays: input.noticeDays },
  ...{ autoRenew: input.renewal?.auto ?? false, renewalTable: input.renewal?.table ?? null },
  ...{ leadDays: input.leadDays, whileSuspended: input.whileSuspended },
  ...{ feeKind: input.fee?.kind ?? 'none', feeValue: input.fee?.value ?? 0n },
  entitlements: input.entitlements?.length
    ? input.entitlements.map((one) => keepEntitlement({ ...entitlementOf(one), from: null }))
    : null,
});

const entitlementView = ({ unit, quantity, per, carries, most, carriedMonths }: KeptEntitlement) => ({
  ...{ unit, quantity, per, carries, most, carriedMonths },
});

async function view({ rows }: Platform, id: number | undefined, product: string) {
  const store = contractTermsStore(rows);
  const [row] = await store.byIds(id === undefined ? [] : [id]);
  if (!row) return undefined;
  const [price] = await store.prices(row.price === null ? [] : [row.price]);
  const { activation, termMonths, noticeDays, autoRenew, renewalTable, leadDays, whileSuspended, feeKind } = row;
  return {
    ...{ documentId: row.documentId, product, price: price?.documentId ?? null, activation, termMonths, noticeDays },
    ...{ autoRenew, leadDays, whileSuspended, feeKind, feeValue: String(row.feeValue) },
    renewalTable: renewalTable && { basis: renewalTable.basis, ratesPpm: renewalTable.ratesPpm },
    entitlements: row.entitlements?.map(entitlementView) ?? null,
  };
}

export const contractTermsActions = [
  defineAction({
    name: 'setContractTerms',
    summary: 'Say what is promised with a product, or with one price of it: contracts of orders have it from now on',
    subject: PRODUCT,
    staff: { method: 'PUT', path: '/products/:id/terms', permission: 'contract-terms.edit' },
    input: contractTermsInput,
    output: contractTerms,
    graphql: 'none',
    run: async (call) => {
      const { platform, subject, input } = call;
      const price = input.price
        ? await rowId(platform, PRICE, input.price, 'contract_terms.price_unknown', 'price')
        : null;
      const [kept] = await setContractTerms(call, [{ ...termsOf(input), product: subject.id, price }]);
      return view(platform, kept?.id, subject.documentId);
    },
  }),
  defineAction({
    name: 'removeContractTerms',
    summary: 'Promise no more with a product, or a price, than is usual; what was sold keeps what it has',
    subject: CONTRACT_TERMS,
    staff: { method: 'DELETE', path: '/contract-terms/:id', permission: 'contract-terms.edit' },
    input: nothing,
    output: gone,
    graphql: 'none',
    run: async (call) => {
      await removeContractTerms(call, [call.subject.id]);
      return { documentId: call.subject.documentId };
    },
  }),
] as const;
