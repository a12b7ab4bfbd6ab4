import {
  billPaymentPayload,
  billReference,
  crc16,
  isPromptPayTarget,
  promptPayPayload,
  verifyPayload,
} from '@sanya/strapi-plugin-platform/kernel';

test('the checksum is CRC-16/CCITT-FALSE', () => {
  // The check value of the catalogue of CRC algorithms.
  expect(crc16('123456789')).toBe('29B1');
  expect(crc16('')).toBe('FFFF');
});

test('a phone', () => {
  const payload = promptPayPayload({ target: '081-234-5678', amount: 107_000n });
  expect(payload.slice(0, -4)).toBe(
    '000201' +
      '010212' +
      '2937' +
      '0016A000000677010111' +
      '01130066812345678' +
      '5303764' +
      '54071070.00' +
      '5802TH' +
      '6304',
  );
  expect(verifyPayload(payload)).toBe(true);
  expect(promptPayPayload({ target: '+66 81 234 5678', amount: 107_000n })).toBe(payload);
});

test('an id, and less than a baht', () => {
  const payload = promptPayPayload({ target: '0-1075-37000-52-1', amount: 5n });
  expect(payload).toContain('0016A00000067701011102130107537000521');
  expect(payload).toContain('54040.05');
  expect(verifyPayload(payload)).toBe(true);
});

test('a bill payment', () => {
  const payload = billPaymentPayload({
    billerId: '010753700052101',
    ref1: 'IV-2569-000001',
    ref2: 'c17',
    amount: 100n,
  });
  expect(payload.slice(0, -4)).toBe(
    '000201' +
      '010212' +
      '3062' +
      '0016A000000677010112' +
      '0115010753700052101' +
      '0212IV2569000001' +
      '0303C17' +
      '5303764' +
      '54041.00' +
      '5802TH' +
      '6304',
  );
  expect(verifyPayload(payload)).toBe(true);
  expect(billReference('IV-2569-000001')).toBe('IV2569000001');
  const one = billPaymentPayload({ billerId: '010753700052101', ref1: 'A1', amount: 100n });
  expect(one).toContain('3045');
  expect(one).toContain('0202A15303764');
});

test.each(['', '12345', '0000000000000', '02-123-45678901', 'abc', '081234567'])('%p is no target', (target) => {
  expect(isPromptPayTarget(target)).toBe(false);
  expect(() => promptPayPayload({ target, amount: 100n })).toThrow(RangeError);
});
test.each([0n, -1n, 10n ** 12n])('%s satang cannot be asked for', (amount) => {
  expect(() => promptPayPayload({ target: '0812345678', amount })).toThrow(RangeError);
});
test('the largest amount fits its thirteen characters', () => {
  expect(verifyPayload(promptPayPayload({ target: '0812345678', amount: 10n ** 12n - 1n }))).toBe(true);
});
test('references and biller ids that do not fit are refused', () => {
  const bill = { billerId: '010753700052101', ref1: 'A1', amount: 100n };
  for (const change of [{ billerId: '0107537000521' }, { ref1: '---' }, { ref1: 'A'.repeat(21) }, { ref2: '' }]) {
    expect(() => billPaymentPayload({ ...bill, ...change })).toThrow(RangeError);
  }
});

test('a payload of another maker is checked by the same sum', () => {
  expect(verifyPayload('00020101021129370016A000000677010111011300660000000005802TH530376463048956')).toBe(true);
  expect(verifyPayload('00020101021129370016A000000677010111011300660000000015802TH530376463048956')).toBe(false);
  expect(verifyPayload('')).toBe(false);
  const cut = '0002019905A6304';
  expect(verifyPayload(`${cut}${crc16(cut)}`)).toBe(false);
});
