import { useState } from 'react';
import { Box, Flex, Searchbar, SearchForm, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useSearchParams } from 'react-router-dom';
import { useSay } from './language';

const ALL = 'all';

/** What a list shows, kept in the address: the page, the state, the words searched for. */
export function useListQuery() {
  const [query, setQuery] = useSearchParams();
  const change = (key: string, value: string): void =>
    setQuery((before) => {
      const after = new URLSearchParams(before);
      after.delete('page');
      if (value && value !== ALL) after.set(key, value);
      else after.delete(key);
      return after;
    });
  return { page: query.get('page') ?? '1', state: query.get('state') ?? ALL, search: query.get('q') ?? '', change };
}

export interface ListToolsProps {
  /** Says what may be searched for. */
  search: string;
  /** `all` comes first by itself. */
  states: readonly string[];
  stateLabel: (state: string) => string;
}

/** Search and state above a list. */
export function ListTools({ search: hint, states, stateLabel }: ListToolsProps) {
  const say = useSay('platform');
  const { state, search, change } = useListQuery();
  const [typed, setTyped] = useState(search);
  return (
    <Flex gap={2} paddingBottom={4} wrap="wrap">
      <Box width="28rem">
        <SearchForm
          onSubmit={(event) => {
            event.preventDefault();
            change('q', typed.trim());
          }}
        >
          <Searchbar
            name="q"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onClear={() => {
              setTyped('');
              change('q', '');
            }}
            clearLabel={say('ui.clear')}
            placeholder={hint}
          >
            {hint}
          </Searchbar>
        </SearchForm>
      </Box>
      <Box width="20rem">
        <SingleSelect
          size="S"
          aria-label={say('ui.state')}
          value={state}
          onChange={(value) => change('state', String(value))}
        >
          {[ALL, ...states].map((one) => (
            <SingleSelectOption key={one} value={one}>
              {stateLabel(one)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Box>
    </Flex>
  );
}
