import { type ReactNode, useState } from 'react';
import { Box, Flex, Searchbar, SearchForm, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useSay } from './language';
import { type ListQuery, useListQuery } from './list-query';

export interface ListFilter {
  /** Its key in the address. */
  key: string;
  label: string;
  width: string;
  /** Without any it is not shown. */
  choices: readonly (readonly [value: string, label: string])[];
  /** What the choice of all of them is called, where that is not said by the label. */
  all?: string;
}

export interface ListToolsProps {
  /** Says what may be searched for. */
  search: string;
  filters: readonly ListFilter[];
  /** More that narrows the list. */
  children?: ReactNode;
}

/** The states a list may be narrowed to; `all` is labelled like one of them. */
export function useStateFilter(states: readonly string[], stateLabel: (state: string) => string): ListFilter {
  const say = useSay('platform');
  return {
    key: 'state',
    label: say('ui.state'),
    width: '20rem',
    all: stateLabel('all'),
    choices: states.map((state) => [state, stateLabel(state)]),
  };
}

// Beside several filters the search box gives way, so that all fit a small screen.
const ALONE = { width: '28rem' };
const AMONG = { flex: '1', minWidth: '26rem', maxWidth: '36rem' };

/** Search and filters above a list. */
export function ListTools({ search, filters, children }: ListToolsProps) {
  const { asked, change } = useListQuery();
  return (
    <Flex gap={2} paddingBottom={4} wrap="wrap">
      <Box {...(filters.length > 1 || children ? AMONG : ALONE)}>
        <Search hint={search} asked={asked('q')} onAsk={(text) => change('q', text)} />
      </Box>
      {filters
        .filter(({ choices }) => choices.length > 0)
        .map((filter) => (
          <Choice key={filter.key} filter={filter} asked={asked} change={change} />
        ))}
      {children}
    </Flex>
  );
}

function Search({ hint, asked, onAsk }: { hint: string; asked: string; onAsk: (text: string) => void }) {
  const say = useSay('platform');
  const [typed, setTyped] = useState(asked);
  return (
    <SearchForm
      onSubmit={(event) => {
        event.preventDefault();
        onAsk(typed.trim());
      }}
    >
      <Searchbar
        name="q"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onClear={() => {
          setTyped('');
          onAsk('');
        }}
        clearLabel={say('ui.clear')}
        placeholder={hint}
      >
        {hint}
      </Searchbar>
    </SearchForm>
  );
}

const ALL = 'all';
// What staff name themselves, a group of products say, may be called anything.
const GIVEN = 'is:';

function Choice({ filter, asked, change }: { filter: ListFilter } & Pick<ListQuery, 'asked' | 'change'>) {
  const say = useSay('platform');
  const { key, label, width, choices, all = say('ui.all_of', { what: label }) } = filter;
  const chosen = asked(key);
  return (
    <Box width={width}>
      <SingleSelect
        size="S"
        aria-label={label}
        value={chosen === '' ? ALL : `${GIVEN}${chosen}`}
        onChange={(value) => change(key, value === ALL ? '' : String(value).slice(GIVEN.length))}
      >
        <SingleSelectOption value={ALL}>{all}</SingleSelectOption>
        {choices.map(([value, text]) => (
          <SingleSelectOption key={value} value={`${GIVEN}${value}`}>
            {text}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Box>
  );
}
