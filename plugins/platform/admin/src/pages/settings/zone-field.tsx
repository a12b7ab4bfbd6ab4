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
        // Of a long list the design system draws only what is in sight, and does not find the text of the rest.
        defaultTextValue={value}
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
