import {
  branchLabel,
  formatMoney,
  formatPhone,
  formatQuantity,
  type Language,
} from '@sanya/strapi-plugin-platform/kernel';
import type { DocumentLine, DocumentModel, Party, Platform, Print } from '@sanya/strapi-plugin-platform/kit';
import { percent } from '../../domain/derivation';
import { type Buyer, buyerBranch, type Seller } from '../../domain/parties';

/** What every document of billing is written with: its language and its currency. */
export interface Pen {
  language: Language;
  say: (code: string, params?: Record<string, string | number>) => string;
  money: (amount: bigint | string) => string;
}

export const penOf = (platform: Platform, language: Language, currency: string): Pen => ({
  language,
  say: (code, params) => platform.messages.say(language, code, params),
  money: (amount) => formatMoney(amount, currency),
});

const addressOf = (seller: Seller, language: Language): string[] =>
  language === 'en' && seller.addressEn.length > 0 ? seller.addressEn : seller.address;

const phoneOn = (phone: string, { say }: Pen): string =>
  say('paper.phone', { phone: formatPhone(phone, say('document.phone_ext')) });

export const sellerParty = (seller: Seller, pen: Pen): Party => {
  const { language } = pen;
  const english = language === 'en';
  const address = addressOf(seller, language);
  const contact = [seller.phone && phoneOn(seller.phone, pen), seller.email].filter(Boolean).join(' · ');
  return {
    name: english ? (seller.nameEn ?? seller.name) : seller.name,
    lines: contact ? [...address, contact] : address,
    ...(seller.taxId ? { taxId: seller.taxId, branch: branchLabel(seller.branchCode, language) } : {}),
  };
};

export const buyerParty = (buyer: Buyer, pen: Pen): Party => {
  const { language } = pen;
  const branch = buyerBranch(buyer);
  return {
    name: language === 'en' ? (buyer.nameEn ?? buyer.name) : buyer.name,
    lines: buyer.phone ? [...buyer.address, phoneOn(buyer.phone, pen)] : buyer.address,
    ...(buyer.taxId ? { taxId: buyer.taxId } : {}),
    ...(branch ? { branch: branchLabel(branch, language) } : {}),
  };
};

/** Sender and recipient of a letter: names and addresses alone. */
export function partiesOn(
  platform: Platform,
  { buyer, seller }: { buyer: Buyer; seller: Seller },
  language: Language,
): { sender: Party; recipient: Party } {
  const pen = penOf(platform, language, '');
  return {
    sender: { name: sellerParty(seller, pen).name, lines: addressOf(seller, language) },
    recipient: { name: buyerParty(buyer, pen).name, lines: buyer.address },
  };
}

/** Quantity with its unit; a dash where an amount is part of a line and has none of its own. */
export const quantityText = (quantity: bigint | null, unit: string | null): string =>
  quantity === null ? '–' : `${formatQuantity(quantity)}${unit ? ` ${unit}` : ''}`;

interface TaxedLine {
  ratePpm: number;
  net: bigint;
  tax: bigint;
}

/**
 * Net, VAT per rate and total; only the total where no VAT is charged. A rate of 0 is charged too of lines that stand on a
 * tax document: what is exempt or outside VAT never stands on one.
 */
export function taxTotals<Line extends TaxedLine>(
  pen: Pen,
  sums: { net: bigint; tax: bigint; total: bigint },
  lines: readonly Line[],
  isTaxed: (line: Line) => boolean = () => false,
): DocumentModel['totals'] {
  const charged = lines.filter((line) => line.ratePpm > 0 || isTaxed(line)).map((line) => line.ratePpm);
  const rates = [...new Set(charged)].sort((a, b) => a - b);
  const of = (ppm: number): bigint => lines.reduce((tax, line) => (line.ratePpm === ppm ? tax + line.tax : tax), 0n);
  return [
    ...(rates.length > 0 ? [{ label: pen.say('paper.net'), value: pen.money(sums.net) }] : []),
    ...rates.map((ppm) => ({ label: pen.say('paper.vat', { rate: percent(ppm) }), value: pen.money(of(ppm)) })),
    { label: pen.say('paper.total'), value: pen.money(sums.total), strong: true },
  ];
}

/** What a sheet on paper is marked as; a file is not marked. */
export const printMarks = (print: Print | undefined, { say }: Pen): string[] =>
  print ? [say(`paper.${print.mark}`)] : [];

/** Lines of a tax document: value before VAT. */
export const taxLines = (
  pen: Pen,
  lines: readonly { description: string; quantity: bigint | null; unit: string | null; net: bigint }[],
): DocumentLine[] =>
  lines.map((line) => ({
    description: line.description,
    quantity: quantityText(line.quantity, line.unit),
    unitPrice:
      line.quantity !== null && line.quantity > 0n && (line.net * 1000n) % line.quantity === 0n
        ? pen.money((line.net * 1000n) / line.quantity)
        : '–',
    amount: pen.money(line.net),
  }));
