import { useState } from 'react';
import { Box, Flex, Searchbar, SearchForm, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useApi, useLanguage, useSay } from '@sanya/strapi-plugin-platform/ui';
import { className } from '../../shown';
import { type CustomerClass, KINDS } from '../../types';

export type FilterKey = 'q' | 'state' | 'kind' | 'class';

export interface ListFiltersProps {
  asked: (key: FilterKey) => string;
  change: (key: FilterKey, value: string) => void;
}

const ALL = 'all';

/** What the list is narrowed by; the address says it, so that it can be kept and passed on. */
export function ListFilters({ asked, change }: ListFiltersProps) {
  const say = useSay('crm');
  const language = useLanguage();
  const [typed, setTyped] = useState(asked('q'));
  const { data: classes } = useApi<CustomerClass[]>('/crm/customer-classes', {
    sort: 'code:asc',
    pagination: { pageSize: 100 },
  });

  const choice = (key: FilterKey, label: string, width: string, choices: readonly (readonly [string, string])[]) => (
    <Box width={width}>
      <SingleSelect
        size="S"
        aria-label={label}
        value={asked(key) || ALL}
        onChange={(value) => change(key, value === ALL ? '' : String(value))}
      >
        {[[ALL, say('list.all', { what: label })] as const, ...choices].map(([value, text]) => (
          <SingleSelectOption key={value} value={value}>
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
            placeholder={say('customers.search')}
          >
            {say('customers.search')}
          </Searchbar>
        </SearchForm>
      </Box>
      {choice('state', say('field.state'), '15rem', [
        ['active', say('state.active')],
        ['closed', say('state.closed')],
      ])}
      {choice(
        'kind',
        say('field.kind'),
        '17rem',
        KINDS.map((kind) => [kind, say(`kind.${kind}`)] as const),
      )}
      {classes !== undefined &&
        classes.length > 0 &&
        choice(
          'class',
          say('field.class'),
          '19rem',
          classes.map((one) => [one.documentId, className(one, language)] as const),
        )}
    </Flex>
  );
}
