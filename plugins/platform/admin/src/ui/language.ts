import { useIntl } from 'react-intl';

export type Language = 'th' | 'en';

/** The reader's language of the admin panel; what is not Thai reads English. */
export const useLanguage = (): Language => (useIntl().locale.startsWith('th') ? 'th' : 'en');

export type Values = Record<string, string | number>;
export type Say = (key: string, values?: Values) => string;

/** Texts of one plugin: `useSay('billing')('invoices.title')` is the message `billing.invoices.title`. */
export function useSay(plugin: string): Say {
  const { formatMessage } = useIntl();
  return (key, values) => formatMessage({ id: `${plugin}.${key}`, defaultMessage: key }, values);
}
