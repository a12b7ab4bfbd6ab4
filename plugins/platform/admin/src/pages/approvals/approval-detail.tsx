import { Flex, Typography } from '@strapi/design-system';
import { useParams } from 'react-router-dom';
import {
  type Approval,
  DateText,
  Facts,
  Failure,
  Money,
  PageFrame,
  Panel,
  StateBadge,
  Subject,
  useApi,
  useLanguage,
  useSay,
  Waiting,
} from '../../ui';
import { Decide } from './decide';
import { useInbox } from './use-inbox';

/** One question: what it is about, in words, and the decision. */
export function ApprovalDetail() {
  const say = useSay('platform');
  const language = useLanguage();
  const { id = '' } = useParams();
  const { data: inbox } = useInbox();
  const { data: approval, error, reload } = useApi<Approval>(`/platform/approvals/${id}`);

  if (error !== undefined) return <Failure message={error} />;
  if (!approval || !inbox) return <Waiting />;
  const kind = inbox.kinds.find(({ code }) => code === approval.kind);
  return (
    <PageFrame
      title={approval.subjectName}
      subtitle={kind?.name[language]}
      back={{ to: '/plugins/platform/approvals', label: say('approvals.title') }}
      action={<Decide approval={approval} inbox={inbox} onDone={reload} />}
    >
      <Panel
        title={say('approvals.about')}
        aside={<StateBadge state={approval.state} label={say(`approval.${approval.state}`)} />}
      >
        <Flex direction="column" alignItems="stretch" gap={6}>
          <Typography variant="epsilon">{approval.words[language]}</Typography>
          <Facts
            columns={4}
            facts={[
              [
                say('approvals.subject'),
                <Subject key="subject" type={approval.subjectType} documentId={approval.subjectDocumentId} />,
              ],
              [say('approvals.customer'), approval.customerName],
              [
                say('approvals.amount'),
                approval.amount && (
                  <Money key="amount" amount={approval.amount} currency={approval.currency ?? undefined} strong />
                ),
              ],
              [say('approvals.asker'), approval.askedByName],
              [say('approvals.asked'), <DateText key="asked" at={approval.askedAt} />],
              [say('approvals.reason'), approval.reason],
              [say('approvals.decided_by'), approval.decidedByName],
              [say('approvals.decided_at'), approval.decidedAt && <DateText key="decided" at={approval.decidedAt} />],
              [say('approvals.comment'), approval.comment],
            ]}
          />
        </Flex>
      </Panel>
    </PageFrame>
  );
}
