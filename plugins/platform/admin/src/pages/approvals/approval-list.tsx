import { Box, Flex, Typography } from '@strapi/design-system';
import {
  type Approval,
  type Column,
  containing,
  DateText,
  ListPage,
  ListTools,
  Money,
  StateBadge,
  useLanguage,
  useList,
  useListQuery,
  useSay,
  Waiting,
} from '../../ui';
import { type Inbox, useInbox } from './use-inbox';

const BOXES = ['waiting', 'mine', 'decided'] as const;
type ApprovalBox = (typeof BOXES)[number];

/** What stands in a box: what the reader decides and did not ask for, what they asked for, what is done. */
const filtersOf = (box: ApprovalBox, { me, kinds }: Inbox): Record<string, unknown> => {
  if (box === 'mine') return { askedBy: { $eq: me } };
  if (box === 'decided') return { state: { $ne: 'asked' } };
  const own = kinds.filter((kind) => kind.mayDecide).map((kind) => kind.code);
  return { state: { $eq: 'asked' }, kind: { $in: own.length > 0 ? own : ['-'] }, askedBy: { $ne: me } };
};

/** The inbox of approvals. */
export function ApprovalList() {
  const say = useSay('platform');
  const language = useLanguage();
  const { asked } = useListQuery();
  const { data: inbox } = useInbox();
  const box = BOXES.find((one) => one === asked('box')) ?? 'waiting';
  const [kind, search] = [asked('kind'), asked('q')];
  const reading = useList<Approval>(inbox ? '/platform/approvals' : null, {
    search: containing('subjectName', 'customerName', 'askedByName'),
    filters: { $and: [inbox ? filtersOf(box, inbox) : {}, kind ? { kind: { $eq: kind } } : {}] },
    sort: 'id:desc',
  });
  const kindName = (code: string): string => inbox?.kinds.find((one) => one.code === code)?.name[language] ?? code;

  const columns: Column<Approval>[] = [
    { key: 'kind', title: say('approvals.kind'), cell: (one) => kindName(one.kind) },
    {
      key: 'about',
      title: say('approvals.about'),
      cell: (one) => (
        <Flex direction="column" alignItems="flex-start">
          <Typography fontWeight="semiBold">{one.subjectName}</Typography>
          <Box maxWidth="48rem">
            <Typography variant="pi" textColor="neutral600" style={{ whiteSpace: 'normal' }}>
              {one.words[language]}
            </Typography>
          </Box>
        </Flex>
      ),
    },
    {
      key: 'asked',
      title: say('approvals.asked'),
      cell: (one) => (
        <Flex direction="column" alignItems="flex-start">
          <DateText at={one.askedAt} />
          <Typography variant="pi" textColor="neutral600">
            {one.askedByName}
          </Typography>
        </Flex>
      ),
    },
    {
      key: 'state',
      title: say('approvals.state'),
      cell: (one) => <StateBadge state={one.state} label={say(`approval.${one.state}`)} />,
    },
    {
      key: 'amount',
      title: say('approvals.amount'),
      right: true,
      cell: (one) => <Money amount={one.amount} currency={one.currency ?? undefined} />,
    },
  ];

  if (!inbox) return <Waiting />;
  return (
    <ListPage
      title={say('approvals.title')}
      subtitle={say('approvals.subtitle')}
      tools={
        <ListTools
          search={say('approvals.search')}
          filters={[
            {
              key: 'box',
              label: say('approvals.box'),
              width: '20rem',
              all: say('approvals.waiting'),
              choices: BOXES.filter((one) => one !== 'waiting').map((one) => [one, say(`approvals.${one}`)]),
            },
            {
              key: 'kind',
              label: say('approvals.kind'),
              width: '22rem',
              choices: inbox.kinds.map(({ code, name }) => [code, name[language]]),
            },
          ]}
        />
      }
      reading={reading}
      columns={columns}
      empty={say(search || kind ? 'approvals.empty_all' : `approvals.empty_${box}`)}
    />
  );
}
