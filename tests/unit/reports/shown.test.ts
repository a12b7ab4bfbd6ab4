import { changeOf, changeText, labelText, plotRows, presetPeriod } from '../../../plugins/reports/admin/src/shown';
import type { Plot } from '../../../plugins/reports/admin/src/types';

test('a change is told in tenths of a percent; from nothing there is none', () => {
  expect(changeOf('10520', '10000')).toBe(52n);
  expect(changeOf('-5', '-10')).toBe(500n);
  expect(changeOf(5, 0)).toBeUndefined();
  expect([changeText(52n), changeText(-1234n), changeText(0n)]).toEqual(['+5.2 %', '−123.4 %', '+0.0 %']);
});

test('labels are read as people here read them', () => {
  expect(labelText('2026-01', 'month', 'th')).toBe('ม.ค. 2569');
  expect(labelText('2026-01', 'month', 'en')).toBe('Jan 2026');
  expect(labelText('2026-01-31', 'date', 'th')).toBe('31 ม.ค. 2569');
  expect(labelText('', 'text', 'en')).toBe('–');
});

const of = [{ key: 'net', title: 'Net' }];
const point = (label: string, net: string) => ({ label, values: { net } });

test('along time the periods stand one after the other, the longer one whole', () => {
  const plot: Plot = {
    along: 'month',
    of,
    points: [point('2026-03', '3')],
    before: [point('2026-01', '1'), point('2026-02', '2')],
  };
  expect(plotRows(plot, 'en')).toEqual([
    { label: 'Mar 2026', values: { net: '3', before_net: '1' } },
    { label: 'Feb 2026', values: { net: '0', before_net: '2' } },
  ]);
});

test('along names each stands beside its own, and what is no longer there is not forgotten', () => {
  const plot: Plot = {
    along: 'word',
    of,
    points: [point('Cash', '3'), point('Card', '1')],
    before: [point('Cheque', '7'), point('Cash', '2')],
  };
  expect(plotRows(plot, 'en')).toEqual([
    { label: 'Cash', values: { net: '3', before_net: '2' } },
    { label: 'Card', values: { net: '1', before_net: '0' } },
    { label: 'Cheque', values: { net: '0', before_net: '7' } },
  ]);
  expect(plotRows({ ...plot, before: [] }, 'en')[0]?.values).toEqual({ net: '3' });
});

test('months and years to choose from', () => {
  expect(presetPeriod('this_month', '2028-02-10')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
  expect(presetPeriod('last_month', '2027-01-31')).toEqual({ from: '2026-12-01', to: '2026-12-31' });
  expect(presetPeriod('this_year', '2027-01-31')).toEqual({ from: '2027-01-01', to: '2027-12-31' });
  expect(presetPeriod('last_year', '2028-02-29')).toEqual({ from: '2027-01-01', to: '2027-12-31' });
});
