import fc from 'fast-check';
import { CHUNK, chunksOf } from '../../../plugins/contracts/server/src/domain/run-chunks';
import { property } from '../../support/random';

/** Due contracts customer by customer, as many each as drawn. */
const due = fc
  .array(fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 1, max: 40 }) }, { weight: 1, arbitrary: fc.nat(1_200) }), {
    maxLength: 60,
  })
  .map((sizes) =>
    sizes
      .flatMap((size, customer) => Array.from({ length: size }, () => customer))
      .map((customer, id) => ({ id, documentId: String(id), customer })),
  );

property('chunks hold every contract once and in order, and those of a customer together', due, (contracts) => {
  const chunks = chunksOf(contracts, false);
  expect(chunks.flat()).toEqual(contracts);
  for (const chunk of chunks) expect(chunk.length).toBeLessThanOrEqual(CHUNK);
  for (const customer of new Set(contracts.map((one) => one.customer))) {
    const own = contracts.filter((one) => one.customer === customer).length;
    const at = chunks.filter((chunk) => chunk.some((one) => one.customer === customer)).length;
    expect(at).toBe(Math.ceil(own / CHUNK));
  }
});

property('the customer of whom there may be more waits, unless nobody else is there', due, (contracts) => {
  const last = contracts.at(-1)?.customer;
  const others = contracts.filter(({ customer }) => customer !== last);
  expect(chunksOf(contracts, true).flat()).toEqual(others.length > 0 ? others : contracts);
});
