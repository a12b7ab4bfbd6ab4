import { useIntl } from 'react-intl';
import { formatDate, formatMoney, isCivilDate } from '../../../../kernel/src';
import { useLanguage, useSay, useToday, useWordOf } from '../../ui';
import { type Condition, type Field, isGroup, kindOf, listOf, type Node, type Operand, type Subject } from './types';

/** What workflows are made of, told to their readers. */
export function useWords() {
  const say = useSay('platform');
  const wordOf = useWordOf();
  const language = useLanguage();
  const { currency } = useToday();
  const { formatMessage } = useIntl();

  const choiceWord = ({ of }: Field, value: string): string => (of ? wordOf(of.type, of.fact, value) : value);

  function operandText(field: Field | undefined, operand: Operand): string {
    if (typeof operand === 'boolean') return say(operand ? 'ui.yes' : 'ui.no');
    if (typeof operand === 'object') {
      return 'inDays' in operand
        ? say('workflows.in_days', { days: operand.inDays })
        : say('workflows.days_ago', { days: operand.daysAgo });
    }
    const text = String(operand);
    if (field?.kind === 'money') return formatMoney(text, currency);
    if (field?.kind === 'date' && isCivilDate(text)) return formatDate(text, language);
    return field?.kind === 'choice' ? choiceWord(field, text) : text;
  }

  function conditionText({ field: name, operator, value }: Condition, subject: Subject | undefined): string {
    const field = subject?.fields.find((one) => one.name === name);
    const operands = (Array.isArray(value) ? value : [value]).flatMap((one) => (one === undefined ? [] : [one]));
    const title = field?.operators.find((one) => one.name === operator)?.title ?? operator;
    return [field?.title ?? name, title, operands.map((one) => operandText(field, one)).join(', ')].join(' ').trim();
  }

  const nodeText = (node: Node, subject: Subject | undefined): string =>
    isGroup(node)
      ? `(${listOf(node)
          .map((one) => nodeText(one, subject))
          .join(` ${say(`workflows.and_${kindOf(node)}`)} `)})`
      : conditionText(node, subject);

  return {
    choiceWord,
    conditionText,
    nodeText,
    waitText: (wait: string | null): string => {
      const [, amount = '0', unit = 'D'] = /^PT?(\d+)([DH])$/.exec(wait ?? '') ?? [];
      return wait
        ? say(unit === 'D' ? 'workflows.after_days' : 'workflows.after_hours', { count: Number(amount) })
        : '';
    },
    /** A text by its whole name. */
    sayAny: (id: string, values?: Record<string, string | number>): string => formatMessage({ id }, values),
  };
}
