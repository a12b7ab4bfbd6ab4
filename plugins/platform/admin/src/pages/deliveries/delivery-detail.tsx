import { useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { ArrowClockwise, File } from '@strapi/icons';
import { useAnswer, useAsk } from '../../doors';
import {
  DateText,
  DetailPage,
  Facts,
  Failure,
  FileView,
  LinkTo,
  Panel,
  UnreadPage,
  useDetail,
  useDo,
  useMay,
  useSay,
  Waiting,
} from '../../ui';
import { MailFrame } from '../mail-frame';
import { MailAbout, MailProblem, MailState, useOrigin, useTemplates } from './parts';
import { DELIVERIES, isStuck, type Mail, type MailContent } from './types';

function Attachments({ mail, content }: { mail: Mail; content: MailContent }) {
  const say = useSay('platform');
  const [opened, setOpened] = useState<string>();
  const waiting = content.files.length === 0 ? (mail.documents?.length ?? 0) : 0;
  if (content.files.length === 0 && waiting === 0) return null;
  return (
    <Panel title={say('mails.attachments')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        {waiting > 0 && <Typography>{say('mails.to_be_attached', { count: waiting })}</Typography>}
        <Flex gap={2} wrap="wrap">
          {content.files.map(({ id, name }) => (
            <Button
              key={id}
              variant={opened === id ? 'secondary' : 'tertiary'}
              startIcon={<File />}
              onClick={() => setOpened(opened === id ? undefined : id)}
            >
              {name}
            </Button>
          ))}
        </Flex>
        {opened !== undefined && (
          <FileView id={opened} title={content.files.find(({ id }) => id === opened)?.name ?? ''} />
        )}
      </Flex>
    </Panel>
  );
}

function Said({ mail }: { mail: Mail }) {
  const say = useSay('platform');
  const { data, error } = useAnswer('GET /platform/deliveries/:id/content', { id: mail.documentId });
  if (error !== undefined) return <Failure message={error} />;
  if (!data) return <Waiting />;
  return (
    <>
      <Panel title={say(mail.state === 'sent' ? 'mails.as_sent' : 'mails.as_to_be_sent')}>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Facts
            columns={3}
            facts={[
              [say('mails.from'), data.from],
              [say('mails.to'), mail.to],
              [say('mails.subject'), data.subject],
            ]}
          />
          <MailFrame title={data.subject} html={data.html} height="64rem" />
        </Flex>
      </Panel>
      <Attachments mail={mail} content={data} />
    </>
  );
}

/** One mail: what it says, what goes with it, whether it left, and why not. */
export function DeliveryDetail() {
  const say = useSay('platform');
  const may = useMay();
  const ask = useAsk();
  const { id, data: mail, error, reload } = useDetail<Mail>('/platform/deliveries');
  const act = useDo(reload);
  const originOf = useOrigin();
  const template = useTemplates().find(({ code }) => code === mail?.template);
  const back = { to: DELIVERIES, label: say('mails.title') };
  if (!mail) return <UnreadPage error={error} back={back} />;
  const version =
    mail.templateVersion === null ? '' : ` · ${say('templates.version_n', { version: mail.templateVersion })}`;
  const named = `${originOf(mail.template)}${version}`;
  return (
    <DetailPage
      title={mail.subject ?? originOf(mail.template)}
      subtitle={mail.to}
      back={back}
      action={
        isStuck(mail) &&
        may('plugin::platform.delivery.retry') && (
          <Button
            startIcon={<ArrowClockwise />}
            onClick={() => void act(() => ask('POST /platform/deliveries/:id/retry', { id }), say('mails.retried_one'))}
          >
            {say('events.retry')}
          </Button>
        )
      }
    >
      <Panel>
        <Facts
          columns={4}
          facts={[
            [say('ui.state'), <MailState key="state" mail={mail} />],
            [say('mails.about'), mail.aboutType && <MailAbout key="about" mail={mail} />],
            [
              say('mails.template'),
              template ? (
                <LinkTo key="template" to={`/plugins/platform/templates/${template.id}`}>
                  {named}
                </LinkTo>
              ) : (
                named
              ),
            ],
            [say('mails.language'), say(`ui.language_${mail.language}`)],
            [say('events.attempts'), String(mail.attempts)],
            [say('mails.sent_at'), mail.sentAt && <DateText key="sent" at={mail.sentAt} />],
            [say('events.next'), mail.nextAttemptAt && <DateText key="next" at={mail.nextAttemptAt} />],
            [say('events.error'), mail.state !== 'sent' && mail.lastError && <MailProblem key="error" mail={mail} />],
          ]}
        />
      </Panel>
      {may('plugin::platform.delivery.read') && <Said key={mail.state} mail={mail} />}
    </DetailPage>
  );
}
