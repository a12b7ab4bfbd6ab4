import { Combobox, ComboboxOption } from '@strapi/design-system';
import { Labelled, useSay } from '../../ui';

interface ZoneFieldProps {
  value: string;
  disabled: boolean;
  onChange: (zone: string) => void;
}

/** The zones that this machine knows; what is kept stands among them in any case. */
const zones = (kept: string): string[] => [...new Set([kept, ...Intl.supportedValuesOf('timeZone')])].filter(Boolean);

export function ZoneField({ value, disabled, onChange }: ZoneFieldProps) {
  const say = useSay('platform');
  return (
    <Labelled name="zone" label={say('setting.zone')} hint={say('setting.zone_hint')} required>
      <Combobox
        value={value}
        disabled={disabled}
        autocomplete="both"
        noOptionsMessage={() => say('company.no_zone')}
        onChange={(zone) => onChange(zone ? String(zone) : value)}
      >
        {zones(value).map((zone) => (
          <ComboboxOption key={zone} value={zone}>
            {zone}
          </ComboboxOption>
        ))}
      </Combobox>
    </Labelled>
  );
}
