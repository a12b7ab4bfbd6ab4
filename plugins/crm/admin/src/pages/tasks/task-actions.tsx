import { Button, Flex } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { Confirm, useDo, useMay, useSay } from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import type { Task } from '../../types';

/** What is done with an open task: it is done, or never will be. */
export function TaskActions({ task, onFinish, onDone }: { task: Task; onFinish: () => void; onDone: () => void }) {
  const say = useSay('crm');
  const may = useMay();
  const ask = useAsk();
  const does = useDo(onDone);
  if (task.state !== 'open' || !may('plugin::crm.task.do')) return null;
  return (
    <Flex gap={2} justifyContent="flex-end">
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
      <Button variant="secondary" startIcon={<Check />} onClick={onFinish}>
        {say('tasks.finish')}
      </Button>
    </Flex>
  );
}
