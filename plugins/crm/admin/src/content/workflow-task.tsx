import {
  type ActionCardProps,
  ChoiceField,
  FieldCell,
  Fields,
  TextField,
  useSay,
  WholeField,
  type WorkflowCard,
} from '@sanya/strapi-plugin-platform/ui';

const KINDS = ['call', 'inform', 'confirm', 'complaint', 'order', 'other'] as const;
const MOST_DAYS = 365;
const RESPONSIBLE = 'responsible';

/** What is to be done, by when and by whom. */
function Card({ wish, change, disabled, at, errorAt, onWrite, staff }: ActionCardProps) {
  const say = useSay('crm');
  const named = (name: string, label: string) => ({
    name: at(name),
    label: say(label),
    disabled,
    error: errorAt(name),
  });
  const choose = (next: string): void =>
    change({ assignee: next === '' ? null : next === RESPONSIBLE ? next : Number(next) }, 'assignee');
  return (
    <Fields>
      <FieldCell width={4}>
        <ChoiceField
          {...named('task', 'field.kind')}
          value={String(wish.task ?? '')}
          onChange={(task) => change({ task }, 'task')}
          choices={KINDS.map((one) => [one, say(`task_kind.${one}`)])}
        />
      </FieldCell>
      <FieldCell width={4}>
        <WholeField
          {...named('dueInDays', 'workflow_task.due')}
          min={0}
          max={MOST_DAYS}
          value={Number(wish.dueInDays ?? 0)}
          onChange={(dueInDays) => change({ dueInDays }, 'dueInDays')}
        />
      </FieldCell>
      <FieldCell width={4}>
        <ChoiceField
          {...named('assignee', 'workflow_task.assignee')}
          value={wish.assignee === null || wish.assignee === undefined ? '' : String(wish.assignee as string | number)}
          placeholder={say('workflow_task.anybody')}
          clearLabel={say('workflow_task.anybody')}
          onChange={choose}
          choices={[
            [RESPONSIBLE, say('workflow_task.responsible')],
            ...staff.map(({ id, name }) => [String(id), name] as const),
          ]}
        />
      </FieldCell>
      <FieldCell width={12}>
        <TextField
          {...named('title', 'tasks.what')}
          value={String(wish.title ?? '')}
          onChange={(title) => {
            onWrite('title');
            change({ title }, 'title');
          }}
        />
      </FieldCell>
    </Fields>
  );
}

const card: WorkflowCard = {
  proposal: { task: 'call', title: '', dueInDays: 1, assignee: RESPONSIBLE },
  Card,
  told: ({ task, title, dueInDays }, say) =>
    say('crm.workflow_task.told', {
      ...{ kind: say(`crm.task_kind.${String(task)}`), title: String(title), days: Number(dueInDays) },
    }),
};

export default card;
