import { Box, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useNavigate } from 'react-router-dom';
import { useAnswer } from '../../doors';
import { type Column, DateText, PageFrame, ReadTable, useSay, useSubjectName } from '../../ui';
import type { TemplateListed } from './types';

/** All that goes out by mail: what it is about, in which languages, and who changed it last. */
export function TemplateList() {
  const say = useSay('platform');
  const { formatMessage } = useIntl();
  const subjectName = useSubjectName();
  const navigate = useNavigate();
  const reading = useAnswer('GET /platform/templates', {});
  const columns: Column<TemplateListed>[] = [
    {
      key: 'name',
      title: say('templates.name'),
      cell: ({ name, code }) => (
        <Box>
          <Typography tag="div" fontWeight="semiBold">
            {name}
          </Typography>
          <Typography tag="div" variant="pi" textColor="neutral600">
            {code}
          </Typography>
        </Box>
      ),
    },
    {
      key: 'kind',
      title: say('templates.kind'),
      cell: ({ type, paper }) => {
        const kind = paper ? 'paper' : 'mail';
        return type ? say(`templates.${kind}_about`, { what: subjectName(type) }) : say(`templates.${kind}`);
      },
    },
    {
      key: 'plugin',
      title: say('templates.plugin'),
      cell: ({ plugin }) =>
        plugin ? formatMessage({ id: `${plugin}.plugin.name`, defaultMessage: plugin }) : say('templates.own'),
    },
    {
      key: 'languages',
      title: say('templates.languages'),
      cell: ({ languages }) => languages.map((one) => say(`ui.language_${one}`)).join(', '),
    },
    { key: 'version', title: say('templates.version'), right: true, cell: ({ version }) => version },
    {
      key: 'changed',
      title: say('templates.changed'),
      cell: ({ changedAt, changedBy }) => (
        <Box>
          <DateText at={changedAt} />
          <Typography tag="div" variant="pi" textColor="neutral600">
            {changedBy ?? say('templates.as_shipped')}
          </Typography>
        </Box>
      ),
    },
  ];
  return (
    <PageFrame title={say('templates.title')} subtitle={say('templates.subtitle')}>
      <ReadTable
        whole
        reading={reading}
        columns={columns}
        keyOf={({ id }) => id}
        onOpen={({ id }) => navigate(id)}
        empty={say('templates.none')}
      />
    </PageFrame>
  );
}
