import { useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import {
  ChoiceField,
  FieldRow,
  FormDialog as Dialog,
  freshKey,
  LongTextField,
  TextField,
  useSay,
  useTell,
  useTexts,
} from '@sanya/strapi-plugin-platform/ui';
import { FORM_PURPOSES } from '../../../../server/src/domain/form';
import { useAsk } from '../../doors';
import { fieldsOf, fieldValues, NEW_FIELD } from '../../form-values';
import type { Form, FormPurpose } from '../../types';
import { FieldPart } from './field-part';

interface FormDialogProps {
  /** None: a new one. */
  form?: Form;
  onClose: () => void;
  /** With its document id. */
  onDone: (id: string) => void;
}

/** A form with all that it asks. */
export function FormDialog({ form, onClose, onDone }: FormDialogProps) {
  const say = useSay('crm');
  const sayHouse = useSay('platform');
  const tell = useTell();
  const ask = useAsk();
  const [key] = useState(freshKey);
  const english = form?.translations?.en;
  const { values, touched, submitting, field } = useTexts({
    ...{ code: form?.code ?? '', name: form?.name ?? '', nameEn: english?.name ?? '' },
    ...{ thankYou: form?.thankYou ?? '', thankYouEn: english?.thankYou ?? '' },
  });
  const [purpose, setPurpose] = useState<string>(form?.purpose ?? 'contact');
  const [before] = useState(() => (form ? fieldValues(form.fields) : [NEW_FIELD]));
  const [fields, setFields] = useState(before);

  async function save(): Promise<void> {
    const en = { name: values.nameEn.trim(), thankYou: values.thankYouEn.trim() };
    const body = {
      ...{ name: values.name.trim(), purpose: purpose as FormPurpose, fields: fieldsOf(fields) },
      ...{ thankYou: values.thankYou.trim(), translations: { ...form?.translations, en } },
    };
    const saved = form
      ? await ask('PUT /crm/forms/:id', { id: form.documentId, body, key })
      : await ask('POST /crm/forms', { body: { ...body, code: values.code.trim() }, key });
    tell(say('forms.saved'));
    onClose();
    onDone(saved.documentId);
  }

  return (
    <Dialog
      title={form ? say('forms.edit_title', { name: form.name }) : say('forms.new')}
      label={sayHouse('ui.save')}
      touched={touched || fields !== before || purpose !== (form?.purpose ?? 'contact')}
      submitting={submitting}
      onClose={onClose}
      onSubmit={save}
    >
      <FieldRow>
        {!form && (
          <TextField {...field('code')} required autoFocus label={say('field.code')} hint={say('forms.code_hint')} />
        )}
        <ChoiceField
          name="purpose"
          label={say('forms.purpose')}
          value={purpose}
          choices={FORM_PURPOSES.map((one) => [one, say(`purpose.${one}`)] as const)}
          onChange={setPurpose}
        />
      </FieldRow>
      <FieldRow>
        <TextField {...field('name')} required label={say('field.name')} maxLength={200} />
        <TextField {...field('nameEn')} label={say('field.name_en')} maxLength={200} />
      </FieldRow>
      <Typography fontWeight="bold">{say('forms.fields')}</Typography>
      {fields.map((row, index) => (
        <FieldPart
          key={index}
          at={index}
          row={row}
          onChange={(change) =>
            setFields((all) => all.map((one, place) => (place === index ? { ...one, ...change } : one)))
          }
          onRemove={() => setFields((all) => all.filter((_, place) => place !== index))}
        />
      ))}
      <Flex>
        <Button variant="tertiary" startIcon={<Plus />} onClick={() => setFields((all) => [...all, NEW_FIELD])}>
          {say('forms.add_field')}
        </Button>
      </Flex>
      <LongTextField {...field('thankYou')} label={say('forms.thank_you')} hint={say('forms.thank_you_hint')} />
      <LongTextField {...field('thankYouEn')} label={say('forms.thank_you_en')} />
    </Dialog>
  );
}
