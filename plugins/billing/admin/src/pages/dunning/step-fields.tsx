import { Flex, Typography } from '@strapi/design-system';
import {
  AmountField,
  ChoiceField,
  FieldRow,
  PercentField,
  RemoveButton,
  useSay,
  WholeField,
} from '@sanya/strapi-plugin-platform/ui';
import { ACTIONS, CHANNELS, type DunningStep, TEMPLATES, WARNINGS } from './types';

const MOST_DAYS = 365;

export interface StepFieldsProps {
  name: string;
  step: DunningStep;
  currency: string;
  sentence: string;
  disabled: boolean;
  errorAt: (field: string) => string | undefined;
  onChange: (part: Partial<DunningStep>) => void;
  onRemove: () => void;
}

/** One step of a policy, and below it what it says in words. */
export function StepFields({ name, step, currency, sentence, disabled, errorAt, onChange, onRemove }: StepFieldsProps) {
  const say = useSay('billing');
  const isEarly = step.day < 0;
  const days = Math.abs(step.day);
  const isWritten = step.channel === 'mail' || step.channel === 'letter';
  const named = (key: keyof DunningStep, label: string) => ({
    ...{ name: `${name}.${key}`, label: say(label), disabled, error: errorAt(`${name}.${key}`) },
  });
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Typography fontWeight="semiBold">{sentence}</Typography>
      <FieldRow action={!disabled && <RemoveButton label={say('dunning.remove_step')} onRemove={onRemove} />}>
        <WholeField
          {...named('day', 'dunning.days')}
          min={0}
          max={MOST_DAYS}
          value={days}
          onChange={(value) => onChange({ day: isEarly ? -value : value })}
        />
        <ChoiceField
          {...named('day', 'dunning.when')}
          name={`${name}.when`}
          error={undefined}
          value={isEarly ? 'before' : 'after'}
          onChange={(value) => onChange({ day: value === 'before' ? -days : days })}
          choices={(['before', 'after'] as const).map((one) => [one, say(`dunning.when_${one}`)])}
        />
        <ChoiceField
          {...named('channel', 'dunning.channel')}
          value={step.channel}
          onChange={(channel) => onChange({ channel: channel as DunningStep['channel'] })}
          choices={CHANNELS.map((one) => [one, say(`dunning.channel_${one}`)])}
        />
        {isWritten && (
          <ChoiceField
            {...named('template', 'dunning.template')}
            required
            value={step.template ?? ''}
            onChange={(template) => onChange({ template })}
            choices={TEMPLATES.map((one) => [one, say(`dunning.template_${one}`)])}
          />
        )}
        {isWritten && (
          <ChoiceField
            {...named('warns', 'dunning.warns')}
            value={step.warns}
            onChange={(warns) => onChange({ warns: warns as DunningStep['warns'] })}
            choices={WARNINGS.map((one) => [one, say(`dunning.warns_${one}`)])}
          />
        )}
        {step.day > 0 && (
          <>
            <ChoiceField
              {...named('action', 'dunning.action')}
              value={step.action}
              onChange={(action) => onChange({ action: action as DunningStep['action'] })}
              choices={ACTIONS.map((one) => [one, say(`dunning.action_${one}`)])}
            />
            <AmountField
              {...named('feeAmount', 'dunning.fee_amount')}
              currency={currency}
              value={step.feeAmount}
              onChange={(feeAmount) => onChange({ feeAmount })}
              onClear={() => onChange({ feeAmount: '0' })}
            />
            <PercentField
              {...named('feePpm', 'dunning.fee_share')}
              value={step.feePpm}
              onChange={(feePpm) => onChange({ feePpm })}
              onClear={() => onChange({ feePpm: 0 })}
            />
          </>
        )}
      </FieldRow>
    </Flex>
  );
}
