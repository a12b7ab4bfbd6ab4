import { useState } from 'react';
import { Button, Flex } from '@strapi/design-system';
import { Pencil } from '@strapi/icons';
import {
  type Column,
  Confirm,
  DataTable,
  DetailPage,
  Panel,
  Standing,
  TimelinePanel,
  UnreadPage,
  useDetail,
  useDo,
  useMay,
  useSay,
} from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import type { Form } from '../../types';
import { FormDialog } from './form-dialog';

/** A form: what it asks, where a web site finds it, what happened. */
export function FormDetail() {
  const say = useSay('crm');
  const may = useMay();
  const ask = useAsk();
  const [editing, setEditing] = useState(false);
  const { id, data: form, error, turn, again } = useDetail<Form>('/crm/forms');
  const does = useDo(again);
  const back = { to: '/plugins/crm/forms', label: say('forms.title') };
  if (!form) return <UnreadPage error={error} back={back} />;
  const verb = form.state === 'open' ? 'close' : 'open';
  const columns: Column<Form['fields'][number]>[] = [
    { key: 'th', title: say('forms.label_th'), wraps: true, cell: ({ label }) => label.th },
    { key: 'en', title: say('forms.label_en'), wraps: true, cell: ({ label }) => label.en },
    { key: 'kind', title: say('forms.kind'), cell: ({ kind }) => say(`field_kind.${kind}`) },
    { key: 'key', title: say('forms.key'), cell: ({ key }) => key },
    { key: 'required', title: say('forms.required'), cell: ({ required }) => required && '✓' },
  ];
  return (
    <DetailPage
      title={form.name}
      subtitle={say(`purpose.${form.purpose}`)}
      back={back}
      action={
        may('plugin::crm.form.edit') && (
          <Flex gap={2}>
            <Confirm
              label={say(`forms.${verb}`)}
              title={say(`forms.${verb}`)}
              variant={verb === 'close' ? 'danger-light' : 'secondary'}
              onConfirm={() => does(() => ask(`POST /crm/forms/:id/${verb}`, { id }), say(`forms.${verb}_done`))}
            >
              {say(`forms.${verb}_text`, { name: form.name })}
            </Confirm>
            <Button startIcon={<Pencil />} onClick={() => setEditing(true)}>
              {say('customers.edit')}
            </Button>
          </Flex>
        )
      }
    >
      <Standing
        title={say('forms.facts')}
        state={form.state}
        label={say(`form_state.${form.state}`)}
        facts={[
          [say('field.code'), form.code],
          [say('forms.door'), `POST /api/crm/forms/${form.code}`],
          [say('field.name_en'), form.translations?.en?.name],
          [say('forms.thank_you'), form.thankYou],
          [say('forms.thank_you_en'), form.translations?.en?.thankYou],
        ]}
      />
      <Panel title={say('forms.fields')}>
        <DataTable columns={columns} rows={form.fields} keyOf={({ key }) => key} empty="" />
      </Panel>
      <TimelinePanel key={`timeline${turn}`} type="plugin::crm.form" id={id} />
      {editing && <FormDialog form={form} onClose={() => setEditing(false)} onDone={again} />}
    </DetailPage>
  );
}
