import { formatQuantity, parseMoney, parseQuantity } from '@sanya/strapi-plugin-platform/kernel';
import type { KeptTier } from '../tiers';

/** Tiers of one cell, `1 = 100.00; 11 = 90.00`, from a quantity on apiece; undefined where it says none. */
export function readTiers(text: string, currency: string): KeptTier[] | undefined {
  const tiers: KeptTier[] = [];
  for (const part of text.split(/[;|]/).map((one) => one.trim())) {
    if (part === '') continue;
    const [, quantity = '', amount = ''] = /^([\d.,]+)\s*[=:]\s*(.+)$/.exec(part) ?? [];
    const from = parseQuantity(quantity.replaceAll(',', ''));
    const unitPrice = parseMoney(amount, currency);
    if (from === undefined || unitPrice === undefined || unitPrice < 0n) return undefined;
    tiers.push({ from: formatQuantity(from), unitPrice: String(unitPrice) });
  }
  return tiers.length > 0 ? tiers : undefined;
}
