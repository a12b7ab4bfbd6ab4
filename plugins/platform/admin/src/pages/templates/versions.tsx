import { useState } from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useAsk } from '../../doors';
import {
  type Column,
  Confirm,
  DateText,
  LinkTo,
  Panel,
  type Reading,
  ReadTable,
  useDo,
  useMay,
  useSay,
} from '../../ui';
import { DELIVERIES, DELIVERY } from '../deliveries/types';
import { Compare } from './compare';
import { type TemplateVersion, type Texts, textsIn } from './types';

interface VersionsProps {
  id: string;
  code: string;
  /** It stands in documents, and in no mail. */
  paper: boolean;
  /** The version that stands in the fields, and what was made of it there. */
  current: number;
  texts: Texts;
  unsaved: boolean;
  reading: Reading<TemplateVersion[]>;
  onRestored: (version: number) => void;
}

/** All that the template ever said, who changed it, and how many mails or documents said it. */
export function Versions({ id, code, paper, current, texts, unsaved, reading, onRestored }: VersionsProps) {
  const say = useSay('platform');
  const may = useMay();
  const act = useDo();
  const ask = useAsk();
  const [compared, setCompared] = useState<TemplateVersion>();
  const mayRead = may('plugin::content-manager.explorer.read', DELIVERY);

  const used = ({ version, used: count, usedMore }: TemplateVersion) => {
    const text = say(`templates.${paper ? 'borne' : 'used'}${usedMore ? '_or_more' : ''}`, { count });
    return mayRead && !paper && count > 0 ? (
      <LinkTo to={`${DELIVERIES}?template=${encodeURIComponent(code)}&version=${version}`}>{text}</LinkTo>
    ) : (
      text
    );
  };

  const restore = (from: number): Promise<boolean> =>
    act(
      async () => {
        const { version } = await ask('POST /platform/templates/:id/restore', {
          id,
          body: { version: current, from },
        });
        onRestored(version);
      },
      say('templates.restored', { version: from }),
    );

  const columns: Column<TemplateVersion>[] = [
    {
      key: 'version',
      title: say('templates.version'),
      cell: ({ version, current: isCurrent, restoredFrom }) => (
        <Box>
          <Typography tag="div" fontWeight="semiBold">
            {isCurrent ? say('templates.version_current', { version }) : version}
          </Typography>
          {restoredFrom !== null && (
            <Typography tag="div" variant="pi" textColor="neutral600">
              {say('templates.restored_from', { version: restoredFrom })}
            </Typography>
          )}
        </Box>
      ),
    },
    { key: 'at', title: say('templates.changed'), cell: ({ changedAt }) => <DateText at={changedAt} /> },
    { key: 'by', title: say('events.actor'), cell: ({ changedBy }) => changedBy ?? say('templates.as_shipped') },
    { key: 'used', title: say('templates.used_by'), cell: used },
    {
      key: 'act',
      title: '',
      right: true,
      cell: (one) => (
        <Flex gap={2}>
          {(!one.current || unsaved) && (
            <Button size="S" variant="tertiary" onClick={() => setCompared(one)}>
              {say('templates.compare')}
            </Button>
          )}
          {!one.current && may('plugin::platform.template.edit') && (
            <Confirm
              label={say('templates.restore')}
              title={say('templates.restore_title', { version: one.version })}
              variant="tertiary"
              disabled={unsaved}
              onConfirm={() => restore(one.version)}
            >
              {say('templates.restore_explained')}
            </Confirm>
          )}
        </Flex>
      ),
    },
  ];
  return (
    <Panel title={say('templates.versions')}>
      {unsaved && (
        <Box paddingBottom={3}>
          <Typography textColor="neutral600">{say('templates.restore_when_saved')}</Typography>
        </Box>
      )}
      <ReadTable
        whole
        reading={reading}
        columns={columns}
        keyOf={({ version }) => String(version)}
        empty={say('templates.none')}
      />
      {compared && (
        <Compare
          title={say('templates.compare_title', { version: compared.version })}
          before={textsIn(compared)}
          after={texts}
          onClose={() => setCompared(undefined)}
        />
      )}
    </Panel>
  );
}
