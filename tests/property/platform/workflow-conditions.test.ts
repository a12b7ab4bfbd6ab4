import fc from 'fast-check';
import type { WorkflowField, WorkflowFieldKind, WorkflowValue } from '../../../plugins/platform/kit/src/workflows';
import {
  isCausedByWorkflow,
  requestOf,
  WORKFLOW_ACTOR,
} from '../../../plugins/platform/server/src/workflows/domain/cause';
import {
  type Conditions,
  type Facts,
  failing,
  holds,
  negated,
  readConditions,
} from '../../../plugins/platform/server/src/workflows/domain/conditions';
import { operatorsOf, OPERATORS } from '../../../plugins/platform/server/src/workflows/domain/operators';
import { addDays, dateIn, isRefusal, startOfDay } from '../../../plugins/platform/kernel/src';
import { property } from '../../support/random';

const CHOICES = ['draft', 'open', 'paid'];
const FIELDS: WorkflowField[] = (
  [
    ['title', 'text'],
    ['count', 'number'],
    ['total', 'money'],
    ['due', 'date'],
    ['state', 'choice'],
    ['late', 'flag'],
  ] as const
).map(([name, kind]) => ({ name, kind, title: `t.${name}`, ...(kind === 'choice' ? { choices: CHOICES } : {}) }));
const TODAY = '2026-03-01';
const BANGKOK = 'Asia/Bangkok';

const days = fc.integer({ min: -400, max: 400 }).map((n) => addDays(TODAY, n));
const zones = fc.constantFrom(BANGKOK, 'UTC', 'Pacific/Auckland', 'America/New_York');
const moments = fc
  .date({ min: new Date('2025-01-01T00:00:00Z'), max: new Date('2027-04-01T00:00:00Z'), noInvalidDate: true })
  .map((at) => at.toISOString());
const money = fc.bigInt({ min: -1_000_000_000_000n, max: 1_000_000_000_000n });
const words = fc.constantFrom('ช้าง', 'Elephant', 'elephant', 'a', 'b c');

const VALUES: Record<WorkflowFieldKind, fc.Arbitrary<Exclude<WorkflowValue, null>>> = {
  ...{ text: words, number: fc.integer({ min: -9, max: 9 }), money, date: fc.oneof(days, moments) },
  ...{ choice: fc.constantFrom(...CHOICES), flag: fc.boolean() },
};
const OPERANDS: Record<WorkflowFieldKind, fc.Arbitrary<unknown>> = {
  ...{ text: words, number: fc.integer({ min: -9, max: 9 }), money: money.map(String) },
  date: fc.oneof(
    days,
    fc.nat(30).map((inDays) => ({ inDays })),
    fc.nat(30).map((daysAgo) => ({ daysAgo })),
  ),
  ...{ choice: fc.constantFrom(...CHOICES), flag: fc.boolean() },
};

const condition = fc.constantFrom(...FIELDS).chain(({ name, kind }) =>
  fc.constantFrom(...operatorsOf(kind)).chain((operator) => {
    const { takes } = OPERATORS[operator];
    const one = OPERANDS[kind];
    if (takes === 'none') return fc.constant({ field: name, operator } as unknown);
    const value = takes === 'one' ? one : fc.array(one, { minLength: 1, maxLength: 3 });
    return value.map((held): unknown => ({ field: name, operator, value: held }));
  }),
);
const { tree: raw } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    condition,
    fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
  ),
}));
const tree = raw.map((one) => readConditions(one, FIELDS));

const record = (from: Record<WorkflowFieldKind, fc.Arbitrary<WorkflowValue>>) =>
  fc.record(Object.fromEntries(FIELDS.map(({ name, kind }) => [name, from[kind]]))) as fc.Arbitrary<
    Record<string, WorkflowValue>
  >;
const whole = record(VALUES);
const event = fc.option(fc.dictionary(fc.constantFrom(...FIELDS.map(({ name }) => name), 'else'), fc.anything()));
const facts: fc.Arbitrary<Facts> = fc.record({
  ...{ values: whole, before: event, after: event, today: fc.constant(TODAY), zone: zones },
});

const shuffled = (one: Conditions): Conditions => {
  if ('all' in one) return { all: [...one.all].reverse().map(shuffled) };
  return 'any' in one ? { any: [...one.any].reverse().map(shuffled) } : one;
};

describe('conditions of workflows', () => {
  property('hold where their opposite does not, group by group (De Morgan)', fc.tuple(tree, facts), ([one, known]) => {
    expect(holds(negated(one), FIELDS, known)).toBe(!holds(one, FIELDS, known));
  });

  property('do not mind their order', fc.tuple(tree, facts), ([one, known]) => {
    expect(holds(shuffled(one), FIELDS, known)).toBe(holds(one, FIELDS, known));
  });

  property('are kept as they are read, through JSON', tree, (one) => {
    expect(readConditions(JSON.parse(JSON.stringify(one)), FIELDS)).toEqual(one);
  });

  property(
    'say which of them failed where they do not hold, and none where they do',
    fc.tuple(tree, facts),
    ([one, known]) => {
      const failed = failing(one, FIELDS, known);
      expect(failed.length === 0).toBe(holds(one, FIELDS, known));
      for (const each of failed) expect(holds(each, FIELDS, known)).toBe(false);
    },
  );

  property(
    'of what has no value are answered, whatever an event holds',
    fc.tuple(tree, fc.dictionary(fc.constantFrom('title', 'total', 'due'), fc.anything()), event, event),
    ([one, values, before, after]) => {
      const known = { values: values as Facts['values'], before, after, today: TODAY, zone: BANGKOK };
      expect(typeof holds(one, FIELDS, known)).toBe('boolean');
      expect(typeof holds(one, [], known)).toBe('boolean');
    },
  );

  property(
    'take any JSON, or refuse it at its place with a code of their own',
    fc.oneof(
      fc.jsonValue(),
      fc
        .tuple(fc.constantFrom(...FIELDS), fc.constantFrom(...Object.keys(OPERATORS)), fc.jsonValue())
        .map(([{ name }, operator, value]) => ({ any: [{ field: name, operator, value }] })),
    ),
    (junk) => {
      try {
        readConditions(junk, FIELDS);
      } catch (error) {
        if (!isRefusal(error)) throw error;
        expect([error.status, error.code.split('.')[0]]).toEqual([400, 'workflow']);
        expect(error.field).toMatch(/^conditions/);
      }
    },
  );

  property('compare money to the minor unit and no float', fc.tuple(money, money), ([a, b]) => {
    const asked = (operator: string) =>
      holds(readConditions({ field: 'total', operator, value: String(b) }, FIELDS), FIELDS, {
        ...{ values: { total: a }, before: null, after: null, today: TODAY, zone: BANGKOK },
      });
    expect([asked('at_least'), asked('more_than'), asked('is')]).toEqual([a >= b, a > b, a === b]);
  });

  property(
    'take a moment for the day that it is in the time zone of the business',
    fc.tuple(tree, facts, moments, moments, moments),
    ([one, known, due, was, is]) => {
      const told = (of: (moment: string) => string): Facts => ({
        ...known,
        ...{ values: { ...known.values, due: of(due) }, before: { due: of(was) }, after: { due: of(is) } },
      });
      expect(
        failing(
          one,
          FIELDS,
          told((moment) => moment),
        ),
      ).toEqual(
        failing(
          one,
          FIELDS,
          told((moment) => dateIn(known.zone, moment)),
        ),
      );
    },
  );

  property(
    'count days from the first moment of a day, and not from that of Greenwich',
    fc.tuple(zones, fc.nat(30), fc.constantFrom('is', 'at_least', 'at_most')),
    ([zone, inDays, operator]) => {
      const asked = (due: string) =>
        holds(readConditions({ field: 'due', operator, value: { inDays } }, FIELDS), FIELDS, {
          ...{ values: { due }, before: null, after: null, today: TODAY, zone },
        });
      const [first, next] = [0, 1].map((more) => startOfDay(zone, addDays(TODAY, inDays + more)));
      expect([asked(first ?? ''), asked(next ?? '')]).toEqual([true, operator === 'at_least']);
    },
  );
});

describe('what a condition says', () => {
  const asked = (one: unknown, known: Partial<Facts> = {}) =>
    holds(readConditions(one, FIELDS), FIELDS, {
      ...{ values: {}, before: null, after: null, today: TODAY, zone: BANGKOK },
      ...known,
    });

  it('counts days from today', () => {
    const inThree = { field: 'due', operator: 'at_most', value: { inDays: 3 } };
    expect(asked(inThree, { values: { due: '2026-03-04' } })).toBe(true);
    expect(asked(inThree, { values: { due: '2026-03-05' } })).toBe(false);
    const old = { field: 'due', operator: 'less_than', value: { daysAgo: 30 } };
    expect(asked(old, { values: { due: '2026-01-29' } })).toBe(true);
    expect(asked(old, { values: { due: '2026-01-30' } })).toBe(false);
    // A year that was typed as a Buddhist one.
    expect(asked({ field: 'due', operator: 'is', value: '2569-03-04' }, { values: { due: '2026-03-04' } })).toBe(true);
  });

  it('knows an evening in Greenwich as the next day of the office', () => {
    const february = { field: 'due', operator: 'is', value: '2030-02-01' };
    const evening = '2030-01-31T18:00:00.000Z';
    expect(asked(february, { values: { due: evening } })).toBe(true);
    expect(asked(february, { values: { due: evening }, zone: 'UTC' })).toBe(false);
    const moved = { before: { due: '2030-01-31' }, after: { due: evening } };
    expect(asked({ ...february, operator: 'changed_to' }, moved)).toBe(true);
    expect(asked({ field: 'due', operator: 'changed' }, { ...moved, zone: 'UTC' })).toBe(false);
    // What some write for never is past the calendar of the office.
    expect(asked({ field: 'due', operator: 'is_set' }, { values: { due: '9999-12-31T23:59:59Z' } })).toBe(false);
  });

  it('tells what changed from what is', () => {
    const [before, after] = [
      { state: 'open', total: '5' },
      { state: 'paid', total: '5' },
    ];
    expect(asked({ field: 'state', operator: 'changed' }, { before, after })).toBe(true);
    expect(asked({ field: 'total', operator: 'changed' }, { before, after })).toBe(false);
    expect(asked({ field: 'state', operator: 'changed_to', value: 'paid' }, { before, after })).toBe(true);
    expect(asked({ field: 'state', operator: 'changed_from', value: 'draft' }, { before, after })).toBe(false);
    expect(asked({ field: 'count', operator: 'unchanged' }, { before, after })).toBe(true);
  });

  it('finds no order with what is not there', () => {
    for (const operator of ['at_least', 'less_than', 'at_most', 'more_than']) {
      expect(asked({ field: 'total', operator, value: '0' })).toBe(false);
    }
    expect(asked({ field: 'total', operator: 'is_not', value: '0' })).toBe(true);
    expect(asked({ all: [] })).toBe(true);
  });

  it.each([
    [{ field: 'total', operator: 'is', value: 5 }, 'workflow.value_money', 'conditions.value'],
    [{ all: [{ field: 'due', operator: 'is', value: '2026-02-30' }] }, 'workflow.value_date', 'conditions.all.0.value'],
    [{ field: 'due', operator: 'is', value: { inDays: 1.5 } }, 'workflow.value_date', 'conditions.value'],
    [{ field: 'state', operator: 'one_of', value: ['gone'] }, 'workflow.value_choice', 'conditions.value.0'],
    [{ field: 'state', operator: 'one_of', value: [] }, 'workflow.values_missing', 'conditions.value'],
    [{ field: 'late', operator: 'at_least', value: true }, 'workflow.operator_wrong', 'conditions.operator'],
    [{ field: 'nothing', operator: 'is', value: 1 }, 'workflow.field_unknown', 'conditions.field'],
    [{ any: [] }, 'workflow.conditions_unreadable', 'conditions'],
  ])('refuses %j at its place', (one, code, field) => {
    expect(() => readConditions(one, FIELDS)).toThrow(expect.objectContaining({ code, field, status: 400 }));
  });
});

describe('what a workflow caused', () => {
  property(
    'starts none, however far from it',
    fc.tuple(fc.constantFrom('system', 'staff:1', 'system:crm.x'), fc.stringMatching(/^[a-z0-9]{24}$/)),
    ([actor, documentId]) => {
      // Whoever hears of it acts under its request.
      expect(isCausedByWorkflow({ actor, requestId: requestOf({ documentId }) })).toBe(true);
      expect(isCausedByWorkflow({ actor: WORKFLOW_ACTOR, requestId: documentId })).toBe(true);
      expect(isCausedByWorkflow({ actor, requestId: documentId })).toBe(false);
    },
  );
});
