import { TypedDate, useSay } from '@sanya/strapi-plugin-platform/ui';

export interface ReceivedOnProps {
  /** `YYYY-MM-DD` */
  value: string;
  onChange: (date: string) => void;
}

/** The day on which money came in; emptied, the field goes back to the day that it said. */
export function ReceivedOn({ value, onChange }: ReceivedOnProps) {
  const say = useSay('billing');
  return (
    <TypedDate
      name="date"
      label={say('field.received_on')}
      value={value}
      onChange={(date) => date !== '' && onChange(date)}
    />
  );
}
