import { formatDate, formatMonth, type Language } from '@sanya/strapi-plugin-platform/kernel';
import { DateLocalizer } from 'react-big-calendar';

const two = (value: number): string => String(value).padStart(2, '0');

/** The calendar thinks in this machine's own moments; days are days here. */
export const dayOf = (date: Date): string => `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;

export function momentOf(day: string): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date);
}

/** Weeks begin on Sunday in Thai offices and on Monday elsewhere; Thai years are Buddhist. */
export const localizerOf = (language: Language): DateLocalizer =>
  new DateLocalizer({
    firstOfWeek: () => (language === 'th' ? 0 : 1),
    formats: {
      dateFormat: 'day',
      weekdayFormat: 'weekday',
      monthHeaderFormat: 'month',
      dayHeaderFormat: 'date',
      dayFormat: 'date',
    },
    format: (value: Date, format: string): string => {
      switch (format) {
        case 'day':
          return String(value.getDate());
        case 'weekday':
          // Thai calendars have อา จ อ; what is called short is too long for a small screen.
          return new Intl.DateTimeFormat(language, { weekday: language === 'th' ? 'narrow' : 'short' }).format(value);
        case 'month':
          return formatMonth(dayOf(value).slice(0, 7), language, 'long');
        default:
          return formatDate(dayOf(value), language, 'long');
      }
    },
  } as never);
