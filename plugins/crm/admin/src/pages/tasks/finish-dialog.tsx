import { useState } from 'react';
import {
  ChoiceField,
  TypedDate,
  FormDialog,
  freshKey,
  LongTextField,
  useSay,
  useTell,
  useTexts,
} from '@sanya/strapi-plugin-platform/ui';
import { CALL_OUTCOMES } from '../../../../server/src/domain/task';
import { useAsk } from '../../doors';
import type { Task, TaskOutcome } from '../../types';

interface FinishDialogProps {
  task: Task;
  onClose: () => void;
  onDone: () => void;
}

/** How it went: of a call what came of it, when it is tried again, by when somebody promised to pay. */
export function FinishDialog({ task, onClose, onDone }: FinishDialogProps) {
  const say = useSay('crm');
  const sayHouse = useSay('platform');
  const tell = useTell();
  const ask = useAsk();
  const [key] = useState(freshKey);
  const isCall = task.kind === 'call';
  const [outcome, setOutcome] = useState<string>(isCall ? 'reached' : 'done');
  const { values, touched, submitting, field } = useTexts({ note: '', again: '', until: '' });

  async function save(): Promise<void> {
    const day = (name: 'again' | 'until', of: string) =>
      outcome === of && values[name] !== '' ? { [name]: values[name] } : {};
    const saved = await ask('POST /crm/tasks/:id/done', {
      id: task.documentId,
      body: {
        ...{ outcome: outcome as TaskOutcome, ...day('again', 'not_reached'), ...day('until', 'promised') },
        ...(values.note.trim() === '' ? {} : { note: values.note.trim() }),
      },
      key,
    });
    tell(say(saved.state === 'open' ? 'tasks.again_done' : 'tasks.finish_done'));
    onDone();
    onClose();
  }

  return (
    <FormDialog
      title={[task.title ?? say(`task_kind.${task.kind}`), task.subjectName].filter(Boolean).join(' · ')}
      label={sayHouse('ui.save')}
      touched={touched}
      submitting={submitting}
      onClose={onClose}
      onSubmit={save}
    >
      {isCall && (
        <ChoiceField
          name="outcome"
          label={say('tasks.outcome')}
          value={outcome}
          choices={CALL_OUTCOMES.map((one) => [one, say(`outcome.${one}`)] as const)}
          onChange={setOutcome}
        />
      )}
      {outcome === 'not_reached' && (
        <TypedDate {...field('again')} label={say('tasks.again')} hint={say('tasks.again_hint')} />
      )}
      {outcome === 'promised' && <TypedDate {...field('until')} required label={say('tasks.until')} />}
      <LongTextField {...field('note')} label={say('field.note')} />
    </FormDialog>
  );
}
