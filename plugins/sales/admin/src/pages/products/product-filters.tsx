import { useState } from 'react';
import { Box, Flex, Searchbar, SearchForm, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useSay } from '@sanya/strapi-plugin-platform/ui';

export type FilterKey = 'q' | 'state' | 'kind' | 'group';

export interface ProductFiltersProps {
  asked: (key: FilterKey) => string;
  change: (key: FilterKey, value: string) => void;
  groups: readonly string[];
}

const ALL = 'all';
// A group may be called anything.
const GIVEN = 'is:';

/** What the list is narrowed by; the address says it, so that it can be kept and passed on. */
export function ProductFilters({ asked, change, groups }: ProductFiltersProps) {
  const say = useSay('sales');
  const [typed, setTyped] = useState(asked('q'));

  const choice = (key: FilterKey, label: string, width: string, choices: readonly (readonly [string, string])[]) => (
    <Box width={width}>
      <SingleSelect
        size="S"
        aria-label={label}
        value={asked(key) === '' ? ALL : `${GIVEN}${asked(key)}`}
        onChange={(value) => change(key, value === ALL ? '' : String(value).slice(GIVEN.length))}
      >
        <SingleSelectOption value={ALL}>{say('list.all', { what: label })}</SingleSelectOption>
        {choices.map(([value, text]) => (
          <SingleSelectOption key={value} value={`${GIVEN}${value}`}>
            {text}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Box>
  );

  return (
    <Flex gap={2} paddingBottom={4} wrap="wrap">
      <Box flex="1" minWidth="26rem" maxWidth="36rem">
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
            clearLabel={say('list.clear')}
            placeholder={say('products.search')}
          >
            {say('products.search')}
          </Searchbar>
        </SearchForm>
      </Box>
      {groups.length > 0 &&
        choice(
          'group',
          say('field.group'),
          '20rem',
          groups.map((group) => [group, group] as const),
        )}
      {choice('kind', say('field.kind'), '16rem', [
        ['goods', say('product_kind.goods')],
        ['service', say('product_kind.service')],
      ])}
      {choice('state', say('field.state'), '16rem', [
        ['active', say('product_state.active')],
        ['closed', say('product_state.closed')],
      ])}
    </Flex>
  );
}
