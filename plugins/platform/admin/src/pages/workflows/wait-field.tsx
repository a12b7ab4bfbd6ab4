import { ChoiceField, FieldCell, useSay, WholeField } from '../../ui';

interface WaitFieldProps {
  /** `P3D`, `PT4H`, or empty. */
  value: string;
  disabled: boolean;
  error: string | undefined;
  onChange: (wait: string) => void;
}

const MOST = 999;

/** At once, or so many days or hours after it happened. */
export function WaitField({ value, disabled, error, onChange }: WaitFieldProps) {
  const say = useSay('platform');
  const [, amount = '1', unit = ''] = /^PT?(\d+)([DH])$/.exec(value) ?? [];
  const wait = (count: number, of: string): string => (of === 'D' ? `P${count}D` : of === 'H' ? `PT${count}H` : '');
  return (
    <>
      <FieldCell width={3}>
        <ChoiceField
          {...{ name: 'wait', label: say('workflows.wait'), disabled, error }}
          hint={value ? say('workflows.wait_hint') : undefined}
          value={unit || 'now'}
          onChange={(next) => onChange(wait(Number(amount), next))}
          choices={[
            ['now', say('workflows.wait_now')],
            ['D', say('workflows.wait_days')],
            ['H', say('workflows.wait_hours')],
          ]}
        />
      </FieldCell>
      <FieldCell width={3}>
        {value !== '' && (
          <WholeField
            {...{ name: 'wait-count', label: say('workflows.wait_count'), disabled }}
            min={1}
            max={MOST}
            value={Number(amount)}
            onChange={(count) => onChange(wait(count, unit))}
          />
        )}
      </FieldCell>
    </>
  );
}
