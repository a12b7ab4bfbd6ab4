import { mulDiv, PPM } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform, Ref } from '@sanya/strapi-plugin-platform/kit';
import type { InvoiceDraft, InvoiceDraftLine } from '../../domain/invoice-draft';
import type { IssueFacts } from '../../domain/issue-invoice';
import { rateOn } from '../../domain/tax-rates';
import { chargeWaiting, type WaitingFee, waitingFees } from '../../stores/dunning/waiting-fees';

export interface CarriedFees {
  drafts: InvoiceDraft[];
  /** Once the invoices are written, in the order of the drafts: the fees wait no more. */
  charge: (invoices: readonly Ref[]) => Promise<void>;
}

function lineOf(platform: Platform, fee: WaitingFee, draft: InvoiceDraft, facts: IssueFacts): InvoiceDraftLine {
  const language = facts.customers.get(fee.customer)?.buyer.language ?? 'th';
  const { feeTaxCategory: taxCategory, categories, registration } = facts.rules;
  // A fee is what the notice said, with its VAT.
  const rate = BigInt(rateOn(categories, registration, taxCategory, draft.issuedOn ?? facts.today)?.ppm ?? 0);
  const unitPrice = draft.pricesIncludeTax ? fee.fee : mulDiv(fee.fee, PPM, PPM + rate);
  return {
    sourceLine: fee.documentId,
    description: platform.messages.say(language, 'dunning.fee_line', { number: fee.number }),
    details: platform.messages.say(language, 'dunning.fee_days', { days: fee.day }),
    ...{ kind: 'service', quantity: 1000n, unit: '', unitPrice, discount: 0n, taxCategory, incomeKind: null },
    derivation: { price: { origin: 'manual' } },
  };
}

/** Late fees that wait stand on the first of their customer's drafts that takes them, behind what it is for. */
export async function carryFees(
  platform: Platform,
  drafts: readonly InvoiceDraft[],
  facts: IssueFacts,
): Promise<CarriedFees> {
  const takers = drafts.filter(({ takesFees }) => takesFees);
  const fees =
    takers.length === 0
      ? []
      : await waitingFees(
          platform,
          takers.map(({ customer }) => customer),
        );
  const carried = fees.flatMap((fee) => {
    const place = drafts.findIndex(
      (draft) => draft.takesFees && draft.customer === fee.customer && draft.currency === fee.currency,
    );
    return place < 0 ? [] : [{ fee, place }];
  });
  return {
    drafts: drafts.map((draft, index) => {
      const own = carried.filter(({ place }) => place === index);
      if (own.length === 0) return draft;
      return { ...draft, lines: [...draft.lines, ...own.map(({ fee }) => lineOf(platform, fee, draft, facts))] };
    }),
    async charge(invoices) {
      await chargeWaiting(
        platform,
        carried.flatMap(({ fee, place }) => {
          const invoice = invoices[place];
          return invoice ? [{ id: fee.id, feeInvoice: invoice.id }] : [];
        }),
      );
    },
  };
}
