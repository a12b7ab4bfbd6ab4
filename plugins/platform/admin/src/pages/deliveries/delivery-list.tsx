import { useState } from 'react';
import { Box, Button, Flex, Tag, Typography } from '@strapi/design-system';
import { ArrowClockwise, Cross } from '@strapi/icons';
import {
  type Column,
  containing,
  DateText,
  ListPage,
  ListTools,
  useList,
  useListQuery,
  useMay,
  useSay,
  useStateFilter,
} from '../../ui';
import { useRetryDeliveries } from '../../use-retry-deliveries';
import { MailAbout, MailProblem, MailState, useOrigin, useTemplates } from './parts';
import { DELIVERY_STATES, isStuck, LISTED, type Mail } from './types';

/** Every mail: to whom, about what, whether it left, and why not. */
export function DeliveryList() {
  const say = useSay('platform');
  const may = useMay()('plugin::platform.delivery.retry');
  const retryAll = useRetryDeliveries();
  const { asked, change } = useListQuery();
  const [template, version] = [asked('template'), asked('version')];
  const templates = useTemplates();
  const originOf = useOrigin();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const states = useStateFilter(DELIVERY_STATES, (one) => say(one === 'all' ? 'mails.all' : `mails.state_${one}`));
  const reading = useList<Mail>('/platform/deliveries', {
    search: containing('to', 'subject', 'aboutName'),
    filters: {
      ...(template ? { template: { $eq: template } } : {}),
      ...(version ? { templateVersion: { $eq: version } } : {}),
    },
    fields: LISTED,
    sort: 'id:desc',
  });
  const stuck = (reading.data ?? []).filter(isStuck).map((one) => one.documentId);
  const ready = stuck.filter((id) => chosen.has(id));

  async function retry(): Promise<void> {
    await retryAll(ready);
    setChosen(new Set());
    reading.reload();
  }

  const columns: Column<Mail>[] = [
    {
      key: 'mail',
      title: say('mails.mail'),
      wraps: true,
      cell: (one) => (
        <Box style={{ overflowWrap: 'anywhere' }}>
          <Typography tag="div" fontWeight="semiBold">
            {one.subject ?? originOf(one.template)}
          </Typography>
          <Typography tag="div" variant="pi" textColor="neutral600">
            {one.to}
          </Typography>
        </Box>
      ),
    },
    { key: 'about', title: say('mails.about'), cell: (one) => <MailAbout mail={one} /> },
    {
      key: 'template',
      title: say('mails.template'),
      wraps: true,
      cell: (one) => (
        <Box>
          <Typography tag="div">{originOf(one.template)}</Typography>
          {one.templateVersion !== null && (
            <Typography tag="div" variant="pi" textColor="neutral600">
              {say('templates.version_n', { version: one.templateVersion })}
            </Typography>
          )}
        </Box>
      ),
    },
    {
      key: 'state',
      title: say('ui.state'),
      cell: (one) => (
        <Flex direction="column" alignItems="flex-start" gap={1}>
          <MailState mail={one} />
          <MailProblem mail={one} />
        </Flex>
      ),
    },
    { key: 'attempts', title: say('events.attempts'), right: true, cell: ({ attempts }) => attempts },
    { key: 'when', title: say('mails.when'), cell: (one) => <DateText at={one.sentAt ?? one.nextAttemptAt} /> },
  ];

  return (
    <ListPage
      title={say('mails.title')}
      subtitle={say('mails.subtitle')}
      action={
        may &&
        stuck.length > 0 && (
          <Flex gap={2}>
            <Button variant="tertiary" onClick={() => setChosen(new Set(stuck))}>
              {say('mails.choose_all')}
            </Button>
            <Button startIcon={<ArrowClockwise />} disabled={ready.length === 0} onClick={() => void retry()}>
              {say('mails.retry_chosen', { count: ready.length })}
            </Button>
          </Flex>
        )
      }
      tools={
        <ListTools
          search={say('mails.search')}
          filters={[
            states,
            {
              key: 'template',
              label: say('mails.template'),
              width: '24rem',
              choices: templates.map(({ code, name }) => [code, name] as const),
            },
          ]}
        />
      }
      reading={reading}
      columns={columns}
      choosing={
        may && stuck.length > 0 ? { chosen, change: setChosen, nameOf: (one) => one.to, may: isStuck } : undefined
      }
      empty={say('mails.empty')}
      none={say('mails.none_yet')}
    >
      {version !== '' && (
        <Flex paddingBottom={4}>
          <Tag icon={<Cross />} onClick={() => change('version', '')}>
            {say('templates.version_n', { version })}
          </Tag>
        </Flex>
      )}
    </ListPage>
  );
}
