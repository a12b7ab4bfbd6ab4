import { Flex, Typography } from '@strapi/design-system';
import {
  type Approval,
  DateText,
  DetailPage,
  Facts,
  Money,
  Panel,
  StateBadge,
  Subject,
  UnreadPage,
  useDetail,
  useLanguage,
  useSay,
} from '../../ui';
import { Decide } from './decide';
import { useInbox } from './use-inbox';

/** One question: what it is about, in words, and the decision. */
export function ApprovalDetail() {
  const say = useSay('platform');
  const language = useLanguage();
  const { data: inbox } = useInbox();
  const { data: approval, error, reload } = useDetail<Approval>('/platform/approvals');
  const back = { to: '/plugins/platform/approvals', label: say('approvals.title') };
  if (!approval || !inbox) return <UnreadPage error={error} back={back} />;
  const kind = inbox.kinds.find(({ code }) => code === approval.kind);
  return (
    <DetailPage
      title={approval.subjectName}
      subtitle={kind?.name[language]}
      back={back}
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
              [say('ui.customer'), approval.customerName],
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
    </DetailPage>
  );
}
