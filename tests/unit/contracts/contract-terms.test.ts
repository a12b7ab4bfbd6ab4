import {
  agreementKey,
  agreementOf,
  checkContractTerms,
  type ContractTerms,
  type SaidTerms,
  termsOfFurtherPart,
  termsOfSold,
  USUAL_TERMS,
} from '../../../plugins/contracts/server/src/domain/contract-terms';

const said = (product: number, price: number | null, over: Partial<ContractTerms> = {}): SaidTerms => ({
  ...USUAL_TERMS,
  ...over,
  ...{ product, price },
});

test('what is said with a price wins over what is said with its product, and without either it is as usual', () => {
  const all = [said(1, null, { noticeDays: 30 }), said(1, 11, { noticeDays: 60 }), said(2, 21, { noticeDays: 90 })];
  const noticeOf = (product: number | null, price: number | null) => termsOfSold({ product, price }, all).noticeDays;
  for (const terms of [all, [...all].reverse()]) {
    expect(termsOfSold({ product: 1, price: 11 }, terms).noticeDays).toBe(60);
  }
  expect(noticeOf(1, 12)).toBe(30);
  expect(noticeOf(1, null)).toBe(30);
  // A product of which only another price says something, and what is no product at all.
  expect(termsOfSold({ product: 2, price: 22 }, all)).toBe(USUAL_TERMS);
  expect(termsOfSold({ product: null, price: null }, all)).toBe(USUAL_TERMS);
});

test('what stands in a line for each step of its price entitles once, and a fixed fee is asked for once', () => {
  const visits = { unit: 'visit', quantity: '12', per: 'year', carries: 'none' } as const;
  const entitlements = [{ ...visits, most: null, carriedMonths: null, from: null }];
  const fixed: ContractTerms = { ...USUAL_TERMS, leadDays: 7, feeKind: 'fixed', feeValue: 5n, entitlements };
  expect(termsOfFurtherPart(fixed)).toEqual({ ...USUAL_TERMS, leadDays: 7 });
  // A share of each part is the share of the whole.
  const share: ContractTerms = { ...USUAL_TERMS, feeKind: 'percent', feeValue: 300_000n };
  expect(termsOfFurtherPart(share)).toEqual(share);
});

test('a term is whole periods of what is sold', () => {
  const monthsOf = (termMonths: number | null, unit: 'month' | 'quarter' | 'half_year' | 'year') =>
    agreementOf({ ...USUAL_TERMS, termMonths }, unit).termMonths;
  expect([monthsOf(12, 'month'), monthsOf(12, 'year'), monthsOf(24, 'half_year')]).toEqual([12, 12, 24]);
  expect([monthsOf(6, 'year'), monthsOf(13, 'year'), monthsOf(4, 'quarter')]).toEqual([12, 24, 6]);
  expect(monthsOf(null, 'year')).toBeNull();
});

test('one contract keeps together what begins, lasts and goes on alike, whatever else its lines say', () => {
  const renewalTable = { basis: 'list_price' as const, ratesPpm: [900_000] };
  const year: ContractTerms = { ...USUAL_TERMS, termMonths: 12, autoRenew: true, renewalTable };
  const keyOf = (terms: Partial<ContractTerms>, unit: 'month' | 'year' = 'month') =>
    agreementKey(agreementOf({ ...year, ...terms }, unit));
  const same = keyOf({});
  // The order in which a database keeps the parts of a table says nothing.
  expect(keyOf({ renewalTable: { ratesPpm: [900_000], basis: 'list_price' } })).toBe(same);
  expect(keyOf({ feeKind: 'fixed', feeValue: 5n, leadDays: 7, whileSuspended: 'stop' }, 'year')).toBe(same);
  const others = [
    keyOf({ activation: 'signature' }),
    keyOf({ termMonths: 24 }),
    keyOf({ noticeDays: 1 }),
    keyOf({ autoRenew: false }),
    keyOf({ renewalTable: null }),
    keyOf({ renewalTable: { basis: 'list_price', ratesPpm: [800_000] } }),
  ];
  expect(new Set([same, ...others]).size).toBe(1 + others.length);
  // Half a year of what is sold by the year is a year.
  expect(keyOf({ termMonths: 6 }, 'year')).toBe(same);
});

test('what no order can keep is refused', () => {
  const check = (over: Partial<ContractTerms>) => () => checkContractTerms({ ...USUAL_TERMS, ...over });
  expect(check({})).not.toThrow();
  expect(check({ activation: 'date' })).toThrow('contract_terms.no_day');
  expect(check({ termMonths: 12, renewalTable: { basis: 'fixed', amounts: ['100'] } })).toThrow(
    'contract_terms.fixed_table',
  );
  expect(check({ autoRenew: true })).toThrow('renewal.no_term');
  expect(check({ termMonths: 0 })).toThrow('contract.months');
  expect(check({ leadDays: 400 })).toThrow('contract.lead_days');
  expect(check({ feeKind: 'percent', feeValue: 1_000_001n })).toThrow('contract.fee_out_of_range');
});
