import type { Channel, DunningAction, Warning } from '../../../../server/src/domain/dunning/policy';

export interface BareStep {
  /** Document id of the step that it was. */
  step?: string;
  day: number;
  channel: Channel;
  template: string | null;
  feeAmount: string;
  feePpm: number;
  action: DunningAction;
  warns: Warning;
}

/** A step as it is kept: what its fields do not show any more, after another day or channel was chosen, goes with them. */
export function bareStep({ step, day, channel, template, feeAmount, feePpm, action, warns }: BareStep): BareStep {
  const isWritten = channel === 'mail' || channel === 'letter';
  const late: Pick<BareStep, 'feeAmount' | 'feePpm' | 'action'> =
    day > 0 ? { feeAmount, feePpm, action } : { feeAmount: '0', feePpm: 0, action: 'none' };
  return {
    ...(step === undefined ? {} : { step }),
    ...{ day, channel, ...late },
    ...{ template: isWritten ? template : null, warns: isWritten ? warns : 'none' },
  };
}
