import fc from 'fast-check';
import { isRefusal } from '@sanya/strapi-plugin-platform/kernel';
import { FIELD_KINDS, type FormField, TRAP } from '../../../plugins/crm/server/src/domain/form';
import { longest, personIn, readAnswers } from '../../../plugins/crm/server/src/domain/submission';
import { property } from '../../support/random';

const key = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/).filter((text) => text !== TRAP);
const choices = fc
  .uniqueArray(fc.stringMatching(/^[a-z]{1,5}$/), { minLength: 1, maxLength: 4 })
  .map((values) => values.map((value) => ({ value, label: { th: `ก${value}`, en: value } })));

const field: fc.Arbitrary<FormField> = fc
  .record({
    key,
    kind: fc.constantFrom(...FIELD_KINDS),
    required: fc.boolean(),
    most: fc.integer({ min: 1, max: 30 }),
    choices,
  })
  .map(({ key: name, kind, required, most, choices: some }) => ({
    ...{ key: name, kind, required, label: { th: `ช่อง ${name}` } },
    most: kind === 'text' || kind === 'long_text' ? most : null,
    choices: kind === 'choice' ? some : null,
  }));
const fields = fc.uniqueArray(field, { selector: (one) => one.key, minLength: 1, maxLength: 8 });

/** Something that answers the question, as people write it. */
function right({ kind, choices: some, most }: FormField): fc.Arbitrary<unknown> {
  switch (kind) {
    case 'email':
      return fc.constantFrom('a@example.com', ' Somchai@Example.CO.TH ');
    case 'phone':
      return fc.constantFrom('081 234 5678', '+66 53 123 456 ext. 12', '๐๘๑๒๓๔๕๖๗๘');
    case 'number':
      return fc.oneof(fc.integer({ min: -1000, max: 1000 }), fc.constantFrom('12', '-4.5'));
    case 'choice':
      return fc.constantFrom(...(some ?? []).map(({ value }) => value));
    case 'consent':
      return fc.constant(true);
    case 'product':
      return fc.array(
        fc.record({ product: fc.stringMatching(/^[a-z0-9]{5}$/), quantity: fc.constantFrom('1', '2.5', 3) }),
        { minLength: 1, maxLength: 3 },
      );
    default:
      return fc.string({ minLength: 1, maxLength: most ?? 10 }).filter((text) => text.trim() !== '');
  }
}

const filled = fields.chain((list) =>
  fc.record({
    list: fc.constant(list),
    said: fc.record(Object.fromEntries(list.map((one) => [one.key, right(one)]))),
  }),
);

const refusalOf = (work: () => unknown) => {
  try {
    work();
    return undefined;
  } catch (error) {
    if (isRefusal(error)) return error;
    throw error;
  }
};

describe('what is written into a form', () => {
  property('right answers are kept in the order of the questions, each with its question', filled, ({ list, said }) => {
    const answers = readAnswers(list, said, 'th');
    expect(answers.map((one) => one.key)).toEqual(list.map((one) => one.key));
    for (const [index, answer] of answers.entries()) {
      expect(answer).toMatchObject({ kind: list[index]?.kind, label: list[index]?.label });
    }
    // What was read once reads the same again.
    const again = readAnswers(list, Object.fromEntries(answers.map((one) => [one.key, one.value])), 'th');
    expect(again).toEqual(answers);
    const person = personIn(answers);
    expect(person.email === null).toBe(!list.some(({ kind }) => kind === 'email'));
    expect(person.phone === null).toBe(!list.some(({ kind }) => kind === 'phone'));
  });

  property(
    'left out is refused where it must be answered, and nothing is kept of it where it need not',
    filled.chain(({ list, said }) => fc.record({ list: fc.constant(list), said: fc.constant(said), at: fc.nat() })),
    ({ list, said, at }) => {
      const left = list[at % list.length] as FormField;
      const rest = Object.fromEntries(Object.entries(said).filter(([name]) => name !== left.key));
      const refusal = refusalOf(() => readAnswers(list, rest, 'en'));
      if (left.required) expect(refusal).toMatchObject({ status: 400, field: left.key });
      else expect(readAnswers(list, rest, 'en').some(({ key: name }) => name === left.key)).toBe(false);
    },
  );

  property(
    'whatever is sent is read or refused with 400 and a field, and no text grows longer than it may',
    fc.record({
      list: fields,
      said: fc.dictionary(fc.oneof(key, fc.constant('__proto__')), fc.jsonValue()),
      more: fc.jsonValue(),
    }),
    ({ list, said, more }) => {
      const all = { ...said, ...Object.fromEntries(list.slice(0, 2).map((one) => [one.key, more])) };
      const refusal = refusalOf(() => {
        for (const answer of readAnswers(list, all, 'th')) {
          const asked = list.find((one) => one.key === answer.key) as FormField;
          if (typeof answer.value === 'string' && longest(asked) > 0) {
            expect(answer.value.length).toBeLessThanOrEqual(longest(asked));
          }
        }
      });
      if (refusal) expect([refusal.status, typeof refusal.field]).toEqual([400, 'string']);
    },
  );

  property('what the form does not ask is refused by its name', fc.tuple(filled, key), ([{ list, said }, other]) => {
    fc.pre(!list.some((one) => one.key === other));
    expect(refusalOf(() => readAnswers(list, { ...said, [other]: 'x' }, 'th'))).toMatchObject({
      ...{ status: 400, code: 'form.unknown_answer', field: other },
    });
  });
});
