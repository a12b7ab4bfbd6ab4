import { useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useAuth } from '@strapi/strapi/admin';
import { formatPhone } from '@sanya/strapi-plugin-platform/kernel';
import {
  type Column,
  containing,
  DateText,
  type ListFilter,
  ListPage,
  ListTools,
  pageLink,
  type Params,
  StateBadge,
  TwoLines,
  useApi,
  useList,
  useListQuery,
  useMay,
  useSay,
  useToday,
} from '@sanya/strapi-plugin-platform/ui';
import type { Owner, Task } from '../../types';
import { AssignDialog } from './assign-dialog';
import { FinishDialog } from './finish-dialog';
import { NewTask } from './new-task';
import { TaskActions } from './task-actions';

const LISTS = ['open', 'done', 'cancelled'] as const;

/** What the role of an admin is called in the grants: `sanya-billing` is `billing`. */
const roleOf = (code: string): string => code.replace(/^sanya-/, '');

/** What is to be done: one’s own first, else all that is open or was done; what is overdue stands above. */
export function TaskList() {
  const say = useSay('crm');
  const may = useMay();
  const { today } = useToday();
  const { asked } = useListQuery();
  const me = useAuth('TaskList', (auth) => auth.user);
  const [task, setTask] = useState<Task>();
  const [doing, setDoing] = useState<'enter' | 'finish' | 'assign'>();
  const { data: staff = [] } = useApi<Owner[]>('/crm/customer-owners');
  const list = asked('list');
  const roles = (me?.roles ?? []).map(({ code }) => roleOf(code));
  const mine: Params = {
    state: { $eq: 'open' },
    $and: [{ $or: [{ assignee: { $eq: me?.id } }, { assignee: { $null: true }, role: { $in: ['', ...roles] } }] }],
  };
  const filter: ListFilter = {
    key: 'list',
    label: say('tasks.list'),
    width: '22rem',
    all: say('tasks.mine'),
    choices: LISTS.map((one) => [one, say(`tasks.${one}`)] as const),
  };
  const reading = useList<Task>('/crm/tasks', {
    search: containing('title', 'subjectName', 'customer.name', 'customer.code'),
    filters: list === '' ? mine : { state: { $eq: list } },
    sort: list === 'done' || list === 'cancelled' ? 'doneAt:desc' : ['dueOn:asc', 'id:asc'],
    populate: { customer: true, contact: true },
  });
  const doerOf = ({ assignee }: Task): string | undefined => staff.find(({ id }) => id === assignee)?.name;
  const close = (): void => setDoing(undefined);
  const isLate = ({ state, dueOn }: Task): boolean => state === 'open' && dueOn < today;
  const columns: Column<Task>[] = [
    {
      key: 'due',
      title: say('tasks.due'),
      cell: (task) => (
        <Flex gap={2}>
          <DateText at={task.dueOn} />
          {isLate(task) && <StateBadge state="overdue" label={say('tasks.overdue')} />}
        </Flex>
      ),
    },
    {
      key: 'what',
      title: say('tasks.what'),
      wraps: true,
      cell: ({ kind, title, subjectType, subjectDocumentId, subjectName, note }) => (
        <TwoLines
          first={
            <Flex gap={2}>
              <Typography fontWeight="semiBold">{title ?? say(`task_kind.${kind}`)}</Typography>
              {pageLink(subjectType, subjectDocumentId, subjectName)}
            </Flex>
          }
          second={note}
        />
      ),
    },
    {
      key: 'customer',
      title: say('subject.customer'),
      wraps: true,
      cell: ({ customer, contact }) => (
        <TwoLines
          first={pageLink('plugin::crm.customer', customer?.documentId, customer?.name)}
          second={formatPhone(contact?.phone ?? customer?.phone)}
        />
      ),
    },
    {
      key: 'state',
      title: say('field.state'),
      cell: (one) => (
        <TwoLines
          first={
            <StateBadge
              state={one.state}
              label={one.outcome ? say(`outcome.${one.outcome}`) : say(`task_state.${one.state}`)}
            />
          }
          second={doerOf(one)}
        />
      ),
    },
    {
      key: 'do',
      title: '',
      acts: true,
      right: true,
      cell: (one) => {
        const begin = (what: 'finish' | 'assign') => () => {
          setTask(one);
          setDoing(what);
        };
        return <TaskActions task={one} onFinish={begin('finish')} onAssign={begin('assign')} onDone={reading.reload} />;
      },
    },
  ];
  return (
    <ListPage
      title={say('tasks.title')}
      subtitle={say('tasks.subtitle')}
      action={
        may('plugin::crm.task.do') && (
          <Button startIcon={<Plus />} onClick={() => setDoing('enter')}>
            {say('tasks.new')}
          </Button>
        )
      }
      tools={<ListTools search={say('tasks.search')} filters={[filter]} />}
      reading={reading}
      columns={columns}
      pageOfRow={null}
      empty={say('tasks.empty')}
      none={say('tasks.none')}
    >
      {doing === 'enter' && <NewTask onClose={close} onDone={reading.reload} />}
      {task && doing === 'finish' && <FinishDialog task={task} onClose={close} onDone={reading.reload} />}
      {task && doing === 'assign' && <AssignDialog task={task} staff={staff} onClose={close} onDone={reading.reload} />}
    </ListPage>
  );
}
