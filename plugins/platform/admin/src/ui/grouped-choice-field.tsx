import { useId } from 'react';
import { Box, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { type ChoiceFieldProps, Labelled } from './form-fields';

export interface ChoiceGroup {
  title: string;
  choices: ChoiceFieldProps['choices'];
}

/** The design system has groups only where several may be chosen. */
function Group({ title, choices }: ChoiceGroup) {
  const id = useId();
  return (
    <Box role="group" aria-labelledby={id}>
      <Box paddingLeft={4} paddingRight={4} paddingTop={3} paddingBottom={1}>
        <Typography id={id} variant="sigma" textColor="neutral600" style={{ textTransform: 'none' }}>
          {title}
        </Typography>
      </Box>
      {choices.map(([one, label]) => (
        <SingleSelectOption key={one} value={one}>
          {label}
        </SingleSelectOption>
      ))}
    </Box>
  );
}

export type GroupedChoiceFieldProps = Omit<ChoiceFieldProps, 'choices' | 'clearLabel'> & {
  groups: readonly ChoiceGroup[];
};

/** One of many, under titles that say what each is about. */
export function GroupedChoiceField({ value, onChange, groups, placeholder, ...named }: GroupedChoiceFieldProps) {
  return (
    <Labelled {...named}>
      <SingleSelect
        value={value === '' ? null : value}
        disabled={named.disabled}
        placeholder={placeholder}
        onChange={(chosen) => onChange(String(chosen))}
      >
        {groups.map((group) => (
          <Group key={group.title} {...group} />
        ))}
      </SingleSelect>
    </Labelled>
  );
}
