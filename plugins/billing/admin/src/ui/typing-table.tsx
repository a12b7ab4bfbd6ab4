import type { ReactNode } from 'react';
import { Box, Field, TextInput, Typography } from '@strapi/design-system';

/** The heading of a column. */
export interface TypingHead {
  text: string;
  /** Amounts and quantities stand to the right. */
  right?: boolean;
}

/** A table to type in: the design system's own moves the focus from cell to cell by itself. */
export const TypingTable = ({ heads, children }: { heads: readonly TypingHead[]; children: ReactNode }) => (
  <Box tag="table" width="100%" style={{ borderCollapse: 'collapse' }}>
    <thead>
      <TypingRow>
        {heads.map(({ text, right }) => (
          <Box key={text} tag="th" padding={2} textAlign={right ? 'right' : 'left'}>
            <Typography variant="sigma" textColor="neutral600" style={{ textTransform: 'none' }}>
              {text}
            </Typography>
          </Box>
        ))}
      </TypingRow>
    </thead>
    <tbody>{children}</tbody>
  </Box>
);

export const TypingRow = ({ children }: { children: ReactNode }) => (
  <Box tag="tr" borderStyle="solid" borderWidth="0 0 1px" borderColor="neutral150">
    {children}
  </Box>
);

export interface TypingCellProps {
  right?: boolean;
  /** How many columns it takes. */
  span?: number;
  children: ReactNode;
}

export const TypingCell = ({ right = false, span, children }: TypingCellProps) => (
  <Box tag="td" padding={2} textAlign={right ? 'right' : 'left'} colSpan={span}>
    {children}
  </Box>
);

export interface TypingInputProps {
  name: string;
  label: string;
  value: string;
  /** What is wrong with it, in words. */
  error?: string | false;
  /** Wrong, and said elsewhere. */
  isWrong?: boolean;
  placeholder?: string;
  inputMode?: 'decimal' | 'text';
  disabled?: boolean;
  onChange: (text: string) => void;
}

/** An amount or a quantity of one line. */
export const TypingInput = ({ name, label, error, isWrong, onChange, ...input }: TypingInputProps) => (
  <Box width="11rem">
    <Field.Root name={name} error={error}>
      <TextInput
        size="S"
        aria-label={label}
        inputMode="decimal"
        {...input}
        hasError={isWrong}
        onChange={(event) => onChange(event.target.value)}
      />
      <Field.Error />
    </Field.Root>
  </Box>
);
