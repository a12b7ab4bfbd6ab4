import { Box, Flex } from '@strapi/design-system';
import {
  CheckField,
  ChoiceField,
  FieldRow,
  LongTextField,
  RemoveButton,
  TextField,
  useSay,
} from '@sanya/strapi-plugin-platform/ui';
import { FIELD_KINDS } from '../../../../server/src/domain/form';
import type { FieldValues } from '../../form-values';
import type { FieldKind } from '../../types';

interface FieldPartProps {
  at: number;
  row: FieldValues;
  onChange: (change: Partial<FieldValues>) => void;
  onRemove: () => void;
}

/** One question of a form. */
export function FieldPart({ at, row, onChange, onRemove }: FieldPartProps) {
  const say = useSay('crm');
  const name = (part: string): string => `fields.${at}.${part}`;
  return (
    <Box background="neutral100" hasRadius padding={4}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <FieldRow action={<RemoveButton label={say('forms.remove_field', { number: at + 1 })} onRemove={onRemove} />}>
          <TextField
            name={name('key')}
            required
            label={say('forms.key')}
            value={row.key}
            maxLength={40}
            onChange={(key) => onChange({ key })}
          />
          <ChoiceField
            name={name('kind')}
            label={say('forms.kind')}
            value={row.kind}
            choices={FIELD_KINDS.map((kind) => [kind, say(`field_kind.${kind}`)] as const)}
            onChange={(kind) => onChange({ kind: kind as FieldKind })}
          />
        </FieldRow>
        <FieldRow>
          <TextField
            name={name('label')}
            label={say('forms.label_th')}
            value={row.th}
            maxLength={500}
            onChange={(th) => onChange({ th })}
          />
          <TextField
            name={name('label_en')}
            label={say('forms.label_en')}
            value={row.en}
            maxLength={500}
            onChange={(en) => onChange({ en })}
          />
        </FieldRow>
        <FieldRow>
          <CheckField
            name={name('required')}
            label={say('forms.required')}
            checked={row.required}
            onChange={(required) => onChange({ required })}
          />
          {(row.kind === 'text' || row.kind === 'long_text') && (
            <TextField
              name={name('most')}
              label={say('forms.most')}
              inputMode="numeric"
              value={row.most}
              onChange={(most) => onChange({ most })}
            />
          )}
        </FieldRow>
        {row.kind === 'choice' && (
          <LongTextField
            name={name('choices')}
            required
            label={say('forms.choices')}
            hint={say('forms.choices_hint')}
            value={row.choices}
            onChange={(choices) => onChange({ choices })}
          />
        )}
      </Flex>
    </Box>
  );
}
