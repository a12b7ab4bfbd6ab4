import { Box, Field as Labelled, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useSay } from '../../ui';
import type { Field, Subject } from './types';

const CUSTOMER = 'customer.';

/** What is written into a text where the field is to stand. */
function placeOf({ name, kind }: Field, subject: Subject): string {
  const path = name.startsWith(CUSTOMER) ? name : `${subject.name}.${name}`;
  const currency = `${path.split('.')[0] ?? ''}.currency`;
  return kind === 'money' ? `{{ ${path} | money: ${currency} }}` : `{{ ${path}${kind === 'date' ? ' | date' : ''} }}`;
}

/** What the texts may say; what is chosen is written at the end of what was written in last. */
export function MergeFields({ subject, onInsert }: { subject: Subject; onInsert: (place: string) => void }) {
  const say = useSay('platform');
  return (
    <Box maxWidth="36rem">
      <Labelled.Root hint={say('workflows.places_hint')}>
        <Labelled.Label>{say('workflows.place')}</Labelled.Label>
        <SingleSelect
          value=""
          placeholder={say('workflows.place_choose')}
          onChange={(chosen) => onInsert(String(chosen))}
        >
          {subject.fields.map((field) => (
            <SingleSelectOption key={field.name} value={placeOf(field, subject)}>
              {field.title}
            </SingleSelectOption>
          ))}
        </SingleSelect>
        <Labelled.Hint />
      </Labelled.Root>
    </Box>
  );
}
