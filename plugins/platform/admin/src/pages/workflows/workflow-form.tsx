import { Typography } from '@strapi/design-system';
import { useAsk } from '../../doors';
import {
  FieldCell,
  Fields,
  FormPage,
  GroupedChoiceField,
  Half,
  Panel,
  TextField,
  useFormPage,
  useSay,
  useSubjectName,
  type WorkflowCard,
} from '../../ui';
import { ActionList } from './action-list';
import { ConditionGroup } from './condition-group';
import { RehearsalPanel } from './rehearsal-panel';
import { bodyOf, type Catalogue, subjectOfEvent, type Values, type Workflow } from './types';
import { useWords } from './use-words';
import { WaitField } from './wait-field';

export interface WorkflowFormProps {
  catalogue: Catalogue;
  cards: Record<string, WorkflowCard>;
  /** None: a new one. */
  workflow?: Pick<Workflow, 'documentId' | 'name' | 'revision'>;
  before: Values;
  /** A secret was made. */
  onSecret: (secret: string, to: string) => void;
}

const LIST = '/plugins/platform/workflows';

/** The editor of a workflow: when, if, then; and what it would have done so far. */
export function WorkflowForm({ catalogue, cards, workflow, before, onSecret }: WorkflowFormProps) {
  const say = useSay('platform');
  const ask = useAsk();
  const subjectName = useSubjectName();
  const { choiceWord } = useWords();
  const setup = {
    title: workflow?.name ?? say('workflows.new'),
    before,
    from: workflow
      ? { to: `${LIST}/${workflow.documentId}`, label: workflow.name }
      : { to: LIST, label: say('workflows.title') },
    send: async (values: Values) => {
      const body = bodyOf(values);
      const saved = workflow
        ? await ask('PUT /platform/workflows/:id', {
            id: workflow.documentId,
            body: { ...body, revision: workflow.revision },
          })
        : await ask('POST /platform/workflows', { body });
      const to = `${LIST}/${saved.workflow.documentId}`;
      if (saved.secret === null) return { to, message: say('workflows.saved') };
      onSecret(saved.secret, to);
      return undefined;
    },
  };
  const form = useFormPage<Values>(setup, () => undefined);
  const { values, change, errorAt } = form;
  const subject = subjectOfEvent(catalogue, values.event);
  const events = catalogue.subjects.map(({ type, events: of }) => ({
    title: subjectName(type),
    choices: of.map(({ name, title }) => [name, title] as const),
  }));
  /** What was asked of another thing is not known of this one. */
  const listen = (event: string): void => {
    const same = subjectOfEvent(catalogue, event)?.type === subject?.type;
    change({ event, ...(same ? {} : { conditions: { all: [] } }) }, 'event');
  };
  return (
    <FormPage {...setup} form={form} unnamed={['conditions', 'actions']}>
      <Panel title={say('workflows.when')}>
        <Fields>
          <Half>
            <TextField
              {...{ name: 'name', label: say('workflows.name'), required: true, error: errorAt('name') }}
              value={values.name}
              onChange={(name) => change({ name }, 'name')}
            />
          </Half>
          <FieldCell width={6}>
            <GroupedChoiceField
              {...{ name: 'event', label: say('workflows.event'), required: true, error: errorAt('event') }}
              value={values.event}
              onChange={listen}
              groups={events}
            />
          </FieldCell>
          <WaitField
            value={values.wait}
            disabled={false}
            error={errorAt('wait')}
            onChange={(wait) => change({ wait }, 'wait')}
          />
        </Fields>
      </Panel>
      <Panel title={say('workflows.if')}>
        {subject ? (
          <ConditionGroup
            {...{ subject, choiceWord, errorAt, disabled: false }}
            name="conditions"
            group={values.conditions}
            onChange={(conditions) => change({ conditions }, form.refused?.field)}
          />
        ) : (
          <Typography textColor="neutral600">{say('workflows.choose_event')}</Typography>
        )}
        {errorAt('conditions') && <Typography textColor="danger600">{errorAt('conditions')}</Typography>}
      </Panel>
      <Panel title={say('workflows.then')}>
        <ActionList
          {...{ catalogue, subject, cards, errorAt, disabled: false }}
          actions={values.actions}
          onChange={(actions, field) => change({ actions }, field)}
        />
      </Panel>
      <RehearsalPanel
        subject={subject}
        present={JSON.stringify(values)}
        ask={(days) =>
          ask('POST /platform/workflows/rehearse', {
            body: { ...bodyOf({ ...values, name: values.name || say('workflows.new') }), days },
          })
        }
      />
    </FormPage>
  );
}
