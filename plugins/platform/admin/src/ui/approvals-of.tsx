import { Flex, Typography } from '@strapi/design-system';
import { useLanguage, useSay } from './language';
import { LinkTo, Panel } from './layout';
import { useApi } from './use-api';
import { useMay } from './use-may';
import { StateBadge } from './values';

/** A question as its readers see it. */
export interface Approval {
  documentId: string;
  kind: string;
  state: 'asked' | 'granted' | 'refused' | 'withdrawn';
  subjectType: string;
  subjectDocumentId: string;
  subjectName: string;
  customerName: string | null;
  words: Record<'th' | 'en', string>;
  /** Minor units as text. */
  amount: string | null;
  currency: string | null;
  reason: string | null;
  askedBy: string;
  askedByName: string;
  askedAt: string;
  decidedByName: string | null;
  decidedAt: string | null;
  comment: string | null;
}

/** On the page of a thing: what was asked about it, and how it was decided. Nothing where nothing was. */
export function ApprovalsOf({ id }: { id: string }) {
  const say = useSay('platform');
  const language = useLanguage();
  const sees = useMay()('plugin::content-manager.explorer.read', 'plugin::platform.approval');
  const { data = [] } = useApi<Approval[]>(sees ? '/platform/approvals' : null, {
    filters: { subjectDocumentId: { $eq: id } },
    sort: 'id:desc',
  });
  if (data.length === 0) return null;
  return (
    <Panel title={say('approvals.title')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        {data.map((approval) => (
          <Flex key={approval.documentId} justifyContent="space-between" alignItems="flex-start" gap={4}>
            <Flex direction="column" alignItems="flex-start" gap={1}>
              <LinkTo to={`/plugins/platform/approvals/${approval.documentId}`}>{approval.words[language]}</LinkTo>
              <Typography variant="pi" textColor="neutral600">
                {[
                  say('approvals.asked_by', { name: approval.askedByName }),
                  approval.decidedByName && say('approvals.decided_by_name', { name: approval.decidedByName }),
                  approval.comment,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Typography>
            </Flex>
            <StateBadge state={approval.state} label={say(`approval.${approval.state}`)} />
          </Flex>
        ))}
      </Flex>
    </Panel>
  );
}
