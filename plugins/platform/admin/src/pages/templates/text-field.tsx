import type { FocusEvent } from 'react';
import { Box, Button, Flex, Textarea, TextInput, Typography } from '@strapi/design-system';
import { Labelled, useSay } from '../../ui';

export interface Fault {
  message: string;
  line?: number;
  column?: number;
}

export type Field = HTMLInputElement | HTMLTextAreaElement;

interface TextFieldProps {
  name: string;
  label: string;
  value: string;
  long?: boolean;
  disabled: boolean;
  fault: Fault | undefined;
  onChange: (text: string) => void;
  onFocus: (field: Field) => void;
}

const AROUND = 28;
const CODE = { fontFamily: 'ui-monospace, SFMono-Regular, Menlo, monospace', lineHeight: 1.6 } as const;

/** The place in the text where a line and a column are. */
const placeOf = (text: string, line: number, column: number): number => {
  const before = text.split('\n').slice(0, line - 1);
  return Math.min(text.length, before.reduce((sum, one) => sum + one.length + 1, 0) + column - 1);
};

/** Where it is wrong: the text around it, leading into the field. */
function FaultPlace({ text, fault, onGo }: { text: string; fault: Fault; onGo: (place: number) => void }) {
  const say = useSay('platform');
  const { line, column } = fault;
  if (line === undefined || column === undefined) return null;
  const place = placeOf(text, line, column);
  const row = text.split('\n')[line - 1] ?? '';
  const from = Math.max(0, column - 1 - AROUND);
  return (
    <Flex gap={3} background="danger100" hasRadius padding={2} justifyContent="space-between">
      <Box style={{ ...CODE, fontSize: '1.2rem', overflowWrap: 'anywhere' }}>
        {from > 0 && '…'}
        {row.slice(from, column - 1)}
        <Typography tag="mark" fontWeight="bold" textColor="danger700" style={{ font: 'inherit', fontWeight: 700 }}>
          {row.slice(column - 1, column - 1 + AROUND) || '⏎'}
        </Typography>
        {row.length > column - 1 + AROUND && '…'}
      </Box>
      <Button size="S" variant="danger-light" onClick={() => onGo(place)}>
        {say('templates.go_there')}
      </Button>
    </Flex>
  );
}

/** One text of a template, and what is wrong with it where it is wrong. */
export function TemplateText({ name, label, value, long, disabled, fault, onChange, onFocus }: TextFieldProps) {
  const input = {
    value,
    disabled,
    style: CODE,
    onFocus: (event: FocusEvent<Field>) => onFocus(event.currentTarget),
  };
  const go = (place: number): void => {
    const [found] = document.getElementsByName(name) as unknown as Field[];
    found?.focus();
    found?.setSelectionRange(place, place + 1);
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Labelled name={name} label={label} error={fault?.message}>
        {long ? (
          <Textarea {...input} rows={16} spellCheck={false} onChange={(event) => onChange(event.target.value)} />
        ) : (
          <TextInput {...input} autoComplete="off" onChange={(event) => onChange(event.target.value)} />
        )}
      </Labelled>
      {fault && <FaultPlace text={value} fault={fault} onGo={go} />}
    </Flex>
  );
}
