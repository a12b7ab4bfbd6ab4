import { Badge, Flex, Typography } from '@strapi/design-system';
import { useAnswer } from '../../doors';
import { StateBadge, Subject, useMay, useSay } from '../../ui';
import type { TemplateListed } from '../templates/types';
import type { Mail } from './types';

export function MailState({ mail }: { mail: Mail }) {
  const say = useSay('platform');
  return (
    <Flex gap={1} wrap="wrap">
      <StateBadge state={mail.state === 'sent' ? 'delivered' : mail.state} label={say(`mails.state_${mail.state}`)} />
      {mail.isTest && <Badge>{say('mails.test')}</Badge>}
    </Flex>
  );
}

/** What went wrong last, as long as it is not over. */
export const MailProblem = ({ mail }: { mail: Mail }) =>
  mail.state === 'sent' ? null : (
    <Typography textColor="danger600" style={{ whiteSpace: 'normal', overflowWrap: 'anywhere' }}>
      {mail.lastError}
    </Typography>
  );

/** What the mail is about, leading to its page. */
export const MailAbout = ({ mail: { aboutType, aboutDocumentId, aboutName } }: { mail: Mail }) =>
  aboutType && aboutDocumentId ? (
    <Subject type={aboutType} documentId={aboutDocumentId} name={aboutName || undefined} />
  ) : null;

/** The templates by code, for who may read them. */
export function useTemplates(): readonly TemplateListed[] {
  const may = useMay()('plugin::platform.template.read');
  return useAnswer('GET /platform/templates', may ? {} : null).data ?? [];
}

const OF_WORKFLOWS = 'workflow';

/** What a mail was written from: a template by its name, or a workflow. */
export function useOrigin(): (code: string) => string {
  const say = useSay('platform');
  const templates = useTemplates();
  return (code) =>
    code === OF_WORKFLOWS ? say('workflows.mail') : (templates.find((one) => one.code === code)?.name ?? code);
}
