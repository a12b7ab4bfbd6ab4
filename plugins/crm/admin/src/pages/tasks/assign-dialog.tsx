import { useState } from 'react';
import { ChoiceField, FormDialog, freshKey, useSay, useTell } from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import type { Owner, Task } from '../../types';

interface AssignDialogProps {
  task: Task;
  staff: readonly Owner[];
  onClose: () => void;
  onDone: () => void;
}

/** Who does it from now on: a member of staff, or whoever comes to it first. */
export function AssignDialog({ task, staff, onClose, onDone }: AssignDialogProps) {
  const say = useSay('crm');
  const sayHouse = useSay('platform');
  const tell = useTell();
  const ask = useAsk();
  const [key] = useState(freshKey);
  const before = task.assignee === null ? '' : String(task.assignee);
  const [assignee, setAssignee] = useState(before);

  async function save(): Promise<void> {
    await ask('POST /crm/tasks/:id/assign', {
      id: task.documentId,
      body: { assignee: assignee === '' ? null : Number(assignee) },
      key,
    });
    tell(say('tasks.assigned'));
    onDone();
    onClose();
  }

  return (
    <FormDialog
      title={[say('tasks.assign'), task.title ?? say(`task_kind.${task.kind}`)].join(' · ')}
      label={sayHouse('ui.save')}
      touched={assignee !== before}
      onClose={onClose}
      onSubmit={save}
    >
      <ChoiceField
        name="assignee"
        label={say('tasks.assignee')}
        value={assignee}
        placeholder={say('tasks.anybody')}
        clearLabel={say('tasks.anybody')}
        choices={staff.map(({ id, name }) => [String(id), name] as const)}
        onChange={setAssignee}
      />
    </FormDialog>
  );
}
