import { useIntl } from 'react-intl';
import { formatDate, formatMoney, isCivilDate } from '../../../kernel/src';
import { useLanguage } from './language';
import { useToday } from './use-today';

/**
 * How a fact of an event is told. `label` is a text of the plugin; `words` a prefix of its texts that the value is one
 * of, or else stands for itself; `name` says what is called the same in every language. A `thing` (an address, a list of
 * prices) is only said to have changed.
 */
export interface EventFact {
  label: string;
  as?: 'money' | 'date' | 'flag' | 'thing';
  words?: string;
  name?: (value: string) => string;
}

/** By the name of the fact. What is not named here is not told. */
export type EventFacts = Record<string, EventFact>;

type Known = Record<string, unknown> | null;

export interface ToldFact {
  name: string;
  label: string;
  /** Undefined where there was none, or nothing else. */
  before: string | undefined;
  after: string | undefined;
}

const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || value === false || value === '0' || value === 0;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

export interface FactsOfEvent {
  subjectType: string;
  before: Known;
  after: Known;
  currency: string | null;
}

/** The facts of an event in the reader's words: what changed, and of what is new what was said. */
export function useToldFacts(): (event: FactsOfEvent, facts: EventFacts) => ToldFact[] {
  const { formatMessage } = useIntl();
  const language = useLanguage();
  const { currency: own } = useToday();
  return ({ subjectType, before, after, currency }, facts) => {
    const [plugin = ''] = subjectType.replace('plugin::', '').split('.');
    const say = (key: string, otherwise = key): string =>
      formatMessage({ id: `${plugin}.${key}`, defaultMessage: otherwise });
    const textOf = (value: unknown, { as, words, name }: EventFact): string | undefined => {
      if (value === undefined || value === null || value === '') return undefined;
      if (words) return say(`${words}.${String(value)}`, String(value));
      if (name) return name(String(value));
      if (as === 'money') return formatMoney(String(value), currency ?? own);
      if (as === 'flag') return formatMessage({ id: `platform.ui.${value === true ? 'yes' : 'no'}` });
      if (as === 'date' && isCivilDate(String(value))) return formatDate(String(value), language);
      return as === 'thing' || typeof value === 'object' ? undefined : String(value);
    };
    return Object.entries(facts).flatMap(([name, fact]) => {
      const [was, is] = [before?.[name], after?.[name]];
      const isNew = !(name in (before ?? {}));
      if (isNew ? isNothing(is) || fact.as === 'thing' : same(was, is)) return [];
      return [{ name, label: say(fact.label), before: textOf(was, fact), after: textOf(is, fact) }];
    });
  };
}
