import { Button, Flex, Typography } from '@strapi/design-system';
import { useSay } from '../../ui';
import type { Field, Subject } from './types';

const CUSTOMER = 'customer.';

/** What is written into a text where the field is to stand. */
function placeOf({ name, kind }: Field, subject: Subject): string {
  const path = name.startsWith(CUSTOMER) ? name : `${subject.name}.${name}`;
  const currency = `${path.split('.')[0] ?? ''}.currency`;
  return kind === 'money' ? `{{ ${path} | money: ${currency} }}` : `{{ ${path}${kind === 'date' ? ' | date' : ''} }}`;
}

/** What the text may say; a press writes it at the end of what was written in last. */
export function MergeFields({ subject, onInsert }: { subject: Subject; onInsert: (place: string) => void }) {
  const say = useSay('platform');
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography variant="pi" textColor="neutral600">
        {say('workflows.places_hint')}
      </Typography>
      <Flex gap={1} wrap="wrap">
        {subject.fields.map((field) => (
          <Button
            key={field.name}
            size="S"
            variant="tertiary"
            title={placeOf(field, subject)}
            onClick={() => onInsert(placeOf(field, subject))}
          >
            {field.title}
          </Button>
        ))}
      </Flex>
    </Flex>
  );
}
