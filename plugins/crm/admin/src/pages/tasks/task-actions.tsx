import { Button, Flex } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { Confirm, useDo, useMay, useSay } from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import type { Task } from '../../types';

interface TaskActionsProps {
  task: Task;
  onFinish: () => void;
  onAssign: () => void;
  onDone: () => void;
}

/** What is done with an open task: it is done, somebody else does it, or it never will be. */
export function TaskActions({ task, onFinish, onAssign, onDone }: TaskActionsProps) {
  const say = useSay('crm');
  const may = useMay();
  const ask = useAsk();
  const does = useDo(onDone);
  if (task.state !== 'open' || !may('plugin::crm.task.do')) return null;
  return (
    <Flex gap={2} justifyContent="flex-end" wrap="wrap">
      <Confirm
        label={say('tasks.cancel')}
        title={say('tasks.cancel')}
        variant="tertiary"
        reason={say('field.reason')}
        onConfirm={(reason) =>
          does(
            () => ask('POST /crm/tasks/:id/cancel', { id: task.documentId, body: { reason } }),
            say('tasks.cancel_done'),
          )
        }
      >
        {say('tasks.cancel_text')}
      </Confirm>
      <Button variant="tertiary" onClick={onAssign}>
        {say('tasks.assign')}
      </Button>
      <Button variant="secondary" startIcon={<Check />} onClick={onFinish}>
        {say('tasks.finish')}
      </Button>
    </Flex>
  );
}
