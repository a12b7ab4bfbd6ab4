import {
  type CreditableLine,
  creditBody,
  creditedLine,
  creditTotal,
  offsetOf,
} from '../../../plugins/billing/admin/src/crediting';

const line: CreditableLine = {
  line: 'l1',
  description: 'Camera',
  kind: 'goods',
  unit: 'piece',
  quantity: '5',
  total: '17832',
  left: '7133',
  leftQuantity: '2',
  taxed: '7133',
};
const typed = (quantity: string, amount = '') => ({ quantity, amount });

test('a quantity costs its share of what is left, an amount is taken as it is', () => {
  expect(creditedLine(line, typed('1'), 'THB')).toMatchObject({ chosen: true, amount: 3567n, quantity: 1000n });
  expect(creditedLine(line, typed('2'), 'THB').amount).toBe(7133n);
  expect(creditedLine(line, typed('', '50.00'), 'THB')).toMatchObject({ amount: 5000n, quantity: undefined });
  expect(creditedLine(line, typed('1', '10.00'), 'THB')).toMatchObject({ amount: 1000n, quantity: 1000n });
  expect(creditedLine(line, typed(''), 'THB')).toMatchObject({ chosen: false, amount: 0n, wrong: undefined });
});

test('more than is left, nothing and nonsense are wrong where they stand', () => {
  for (const quantity of ['3', '0', '-1', 'two', '1.2345']) {
    expect(creditedLine(line, typed(quantity), 'THB').wrong).toBe('quantity');
  }
  for (const amount of ['71.34', '0', '-1', 'much', '1.234']) {
    expect(creditedLine(line, typed('', amount), 'THB').wrong).toBe('amount');
  }
});

test('what is sent is what was typed; what it comes to goes onto the open amount first', () => {
  const all = { l1: typed('1'), l2: typed('', '1,000.00') };
  const lines = [
    creditedLine(line, all.l1, 'THB'),
    creditedLine({ ...line, line: 'l2', left: '200000' }, all.l2, 'THB'),
    creditedLine({ ...line, line: 'l3' }, typed(''), 'THB'),
  ];
  expect(creditTotal(lines)).toBe(103_567n);
  expect(creditBody(lines, all)).toEqual([
    { line: 'l1', quantity: '1' },
    { line: 'l2', amount: '100000' },
  ]);
  expect(offsetOf(103_567n, '50000', false)).toBe(50_000n);
  expect(offsetOf(103_567n, '50000', true)).toBe(0n);
});
