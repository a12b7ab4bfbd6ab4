import { useIntl } from 'react-intl';
import { LinkTo } from './layout';

type PageOf = (documentId: string) => string;

// Each plugin brings its own copy of these components: what all of them tell each other hangs on the window.
const KEY = Symbol.for('sanya.subject-pages');
const pages = (): Map<string, PageOf> => {
  const home = globalThis as unknown as Record<symbol, Map<string, PageOf> | undefined>;
  home[KEY] ??= new Map();
  return home[KEY];
};

/** Where a plugin shows the things of a content type: `registerSubjectPage('plugin::sales.order', (id) => …)`. */
export const registerSubjectPage = (uid: string, page: PageOf): void => void pages().set(uid, page);

/** What a content type is called: the text `<plugin>.subject.<type>`. */
export function useSubjectName(): (uid: string) => string {
  const { formatMessage } = useIntl();
  return (uid) => {
    const [plugin = '', type = ''] = uid.replace('plugin::', '').split('.');
    return formatMessage({ id: `${plugin}.subject.${type}`, defaultMessage: type });
  };
}

/** A thing by its name or else by its kind, leading to its page where it has one. */
export function Subject({ type, documentId, name }: { type: string; documentId: string; name?: string }) {
  const nameOf = useSubjectName();
  const page = pages().get(type);
  const label = name ?? nameOf(type);
  return page ? <LinkTo to={page(documentId)}>{label}</LinkTo> : <span>{label}</span>;
}
