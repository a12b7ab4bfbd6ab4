import type { ComponentType } from 'react';
import { useIntl } from 'react-intl';
import { LinkTo } from './layout';
import type { EventFacts } from './event-facts';

type PageOf = (documentId: string) => string;

/** Beside the form of the content manager: told what it is about; what it does there is read anew by `onDone`. */
export type BesideForm = ComponentType<{ id: string; onDone: () => void }>;

/** What the content manager does with the rows that are chosen in its list. */
export interface DeedOnMany {
  /** Text id of the button. */
  label: string;
  permission: string;
  /** A hook: what is done with the document ids. */
  useDeed: () => (ids: readonly string[]) => Promise<unknown>;
}

/** How a plugin shows the things of a content type, in its own pages and in the content manager. */
export interface SubjectShown {
  /** Its own page. */
  page?: PageOf;
  /** Facts of its events that a timeline tells, with their words. */
  facts?: EventFacts;
  /** Words of what it may be that no event tells: prefixes of texts, as in facts. */
  words?: Record<string, string>;
  /** What stands beside its form in the content manager. */
  beside?: () => Promise<{ default: BesideForm }>;
  many?: DeedOnMany;
}

export interface Shown {
  page?: PageOf;
  facts: EventFacts;
  words: Record<string, string>;
  beside: (() => Promise<{ default: BesideForm }>)[];
  many: DeedOnMany[];
}

// Each plugin brings its own copy of these components: what all of them tell each other hangs on the window.
const KEY = Symbol.for('sanya.subjects');
const subjects = (): Map<string, Shown> => {
  const home = globalThis as unknown as Record<symbol, Map<string, Shown> | undefined>;
  home[KEY] ??= new Map();
  return home[KEY];
};

/** Says how a content type is shown: `registerSubject('plugin::sales.order', { page: (id) => … })`. Later plugins add. */
export function registerSubject(uid: string, { page, facts, words, beside, many }: SubjectShown): void {
  const before = subjects().get(uid);
  subjects().set(uid, {
    page: page ?? before?.page,
    facts: { ...before?.facts, ...facts },
    words: { ...before?.words, ...words },
    beside: [...(before?.beside ?? []), ...(beside ? [beside] : [])],
    many: [...(before?.many ?? []), ...(many ? [many] : [])],
  });
}

export const subjectOf = (uid: string): Shown | undefined => subjects().get(uid);
export const subjectTypes = (): string[] => [...subjects().keys()];

/** What a content type is called: the text `<plugin>.subject.<type>`. */
export function useSubjectName(): (uid: string) => string {
  const { formatMessage } = useIntl();
  return (uid) => {
    const [plugin = '', type = ''] = uid.replace('plugin::', '').split('.');
    return formatMessage({ id: `${plugin}.subject.${type}`, defaultMessage: type });
  };
}

/** What of a thing may be one of several, in words: `wordOf('plugin::sales.order', 'state', 'placed')`. */
export function useWordOf(): (uid: string, fact: string, value: string) => string {
  const { formatMessage } = useIntl();
  return (uid, fact, value) => {
    const [plugin = ''] = uid.replace('plugin::', '').split('.');
    const shown = subjectOf(uid);
    const words = shown?.words[fact] ?? shown?.facts[fact]?.words;
    return words ? formatMessage({ id: `${plugin}.${words}.${value}`, defaultMessage: value }) : value;
  };
}

/** A thing by its kind, and by what tells it from others where that is known, leading to its page where it has one. */
export function Subject({ type, documentId, name }: { type: string; documentId: string; name?: string }) {
  const nameOf = useSubjectName();
  const page = subjectOf(type)?.page;
  const text = [nameOf(type), name].filter(Boolean).join(' ');
  return page ? <LinkTo to={page(documentId)}>{text}</LinkTo> : <span>{text}</span>;
}
