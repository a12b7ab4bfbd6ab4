import { renewalRisk, type RiskFacts } from '../../../plugins/contracts/server/src/domain/renewal-risk';

/** One who pays in time, of whom nobody has asked anything yet. */
const calm: RiskFacts = { daysLeft: 90, notices: 0, paid: 10, inTime: 10, overdueDays: 0 };
const risk = (over: Partial<RiskFacts>) => renewalRisk({ ...calm, ...over });

test('without a sign the risk is low, also of who never had anything to pay', () => {
  expect(risk({})).toBe('low');
  expect(risk({ paid: 0, inTime: 0 })).toBe('low');
});

test.each<[string, Partial<RiskFacts>, Partial<RiskFacts>]>([
  ['the end within thirty days', { daysLeft: 30 }, { daysLeft: 31 }],
  ['three notices without an answer', { notices: 3 }, { notices: 2 }],
  ['anything overdue', { overdueDays: 1 }, { overdueDays: 0 }],
  ['less than half paid in time', { paid: 10, inTime: 4 }, { paid: 10, inTime: 5 }],
])('%s is one sign, and one step less is none', (_, sign, less) => {
  expect([risk(sign), risk(less)]).toEqual(['medium', 'low']);
});

test('a debt that grows old is a second sign, and three make the risk high', () => {
  const soon = { daysLeft: 7 };
  expect(risk({ ...soon, overdueDays: 14 })).toBe('medium');
  expect(risk({ ...soon, overdueDays: 15 })).toBe('high');
  expect(risk({ ...soon, notices: 4 })).toBe('medium');
  expect(risk({ ...soon, notices: 4, paid: 3, inTime: 1 })).toBe('high');
});

test('more signs never make the risk smaller', () => {
  const order = ['low', 'medium', 'high'];
  const signs: Partial<RiskFacts>[] = [{ daysLeft: 1 }, { notices: 5 }, { overdueDays: 3 }, { overdueDays: 40 }];
  signs.push({ paid: 4, inTime: 0 });
  let facts: Partial<RiskFacts> = {};
  let before = 0;
  for (const sign of signs) {
    facts = { ...facts, ...sign };
    const now = order.indexOf(risk(facts));
    expect(now).toBeGreaterThanOrEqual(before);
    before = now;
  }
  expect(before).toBe(2);
});
