import fc from 'fast-check';
import { isLateNote, lastNoteMonth, noteDay } from '../../../plugins/billing/server/src/domain/note-day';

const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2039-12-31'), noInvalidDate: true })
  .map((one) => one.toISOString().slice(0, 10));
const INVOICE = { number: 'INV-1', issuedOn: '2026-01-05' };
const corrected = (...days: string[]) => ({
  invoice: INVOICE,
  originals: days.map((taxDate, index) => ({ number: `TX-${index}`, taxDate })),
});
const TODAY = '2026-03-31';

test('a note is issued in the month of its cause or the next, and late only by whoever says so', () => {
  const on = (happenedOn: string, late?: boolean) => noteDay({ happenedOn, late }, corrected('2025-12-31'), TODAY);
  expect(lastNoteMonth('2025-12-31')).toBe('2026-01');
  expect(lastNoteMonth('2026-01-31')).toBe('2026-02');
  expect(on('2026-02-01')).toEqual({ happenedOn: '2026-02-01', late: false });
  expect(() => on('2026-01-31')).toThrow('note.late');
  expect(() => on('2026-01-31', false)).toThrow('note.late');
  expect(on('2026-01-31', true)).toEqual({ happenedOn: '2026-01-31', late: true });
  expect(on('2026-02-01', true)).toEqual({ happenedOn: '2026-02-01', late: false });
});

test('a cause lies between the newest of what is corrected and today', () => {
  const on = (happenedOn: string, ...days: string[]) => noteDay({ happenedOn }, corrected(...days), TODAY);
  expect(() => on('2026-04-01')).toThrow('note.happened_in_future');
  expect(() => on('2026-03-09', '2026-03-10', '2026-02-01')).toThrow('note.happened_before');
  expect(on('2026-03-10', '2026-03-10', '2026-02-01').happenedOn).toBe('2026-03-10');
  // A plain adjustment is no matter of tax months.
  expect(() => on('2026-01-04')).toThrow('note.happened_before');
  expect(on('2026-01-05')).toEqual({ happenedOn: '2026-01-05', late: false });
});

test('nothing said is today, and today is never late', () => {
  fc.assert(
    fc.property(day, day, (one, other) => {
      const [taxDate = '', today = ''] = [one, other].sort();
      expect(noteDay({}, corrected(taxDate), today)).toEqual({ happenedOn: today, late: false });
      const months = (Number(today.slice(0, 4)) - Number(taxDate.slice(0, 4))) * 12;
      expect(isLateNote(taxDate, today)).toBe(months + Number(today.slice(5, 7)) - Number(taxDate.slice(5, 7)) > 1);
    }),
  );
});
