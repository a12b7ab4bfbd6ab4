const visits = (quantity: string, carried?: string) => ({
  ...{ unit: 'visit', quantity, per: 'year' },
  ...(carried === undefined ? { carries: 'none' } : { carries: 'at_most', most: carried }),
});
const YEAR = { termMonths: 12, noticeDays: 30 };
const AS_BEFORE = { auto: true };

/** What is promised with what recurs, by the number of the product, as the door of contract terms takes it. */
export const contractTerms: Readonly<Record<string, object>> = {
  'AC-CARE': { ...YEAR, whileSuspended: 'stop', entitlements: [visits('2')] },
  'CCTV-CARE': { ...YEAR, fee: { kind: 'percent', value: '300000' }, entitlements: [visits('4', '1')] },
  'SWC-WEB': { entitlements: [{ unit: 'hour', quantity: '2', per: 'period', carries: 'none' }] },
  'SWC-ERP': {
    ...YEAR,
    renewal: { ...AS_BEFORE, table: { basis: 'invoice_before_discount', ratesPpm: [1_000_000] } },
    entitlements: [
      { unit: 'hour', quantity: '4', per: 'period', carries: 'at_most', most: '2', carriedMonths: 1 },
      { unit: 'case', quantity: '24', per: 'year', carries: 'none' },
    ],
  },
  // Servers are looked after once both have signed.
  'SWC-SRV': { ...YEAR, activation: 'signature', leadDays: 7, entitlements: [visits('4')] },
  'HST-L': { renewal: AS_BEFORE, termMonths: 12 },
};
