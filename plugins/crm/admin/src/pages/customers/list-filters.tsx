import { ListTools, useLanguage, useSay } from '@sanya/strapi-plugin-platform/ui';
import { className } from '../../shown';
import { KINDS } from '../../types';
import { useClasses } from './use-classes';

/** What the list of customers is narrowed by. */
export function ListFilters() {
  const say = useSay('crm');
  const language = useLanguage();
  const classes = useClasses();
  return (
    <ListTools
      search={say('customers.search')}
      filters={[
        {
          key: 'state',
          label: say('field.state'),
          width: '18rem',
          choices: (['active', 'closed', 'merged'] as const).map((state) => [state, say(`state.${state}`)]),
        },
        {
          key: 'kind',
          label: say('field.kind'),
          width: '18rem',
          choices: KINDS.map((kind) => [kind, say(`kind.${kind}`)]),
        },
        {
          key: 'supplier',
          label: say('field.supplier'),
          width: '20rem',
          choices: [
            ['true', say('customers.suppliers')],
            ['false', say('customers.no_suppliers')],
          ],
        },
        {
          key: 'class',
          label: say('field.class'),
          width: '19rem',
          choices: classes.map((one) => [one.documentId, className(one, language)]),
        },
      ]}
    />
  );
}
