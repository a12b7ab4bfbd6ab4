import { z } from 'zod';
import { decimal, money } from '@sanya/strapi-plugin-platform/kit';
import { ACTIVATIONS } from '../domain/activation';
import { FEE_KINDS } from '../domain/contract';
import { CARRIES, ENTITLED_PER, ENTITLEMENT_UNITS } from '../domain/entitlement';
import { RENEWAL_BASES } from '../domain/renewal-price';
import { SUSPENSION_POLICIES } from '../domain/schedule';
import { agreement, documentId, terms } from './shapes';
import { renewalTerms } from './renewal-shapes';

export const contractTermsInput = z.strictObject({
  /** One price of the product, which wins over what is said with the product; absent: all that say nothing themselves. */
  price: documentId.nullish(),
  activation: terms.activation,
  /** Whole periods of the price: rounded up to them. */
  termMonths: terms.termMonths,
  noticeDays: terms.noticeDays,
  renewal: renewalTerms.omit({ firstTermFree: true }).optional(),
  leadDays: agreement.leadDays,
  whileSuspended: agreement.whileSuspended,
  fee: agreement.fee,
  entitlements: agreement.entitlements,
});

const whole = z.int();
const text = z.string();

/** What is promised with a product, as actions answer it. */
export const contractTerms = z
  .strictObject({
    documentId: text,
    /** Document ids. */
    product: text,
    price: text.nullable(),
    activation: z.enum(ACTIVATIONS),
    termMonths: whole.nullable(),
    noticeDays: whole,
    autoRenew: z.boolean(),
    renewalTable: z.strictObject({ basis: z.enum(RENEWAL_BASES), ratesPpm: z.array(whole).optional() }).nullable(),
    leadDays: whole,
    whileSuspended: z.enum(SUSPENSION_POLICIES),
    feeKind: z.enum(FEE_KINDS),
    feeValue: money,
    entitlements: z
      .array(
        z.strictObject({
          unit: z.enum(ENTITLEMENT_UNITS),
          quantity: decimal,
          per: z.enum(ENTITLED_PER),
          carries: z.enum(CARRIES),
          most: decimal.nullable(),
          carriedMonths: whole.nullable(),
        }),
      )
      .nullable(),
  })
  .meta({ id: 'ContractTerms' });
