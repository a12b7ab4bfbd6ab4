import fc from 'fast-check';
import { rateInside, rateOf, sum } from '@sanya/strapi-plugin-platform/kernel';
import { evaluate } from '../../../plugins/billing/server/src/domain/derivation';
import { invoiceAmounts } from '../../../plugins/billing/server/src/domain/invoice-amounts';
import { property } from '../../support/random';
import { pricedLines } from './arbitraries';

property(
  'lines add up to the document, whatever is rounded',
  fc.tuple(pricedLines, fc.boolean()),
  ([lines, included]) => {
    const amounts = invoiceAmounts(lines, included);
    const of = (key: 'net' | 'tax' | 'total') => sum(amounts.lines.map((line) => line[key]));
    return (
      of('net') === amounts.net &&
      of('tax') === amounts.tax &&
      of('total') === amounts.total &&
      amounts.net + amounts.tax === amounts.total &&
      amounts.lines.every((line) => line.net + line.tax === line.total && line.net >= 0n && line.tax >= 0n)
    );
  },
);

property('tax is rounded once per rate of the document', fc.tuple(pricedLines, fc.boolean()), ([lines, included]) => {
  const amounts = invoiceAmounts(lines, included);
  return amounts.rates.every(({ net, tax, ratePpm }) =>
    included ? tax === rateInside(net + tax, ratePpm) : tax === rateOf(net, ratePpm),
  );
});

property(
  'tax inside and tax outside agree: what is taken out of a total is what was put on it',
  pricedLines,
  (lines) => {
    const outside = invoiceAmounts(lines, false);
    return outside.rates.every(({ net, tax, ratePpm }) => rateInside(net + tax, ratePpm) === tax);
  },
);

property(
  're-evaluating the derivation of a line gives its amount',
  fc.tuple(pricedLines, fc.boolean()),
  ([lines, included]) => {
    const amounts = invoiceAmounts(lines, included);
    return lines.every((line, index) => {
      const own = amounts.lines[index];
      if (!own) return false;
      const again = evaluate({
        currency: 'THB',
        unitPrice: String(line.unitPrice),
        quantity: String(line.quantity),
        unit: '',
        discount: String(line.discount),
        tax: { category: line.taxCategory, ratePpm: line.ratePpm, included, share: String(own.taxShare) },
      });
      return again.total === own.total && again.tax === own.tax && again.net === own.net;
    });
  },
);
