import { useId } from 'react';
import { Box, Typography } from '@strapi/design-system';
import { type ChoiceFieldProps, type Choices, OptionsField, optionsOf } from './form-fields';

export interface ChoiceGroup {
  title: string;
  choices: Choices;
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
      {optionsOf(choices)}
    </Box>
  );
}

export type GroupedChoiceFieldProps = Omit<ChoiceFieldProps, 'choices' | 'clearLabel'> & {
  groups: readonly ChoiceGroup[];
};

/** One of many, under titles that say what each is about. */
export const GroupedChoiceField = ({ groups, ...choosing }: GroupedChoiceFieldProps) => (
  <OptionsField {...choosing}>
    {groups.map((group) => (
      <Group key={group.title} {...group} />
    ))}
  </OptionsField>
);
