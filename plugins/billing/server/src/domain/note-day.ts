import {
  addMonths,
  badInput,
  broken,
  type CivilDate,
  compareDates,
  monthOf,
} from '@sanya/strapi-plugin-platform/kernel';

/** When the cause of a note arose, as whoever issues it says; today where nothing is said. */
export interface NoteDayWish {
  happenedOn?: CivilDate;
  /** They know that the note is late. */
  late?: boolean;
}

/** When the cause of a note arose, and whether its month and the next were over when the note was issued. */
export interface NoteDay {
  happenedOn: CivilDate;
  late: boolean;
}

/** What a note corrects: tax documents, or an invoice that none has named. */
export interface Corrected {
  originals: readonly { number: string; taxDate: CivilDate }[];
  invoice: { number: string; issuedOn: CivilDate };
}

/** The last month in which a note of this cause is issued (s.86/9, s.86/10): the one after it. */
export const lastNoteMonth = (happenedOn: CivilDate): string => monthOf(addMonths(`${monthOf(happenedOn)}-01`, 1));

export const isLateNote = (happenedOn: CivilDate, today: CivilDate): boolean =>
  monthOf(today) > lastNoteMonth(happenedOn);

/**
 * A cause lies between what is corrected and today. A note that corrects tax documents is issued in its month or the
 * next; later only by whoever says that it is late. A plain adjustment is no matter of tax months.
 */
export function noteDay(
  { happenedOn, late }: NoteDayWish,
  { originals, invoice }: Corrected,
  today: CivilDate,
): NoteDay {
  const on = happenedOn ?? today;
  const field = 'happenedOn';
  if (compareDates(on, today) > 0) {
    throw badInput('note.happened_in_future', { field, params: { date: on, today } });
  }
  const [newest = { number: invoice.number, taxDate: invoice.issuedOn }] = [...originals].sort((a, b) =>
    compareDates(b.taxDate, a.taxDate),
  );
  if (compareDates(on, newest.taxDate) < 0) {
    throw badInput('note.happened_before', { field, params: { date: on, number: newest.number, day: newest.taxDate } });
  }
  const isLate = originals.length > 0 && isLateNote(on, today);
  if (isLate && !late) throw broken('note.late', { field, params: { date: on, month: lastNoteMonth(on) } });
  return { happenedOn: on, late: isLate };
}
