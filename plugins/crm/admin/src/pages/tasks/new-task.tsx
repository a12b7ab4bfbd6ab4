import { useState } from 'react';
import { Typography } from '@strapi/design-system';
import {
  ChoiceField,
  TypedDate,
  FieldRow,
  FormDialog,
  freshKey,
  SearchPicker,
  TextField,
  useApi,
  useSay,
  useTell,
  useTexts,
  useToday,
} from '@sanya/strapi-plugin-platform/ui';
import { TASK_KINDS } from '../../../../server/src/domain/task';
import { useAsk } from '../../doors';
import type { Owner, Task } from '../../types';

interface Named {
  documentId: string;
  name: string;
  code: string;
}

/** Something that is to be done by a day. */
export function NewTask({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const say = useSay('crm');
  const sayHouse = useSay('platform');
  const tell = useTell();
  const ask = useAsk();
  const { today } = useToday();
  const [key] = useState(freshKey);
  const { data: staff = [] } = useApi<Owner[]>('/crm/customer-owners');
  const [kind, setKind] = useState<string>('call');
  const [assignee, setAssignee] = useState('');
  const [customer, setCustomer] = useState<Named>();
  const { values, touched, submitting, field } = useTexts({ title: '', dueOn: today });

  async function save(): Promise<void> {
    await ask('POST /crm/tasks', {
      body: {
        ...{ kind: kind as Task['kind'], title: values.title.trim(), dueOn: values.dueOn },
        ...(customer ? { customer: customer.documentId } : {}),
        ...(assignee === '' ? {} : { assignee: Number(assignee) }),
      },
      key,
    });
    tell(say('tasks.saved'));
    onDone();
    onClose();
  }

  return (
    <FormDialog
      title={say('tasks.new')}
      label={sayHouse('ui.save')}
      touched={touched || customer !== undefined}
      submitting={submitting}
      onClose={onClose}
      onSubmit={save}
    >
      <FieldRow>
        <ChoiceField
          name="kind"
          label={say('field.kind')}
          value={kind}
          choices={TASK_KINDS.map((one) => [one, say(`task_kind.${one}`)] as const)}
          onChange={setKind}
        />
        <TypedDate {...field('dueOn')} required label={say('tasks.due')} />
      </FieldRow>
      <TextField {...field('title')} required autoFocus label={say('tasks.what')} maxLength={200} />
      {customer && (
        <Typography fontWeight="semiBold">
          {customer.code} · {customer.name}
        </Typography>
      )}
      <SearchPicker<Named>
        name="customer"
        label={say('subject.customer')}
        placeholder={say('customers.search')}
        url="/crm/customers"
        asked={(text) => ({
          filters: { $or: ['name', 'code', 'phone', 'email'].map((at) => ({ [at]: { $containsi: text } })) },
          sort: 'name:asc',
        })}
        keyOf={(one) => one.documentId}
        show={(one) => (
          <Typography>
            {one.code} · {one.name}
          </Typography>
        )}
        onChoose={setCustomer}
        nothing={say('customers.empty')}
      />
      <ChoiceField
        name="assignee"
        label={say('tasks.assignee')}
        value={assignee}
        placeholder={say('tasks.myself')}
        clearLabel={say('tasks.myself')}
        choices={staff.map(({ id, name }) => [String(id), name] as const)}
        onChange={setAssignee}
      />
    </FormDialog>
  );
}
