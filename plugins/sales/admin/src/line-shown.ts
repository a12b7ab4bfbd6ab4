import { useSay } from '@sanya/strapi-plugin-platform/ui';

interface SoldLine {
  sku: string | null;
  per: string;
  details: string | null;
}

/** What is said of a line below its name: its code, how often it is billed, its details. */
export function useLineFacts(): (line: SoldLine) => string {
  const say = useSay('sales');
  return ({ sku, per, details }) => [sku, per !== 'one_time' && say(`per.${per}`), details].filter(Boolean).join(' · ');
}
