import { useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { Pencil, Trash } from '@strapi/icons';
import { useNavigate } from 'react-router-dom';
import { useAsk } from '../../doors';
import {
  Confirm,
  DetailPage,
  Facts,
  Panel,
  UnreadPage,
  useDetail,
  useDo,
  useMay,
  useSay,
  type WorkflowCard,
} from '../../ui';
import { RehearsalPanel } from './rehearsal-panel';
import { RunList } from './run-list';
import { SecretPage } from './secret-page';
import { SwitchWorkflow } from './switch-workflow';
import { asGroup, type Catalogue, listOf, subjectOfEvent, type Workflow } from './types';
import { useKnown } from './use-known';
import { useWords } from './use-words';

const LIST = '/plugins/platform/workflows';
const ENDED = ['done', 'lapsed', 'failed'] as const;

interface Opened {
  catalogue: Catalogue;
  cards: Record<string, WorkflowCard>;
  workflow: Workflow;
  turn: number;
  again: () => void;
}

/** One workflow: what it says, what it would have done, what it did. */
export function WorkflowDetail() {
  const say = useSay('platform');
  const { catalogue, cards, error: unknown } = useKnown();
  const { data, error, turn, again } = useDetail<Workflow>('/platform/workflows');
  if (!data || !catalogue || !cards) {
    return <UnreadPage error={error ?? unknown} back={{ to: LIST, label: say('workflows.title') }} />;
  }
  return <OpenedWorkflow {...{ catalogue, cards, turn, again }} workflow={data} />;
}

function OpenedWorkflow({ catalogue, cards, workflow, turn, again }: Opened) {
  const say = useSay('platform');
  const may = useMay();
  const ask = useAsk();
  const navigate = useNavigate();
  const act = useDo();
  const [secret, setSecret] = useState<string>();
  const { nodeText, waitText, sayAny } = useWords();
  const { documentId: id, name, state, actions, wait, runs, rehearsed, signs } = workflow;
  if (secret !== undefined) return <SecretPage secret={secret} to={LIST} />;
  const subject = subjectOfEvent(catalogue, workflow.event);
  const conditions = asGroup(workflow.conditions);
  const maySet = may('plugin::platform.workflow.set') && state !== 'archived';
  const told = (kind: string, wish: Record<string, unknown>): string => cards[kind]?.told(wish, sayAny) ?? kind;
  return (
    <DetailPage
      title={name}
      back={{ to: LIST, label: say('workflows.title') }}
      action={
        maySet && (
          <Flex gap={2} wrap="wrap">
            {signs && (
              <Confirm
                variant="tertiary"
                label={say('workflows.new_secret')}
                title={say('workflows.new_secret')}
                onConfirm={() =>
                  act(async () => {
                    const saved = await ask('POST /platform/workflows/:id/secret', { id });
                    setSecret(saved.secret ?? undefined);
                  })
                }
              >
                {say('workflows.new_secret_hint')}
              </Confirm>
            )}
            {state === 'off' && (
              <Confirm
                variant="danger-light"
                icon={<Trash />}
                label={say('workflows.delete')}
                title={say('workflows.delete')}
                onConfirm={() =>
                  act(async () => {
                    await ask('DELETE /platform/workflows/:id', { id });
                    navigate(LIST);
                  }, say('workflows.deleted'))
                }
              >
                {say('workflows.delete_hint')}
              </Confirm>
            )}
            <Button startIcon={<Pencil />} variant="secondary" onClick={() => navigate('edit')}>
              {say('workflows.edit')}
            </Button>
          </Flex>
        )
      }
    >
      <Panel title={say('workflows.says')} aside={<SwitchWorkflow workflow={workflow} onDone={again} />}>
        <Flex direction="column" alignItems="flex-start" gap={2} paddingBottom={4}>
          <Typography>
            {say('workflows.when_event', { event: workflow.title })} {waitText(wait)}
          </Typography>
          {listOf(conditions).length > 0 && (
            <Typography>
              {say('workflows.if_all', { conditions: nodeText(conditions, subject).slice(1, -1) })}
            </Typography>
          )}
          {actions.map(({ kind, ...wish }, index) => (
            <Typography key={index}>{`${index + 1}. ${told(kind, wish)}`}</Typography>
          ))}
        </Flex>
        <Facts
          columns={4}
          facts={[
            [say('workflows.run_waiting'), String(runs.waiting)],
            ...ENDED.map((one): [string, string] => [
              say(`workflows.run_${one}`),
              say('workflows.in_month', { count: runs[one] }),
            ]),
          ]}
        />
      </Panel>
      {maySet && (
        <RehearsalPanel
          subject={subject}
          present={String(workflow.revision)}
          ask={(days) => ask('POST /platform/workflows/:id/rehearse', { id, body: { days } })}
          onTried={rehearsed ? undefined : again}
        />
      )}
      <Panel title={say('workflows.runs')}>
        <RunList key={turn} id={id} onDone={again} />
      </Panel>
    </DetailPage>
  );
}
