type Per = 'one_time' | 'month' | 'quarter' | 'half_year' | 'year';

export interface DemoProduct {
  sku: string;
  name: string;
  kind: 'goods' | 'service';
  group: string;
  unit: string;
  incomeKind: string;
  quantityStep?: bigint;
  sellingPoints?: string;
  translations: { en: Record<string, string> };
  prices: { unitPrice: bigint; per?: Per; label?: string; translations?: { en: { label: string } } }[];
  /** Thousandths in stock; absent: not tracked. */
  stock?: bigint;
}

const LABELS: Record<Per, { th: string; en: string }> = {
  one_time: { th: 'ครั้งเดียว', en: 'Once' },
  month: { th: 'รายเดือน', en: 'Monthly' },
  quarter: { th: 'รายไตรมาส', en: 'Quarterly' },
  half_year: { th: 'ราย 6 เดือน', en: 'Half-yearly' },
  year: { th: 'รายปี', en: 'Yearly' },
};

interface Texts {
  th: string;
  en: string;
  /** Why one would buy it, for the salesperson. */
  points?: string;
}

/** Prices by how often they are charged, in whole baht. */
type Baht = Partial<Record<Per, number>>;

const prices = (baht: Baht): DemoProduct['prices'] =>
  (Object.entries(baht) as [Per, number][]).map(([per, amount]) => ({
    unitPrice: BigInt(amount) * 100n,
    per,
    ...(per === 'one_time' ? {} : { label: LABELS[per].th, translations: { en: { label: LABELS[per].en } } }),
  }));

const texts = ({ th, en, points }: Texts) => ({
  name: th,
  translations: { en: { name: en } },
  ...(points ? { sellingPoints: points } : {}),
});

export const service = (group: string, sku: string, unit: string, text: Texts, baht: Baht): DemoProduct => ({
  ...texts(text),
  sku,
  group,
  unit,
  kind: 'service',
  incomeKind: 'service',
  prices: prices(baht),
});

/** @param pieces in stock; null: bought in as needed, not tracked */
export const goods = (
  group: string,
  sku: string,
  unit: string,
  text: Texts,
  baht: number,
  pieces: number | null,
  step = 1000n,
): DemoProduct => ({
  ...texts(text),
  sku,
  group,
  unit,
  kind: 'goods',
  incomeKind: 'goods',
  quantityStep: step,
  prices: prices({ one_time: baht }),
  ...(pieces === null ? {} : { stock: BigInt(pieces) * 1000n }),
});
