import type { ReactNode } from 'react';
import { Box, Flex, IconButton, Toggle } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import { FieldCell, Labelled, type Named } from './form-fields';
import { useSay } from './language';

export interface SwitchFieldProps extends Named {
  value: boolean;
  onChange: (value: boolean) => void;
}

/** Yes or no, as Strapi's own settings ask it. */
export function SwitchField({ value, onChange, disabled, ...named }: SwitchFieldProps) {
  const say = useSay('platform');
  return (
    <Labelled {...named}>
      <Box maxWidth="26rem">
        <Toggle
          checked={value}
          disabled={disabled}
          onLabel={say('ui.yes')}
          offLabel={say('ui.no')}
          onChange={(event) => onChange(event.target.checked)}
        />
      </Box>
    </Labelled>
  );
}

export const Half = ({ children }: { children: ReactNode }) => <FieldCell width={6}>{children}</FieldCell>;

/** Fields of one entry of a list beside each other, what can be done with it at the end. */
export const FieldRow = ({ children, action }: { children: ReactNode; action?: ReactNode }) => (
  <Flex gap={3} alignItems="flex-start">
    <Box
      flex="1"
      minWidth={0}
      style={{ display: 'grid', gap: '12px', gridTemplateColumns: 'repeat(auto-fit, minmax(18rem, 1fr))' }}
    >
      {children}
    </Box>
    {action && <Box style={{ paddingTop: '2.5rem' }}>{action}</Box>}
  </Flex>
);

/** Takes an entry out of a list; says which. */
export const RemoveButton = ({ label, onRemove }: { label: string; onRemove: () => void }) => (
  <IconButton label={label} onClick={onRemove}>
    <Trash />
  </IconButton>
);
