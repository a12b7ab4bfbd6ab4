import { useState } from 'react';
import { Button, Flex } from '@strapi/design-system';
import { Confirm, useDo, useSay } from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import { AssignDialog } from './assign-dialog';
import type { Line } from './types';

export interface LineActionsProps {
  line: Line;
  onDone: () => void;
}

const FREE = ['matched', 'to_check', 'unknown'];
const ENDED = ['applied', 'ignored', 'returned'];

/** What can be done with one line, by its state. */
export function LineActions({ line, onDone }: LineActionsProps) {
  const say = useSay('billing');
  const act = useDo();
  const ask = useAsk();
  const [assigning, setAssigning] = useState(false);

  const end =
    (verb: 'ignore' | 'return' | 'free', done: string) =>
    async (reason: string): Promise<boolean> => {
      const asked = { id: line.documentId, body: { reason } };
      const went = await act(() => ask(`POST /billing/statement-lines/:id/${verb}`, asked), done);
      if (went) onDone();
      return went;
    };

  if (ENDED.includes(line.state)) {
    return (
      <Flex justifyContent="flex-end">
        <Confirm
          label={say('statements.free')}
          title={say('statements.free')}
          variant="danger-light"
          reason={say('field.reason')}
          onConfirm={end('free', say('statements.freed'))}
        >
          {say(
            line.state === 'applied' && line.how !== 'recorded'
              ? 'statements.free_question'
              : 'statements.back_question',
          )}
        </Confirm>
      </Flex>
    );
  }
  if (!FREE.includes(line.state)) return null;
  return (
    <Flex gap={2} wrap="wrap" justifyContent="flex-end">
      <Button variant="secondary" size="S" onClick={() => setAssigning(true)}>
        {say('statements.assign')}
      </Button>
      <Confirm
        label={say('statements.ignore')}
        title={say('statements.ignore')}
        variant="tertiary"
        reason={say('field.reason')}
        onConfirm={end('ignore', say('statements.ignored'))}
      >
        {say('statements.ignore_question')}
      </Confirm>
      <Confirm
        label={say('statements.return')}
        title={say('statements.return')}
        variant="tertiary"
        reason={say('field.reason')}
        onConfirm={end('return', say('statements.returned'))}
      >
        {say('statements.return_question')}
      </Confirm>
      {assigning && (
        <AssignDialog
          line={line}
          onClose={() => setAssigning(false)}
          onDone={() => {
            setAssigning(false);
            onDone();
          }}
        />
      )}
    </Flex>
  );
}
