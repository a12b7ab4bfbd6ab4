import { type KeyboardEvent, type ReactNode, useEffect, useState } from 'react';
import { Box, Field, Flex, Loader, Popover, TextInput, Typography } from '@strapi/design-system';
import { useDebounce } from '@strapi/strapi/admin';
import { type Params, reasonOf, useClient } from './client';
import { useSay } from './language';

const PAUSE_MS = 250;
const FOUND = 10;

export interface SearchPickerProps<Row> {
  name: string;
  label: string;
  placeholder: string;
  /** Staff door of the list. */
  url: string;
  /** What the door is asked for a text that was typed. */
  asked: (text: string) => Params;
  keyOf: (row: Row) => string;
  show: (row: Row) => ReactNode;
  onChoose: (row: Row) => void;
  nothing: string;
  error?: string;
  hint?: string;
}

interface Found<Row> {
  text: string;
  rows?: Row[];
  error?: string;
}

/** What was found for a text. What was found for another is not shown, not even for a moment: it could be chosen. */
function useFound<Row>(url: string, text: string, typed: string, asked: (text: string) => Params) {
  const { read } = useClient();
  const [answer, setAnswer] = useState<Found<Row>>();
  const params = text === '' ? '' : JSON.stringify({ ...asked(text), pagination: { pageSize: FOUND } });
  useEffect(() => {
    if (params === '') return undefined;
    let current = true;
    read<Row[]>(url, JSON.parse(params) as Params).then(
      ({ data }) => current && setAnswer({ text, rows: data }),
      (error: unknown) => current && setAnswer({ text, error: reasonOf(error) }),
    );
    return () => {
      current = false;
    };
  }, [read, url, text, params]);
  const settled = typed !== '' && answer?.text === typed;
  return { answer: settled ? answer : undefined, settled };
}

/** A thing among very many: typed, found, chosen by key or click. */
export function SearchPicker<Row>(props: SearchPickerProps<Row>) {
  const { name, label, placeholder, url, asked, keyOf, show, onChoose, nothing, error, hint } = props;
  const say = useSay('platform');
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const [shut, setShut] = useState(true);
  const [hurry, setHurry] = useState(false);
  const text = useDebounce(typed.trim(), PAUSE_MS);
  const { answer, settled } = useFound<Row>(url, text, typed.trim(), asked);
  const found = answer?.rows ?? [];

  const choose = (row: Row | undefined): void => {
    if (row === undefined) return;
    onChoose(row);
    setTyped('');
    setShut(true);
    setHurry(false);
  };
  // Enter was pressed before the answer was there: the first of what was found is meant.
  useEffect(() => {
    if (hurry && settled) {
      if (found.length > 0) choose(found[at]);
      else setHurry(false);
    }
  });
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') setAt((before) => Math.min(before + 1, found.length - 1));
    else if (event.key === 'ArrowUp') setAt((before) => Math.max(before - 1, 0));
    else if (event.key === 'Enter') {
      if (settled && !shut) choose(found[at]);
      else if (typed.trim() !== '') setHurry(true);
    } else if (event.key === 'Escape') setShut(true);
    else return;
    event.preventDefault();
  };

  return (
    <Popover.Root open={!shut && typed.trim() !== ''} onOpenChange={(open) => setShut(!open)}>
      <Popover.Anchor>
        <Box width="100%">
          <Field.Root name={name} error={error} hint={hint}>
            <Field.Label>{label}</Field.Label>
            <TextInput
              value={typed}
              placeholder={placeholder}
              autoComplete="off"
              role="combobox"
              aria-expanded={!shut}
              onKeyDown={onKey}
              onChange={(event) => {
                setTyped(event.target.value);
                setAt(0);
                setHurry(false);
                setShut(false);
              }}
            />
            <Field.Error />
            <Field.Hint />
          </Field.Root>
        </Box>
      </Popover.Anchor>
      <Popover.Content align="start" onOpenAutoFocus={(event) => event.preventDefault()}>
        <Box role="listbox" aria-label={label} padding={1} style={{ width: 'min(56rem, 80vw)' }}>
          {answer?.error !== undefined && settled && (
            <Box padding={3}>
              <Typography textColor="danger600">{answer.error}</Typography>
            </Box>
          )}
          {!settled && (
            <Flex justifyContent="center" padding={3}>
              <Loader small>{say('ui.loading')}</Loader>
            </Flex>
          )}
          {settled && answer?.error === undefined && found.length === 0 && (
            <Box padding={3}>
              <Typography textColor="neutral600">{nothing}</Typography>
            </Box>
          )}
          {settled &&
            found.map((row, index) => (
              <Box
                key={keyOf(row)}
                role="option"
                aria-selected={index === at}
                padding={2}
                hasRadius
                background={index === at ? 'primary100' : 'neutral0'}
                style={{ cursor: 'pointer' }}
                onMouseEnter={() => setAt(index)}
                onClick={() => choose(row)}
              >
                {show(row)}
              </Box>
            ))}
        </Box>
      </Popover.Content>
    </Popover.Root>
  );
}
