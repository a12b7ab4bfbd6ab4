import { mulDiv, PPM } from '@sanya/strapi-plugin-platform/kernel';

/** What rounding of VAT and of what is withheld may move the amount due by. */
const ROUNDING = 2;

/**
 * The amounts due from which `cash` may be left when one rate of withholding was taken off the price before VAT:
 * `cash = due − due ÷ (1 + vat) × rate`. Invoices of several kinds are not found so, only with their customer.
 */
export function duesBehind(cash: bigint, withholdingPpm: readonly number[], vatPpm: readonly number[]): bigint[] {
  const dues = withholdingPpm.flatMap((rate) =>
    vatPpm.flatMap((vat) => {
      const gross = PPM + BigInt(vat);
      const due = mulDiv(cash, gross, gross - BigInt(rate));
      return Array.from({ length: 2 * ROUNDING + 1 }, (_, step) => due + BigInt(step - ROUNDING));
    }),
  );
  return [...new Set(dues)];
}
