import { ListTools, useSay } from '@sanya/strapi-plugin-platform/ui';

/** What the list of products is narrowed by. */
export function ProductFilters({ groups }: { groups: readonly string[] }) {
  const say = useSay('sales');
  return (
    <ListTools
      search={say('products.search')}
      filters={[
        { key: 'group', label: say('field.group'), width: '20rem', choices: groups.map((group) => [group, group]) },
        {
          key: 'kind',
          label: say('field.kind'),
          width: '18rem',
          choices: ['goods', 'service'].map((kind) => [kind, say(`product_kind.${kind}`)]),
        },
        {
          key: 'state',
          label: say('field.state'),
          width: '18rem',
          choices: ['active', 'closed'].map((state) => [state, say(`product_state.${state}`)]),
        },
      ]}
    />
  );
}
