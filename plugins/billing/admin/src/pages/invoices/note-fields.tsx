import type { ReactNode } from 'react';
import { Box, Field, TextInput, Typography } from '@strapi/design-system';
import { ChoiceField, FieldCell, Fields, LongTextField, useSay } from '@sanya/strapi-plugin-platform/ui';

export const CREDIT_CAUSES = [
  'goods_returned',
  'goods_faulty',
  'goods_short',
  'price_wrong',
  'service_short',
  'service_not_rendered',
  'contract_ended',
  'advance_returned',
  'other',
];
export const DEBIT_CAUSES = ['price_too_low', 'service_more', 'other'];

export interface CauseFieldsProps {
  causes: readonly string[];
  cause: string;
  onCause: (cause: string) => void;
  reason: string;
  onReason: (reason: string) => void;
  children?: ReactNode;
}

/** Why a note is issued: the lawful cause, and what happened. */
export function CauseFields({ causes, cause, onCause, reason, onReason, children }: CauseFieldsProps) {
  const say = useSay('billing');
  return (
    <>
      <Fields>
        <FieldCell>
          <ChoiceField
            name="cause"
            label={say('note.cause')}
            required
            value={cause}
            onChange={onCause}
            choices={causes.map((one) => [one, say(`cause.${one}`)] as const)}
          />
        </FieldCell>
        {children && <FieldCell>{children}</FieldCell>}
      </Fields>
      <LongTextField name="reason" label={say('field.reason')} required value={reason} onChange={onReason} />
    </>
  );
}

/** The heading of a column. */
export interface NoteHead {
  text: string;
  /** Amounts and quantities stand to the right. */
  right?: boolean;
}

// The design system's table moves the focus from cell to cell by itself: no place to type amounts in.
export const NoteTable = ({ heads, children }: { heads: readonly NoteHead[]; children: ReactNode }) => (
  <Box tag="table" width="100%" style={{ borderCollapse: 'collapse' }}>
    <thead>
      <NoteRow>
        {heads.map(({ text, right }) => (
          <Box key={text} tag="th" padding={2} textAlign={right ? 'right' : 'left'}>
            <Typography variant="sigma" textColor="neutral600" style={{ textTransform: 'none' }}>
              {text}
            </Typography>
          </Box>
        ))}
      </NoteRow>
    </thead>
    <tbody>{children}</tbody>
  </Box>
);

export const NoteRow = ({ children }: { children: ReactNode }) => (
  <Box tag="tr" borderStyle="solid" borderWidth="0 0 1px" borderColor="neutral150">
    {children}
  </Box>
);

export const NoteCell = ({ right = false, children }: { right?: boolean; children: ReactNode }) => (
  <Box tag="td" padding={2} textAlign={right ? 'right' : 'left'}>
    {children}
  </Box>
);

export interface NoteInputProps {
  name: string;
  label: string;
  value: string;
  /** What is wrong with it, in words. */
  error: string | false;
  disabled?: boolean;
  onChange: (text: string) => void;
}

/** An amount or a quantity of one line. */
export const NoteInput = ({ name, label, value, error, disabled, onChange }: NoteInputProps) => (
  <Box width="11rem">
    <Field.Root name={name} error={error}>
      <TextInput
        size="S"
        aria-label={label}
        inputMode="decimal"
        value={value}
        disabled={disabled}
        onChange={(event) => onChange(event.target.value)}
      />
      <Field.Error />
    </Field.Root>
  </Box>
);
