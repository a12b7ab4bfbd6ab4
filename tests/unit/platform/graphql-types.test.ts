import { civilDate, day, decimal, instant, money } from '@sanya/strapi-plugin-platform/kit';
import { buildSchema } from 'graphql';
import { z } from 'zod';
import { createGraphqlTypes } from '../../../plugins/platform/server/src/doors/graphql-types';

const SCALARS = 'scalar JSON scalar Long scalar Date scalar DateTime type Query { a: Int }';

/** The SDL of one output, read by GraphQL itself. */
function answered(shape: z.ZodType): { root: string; sdl: string } {
  const types = createGraphqlTypes();
  const root = types.output('doIt', shape);
  const sdl = types.sdl();
  buildSchema(`${SCALARS}\n${sdl}`);
  return { root, sdl };
}
const asked = (shape: z.ZodType): { root: string | undefined; sdl: string } => {
  const types = createGraphqlTypes();
  const root = types.input('doIt', shape);
  const sdl = types.sdl();
  buildSchema(`${SCALARS}\n${sdl}`);
  return { root, sdl };
};

test('money, dates, quantities and choices have types of their own', () => {
  const line = z.strictObject({ total: money, quantity: decimal }).meta({ id: 'Line' });
  const { root, sdl } = answered(
    z.strictObject({
      ...{ total: money, cap: money.nullable(), on: day, at: instant.nullable(), quantity: decimal, count: z.int() },
      ...{ state: z.enum(['open', 'paid']), rate: z.enum(['0.5', '1']), note: z.string().optional() },
      ...{ lines: z.array(line), first: line.nullable(), parts: z.strictObject({ deep: z.boolean() }) },
    }),
  );
  expect(root).toBe('DoItPayload');
  for (const field of [
    ...['total: Long!', 'cap: Long\n', 'on: Date!', 'at: DateTime\n', 'quantity: String!', 'count: Int!'],
    ...['state: DoItStateEnum!', 'rate: String!', 'note: String\n', 'lines: [LinePayload!]!', 'first: LinePayload\n'],
    ...['parts: DoItPartsPayload!', 'enum DoItStateEnum {\n  open\n  paid\n}'],
  ]) {
    expect(sdl).toContain(field);
  }
});

test('alternatives that a field tells apart are a union, and it is known which one an answer is', () => {
  const types = createGraphqlTypes();
  const way = z.discriminatedUnion('method', [
    z.strictObject({ method: z.literal('bank_transfer'), account: z.string() }),
    z.strictObject({ method: z.literal('cash') }).meta({ id: 'Cash' }),
  ]);
  expect(types.output('ways', z.array(way))).toBe('[WaysPayload!]');
  expect(types.sdl()).toContain('union WaysPayload = WaysBankTransferPayload | CashPayload');
  const { __resolveType } = types.resolvers().WaysPayload ?? {};
  expect(__resolveType?.({ method: 'cash' })).toBe('CashPayload');
  expect(__resolveType?.({ method: 'bank_transfer' })).toBe('WaysBankTransferPayload');
});

test('on the way in an object or its abbreviation is the object, and alternatives of objects one in which all is optional', () => {
  const address = z.union([z.string().transform((line1) => ({ line1 })), z.strictObject({ line1: z.string() })]);
  const amount = z.union([z.string(), z.int()]).transform(BigInt).meta({ format: 'minor-units' });
  const { root, sdl } = asked(
    z.strictObject({
      ...{
        address: address.nullish(),
        amount: amount.optional(),
        on: civilDate,
        quantity: z.union([z.string(), z.number()]),
      },
      how: z.union([z.strictObject({ a: z.string() }), z.strictObject({ b: z.int() })]),
    }),
  );
  expect(root).toBe('DoItInput');
  for (const field of [
    ...['address: DoItAddressInput\n', 'amount: Long\n', 'on: Date!', 'quantity: String!', 'how: DoItHowInput!'],
    'input DoItHowInput {\n  a: String\n  b: Int\n}',
  ]) {
    expect(sdl).toContain(field);
  }
});

test('what asks nothing has no input, and a name stands for one shape', () => {
  expect(asked(z.strictObject({})).root).toBeUndefined();
  const types = createGraphqlTypes();
  const named = (shape: z.ZodType) => z.strictObject({ a: shape }).meta({ id: 'Same' });
  types.output('one', named(z.string()));
  types.output('two', named(z.string()));
  expect(types.sdl().match(/SamePayload/g)).toHaveLength(1);
  expect(() => types.output('three', named(z.int()))).toThrow('SamePayload');
});
