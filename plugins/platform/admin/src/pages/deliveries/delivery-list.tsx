import { useState } from 'react';
import { Box, Button, Checkbox, Flex, Tag, Typography } from '@strapi/design-system';
import { ArrowClockwise, Cross } from '@strapi/icons';
import { useNavigate } from 'react-router-dom';
import {
  type Column,
  DateText,
  ListTools,
  PageFrame,
  ReadTable,
  useApi,
  useListQuery,
  useMay,
  useSay,
  useStateFilter,
} from '../../ui';
import { useRetryDeliveries } from '../../use-retry-deliveries';
import { MailAbout, MailProblem, MailState, useTemplates } from './parts';
import { DELIVERY_STATES, isStuck, LISTED, type Mail } from './types';

/** What the address asks for, as the door has it. */
function filtersOf(asked: (key: string) => string) {
  const [state, template, version, search] = ['state', 'template', 'version', 'q'].map(asked);
  return {
    ...(state ? { state: { $eq: state } } : {}),
    ...(template ? { template: { $eq: template } } : {}),
    ...(version ? { templateVersion: { $eq: version } } : {}),
    ...(search ? { $or: ['to', 'subject', 'aboutName'].map((name) => ({ [name]: { $containsi: search } })) } : {}),
  };
}

/** Every mail: to whom, about what, whether it left, and why not. */
export function DeliveryList() {
  const say = useSay('platform');
  const may = useMay()('plugin::platform.delivery.retry');
  const navigate = useNavigate();
  const retryAll = useRetryDeliveries();
  const { page, asked, change } = useListQuery();
  const templates = useTemplates();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const states = useStateFilter(DELIVERY_STATES, (one) => say(one === 'all' ? 'mails.all' : `mails.state_${one}`));
  const reading = useApi<Mail[]>('/platform/deliveries', {
    filters: filtersOf(asked),
    fields: LISTED,
    sort: 'id:desc',
    pagination: { page },
  });
  const stuck = (reading.data ?? []).filter(isStuck).map((one) => one.documentId);
  const ready = chosen.filter((id) => stuck.includes(id));
  const choose = (id: string, on: boolean): void =>
    setChosen((before) => (on ? [...before, id] : before.filter((one) => one !== id)));

  async function retry(): Promise<void> {
    await retryAll(ready);
    setChosen([]);
    reading.reload();
  }

  const columns: Column<Mail>[] = [
    ...(may && stuck.length > 0
      ? [
          {
            key: 'choose',
            title: '',
            cell: (one: Mail) =>
              isStuck(one) && (
                <Box onClick={(event: { stopPropagation: () => void }) => event.stopPropagation()}>
                  <Checkbox
                    aria-label={say('mails.choose', { to: one.to })}
                    checked={chosen.includes(one.documentId)}
                    onCheckedChange={(on) => choose(one.documentId, on === true)}
                  />
                </Box>
              ),
          },
        ]
      : []),
    {
      key: 'mail',
      title: say('mails.mail'),
      cell: (one) => (
        <Box style={{ whiteSpace: 'normal', overflowWrap: 'anywhere' }}>
          <Typography tag="div" fontWeight="semiBold">
            {one.subject ?? templates.find(({ code }) => code === one.template)?.name ?? one.template}
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
      cell: ({ template, templateVersion }) => (
        <Box style={{ whiteSpace: 'normal' }}>
          <Typography tag="div">{templates.find(({ code }) => code === template)?.name ?? template}</Typography>
          {templateVersion !== null && (
            <Typography tag="div" variant="pi" textColor="neutral600">
              {say('templates.version_n', { version: templateVersion })}
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
    <PageFrame
      title={say('mails.title')}
      subtitle={say('mails.subtitle')}
      action={
        may &&
        stuck.length > 0 && (
          <Flex gap={2}>
            <Button variant="tertiary" onClick={() => setChosen(stuck)}>
              {say('mails.choose_all')}
            </Button>
            <Button startIcon={<ArrowClockwise />} disabled={ready.length === 0} onClick={() => void retry()}>
              {say('mails.retry_chosen', { count: ready.length })}
            </Button>
          </Flex>
        )
      }
    >
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
      {asked('version') !== '' && (
        <Flex paddingBottom={4}>
          <Tag icon={<Cross />} onClick={() => change('version', '')}>
            {say('templates.version_n', { version: asked('version') })}
          </Tag>
        </Flex>
      )}
      <ReadTable
        reading={reading}
        columns={columns}
        keyOf={(one) => one.documentId}
        onOpen={(one) => navigate(one.documentId)}
        empty={say('mails.empty')}
      />
    </PageFrame>
  );
}
