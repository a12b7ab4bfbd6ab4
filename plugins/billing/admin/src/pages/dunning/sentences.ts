import { formatMoney } from '@sanya/strapi-plugin-platform/kernel';
import { percentText, useSay } from '@sanya/strapi-plugin-platform/ui';
import { useDayText } from './board-columns';
import type { DunningStep } from './types';

/** A step in one sentence: when, how, what it costs, what is done, what it warns of. */
export function useSentence(currency: string): (step: DunningStep) => string {
  const say = useSay('billing');
  const dayText = useDayText();
  return ({ day, channel, template, feeAmount, feePpm, action, warns }) => {
    const isWritten = channel === 'mail' || channel === 'letter';
    const fee = [
      ...(feeAmount === '0' ? [] : [formatMoney(feeAmount, currency, { symbol: true })]),
      ...(feePpm === 0 ? [] : [say('dunning.sentence_share', { rate: percentText(feePpm) })]),
    ].join(' + ');
    const parts = [
      say(`dunning.sentence_${channel}`, { text: isWritten && template ? say(`dunning.template_${template}`) : '' }),
      ...(fee === '' ? [] : [say('dunning.sentence_fee', { fee })]),
      ...(action === 'none' ? [] : [say(`dunning.sentence_do_${action}`)]),
      ...(warns === 'none' ? [] : [say(`dunning.sentence_warns_${warns}`)]),
    ];
    return `${dayText(day)}: ${parts.join(', ')}`;
  };
}
