import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useNavigate } from 'react-router-dom';
import { useAnswer } from '../../doors';
import { type Column, PageFrame, Panel, ReadTable, TwoLines, useMay, useSay } from '../../ui';
import { examplesOf } from './examples';
import { SwitchWorkflow } from './switch-workflow';
import type { Workflow } from './types';

/** What an office may begin with. */
function Examples() {
  const say = useSay('platform');
  const navigate = useNavigate();
  const { data } = useAnswer('GET /platform/workflow-catalogue', {});
  return (
    <Panel title={say('workflows.none')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography textColor="neutral600">{say('workflows.none_hint')}</Typography>
        {data &&
          examplesOf(data).map(({ code }) => (
            <Flex key={code} justifyContent="space-between" gap={4} wrap="wrap">
              <Box flex="1" minWidth="20rem">
                <TwoLines
                  first={<Typography fontWeight="semiBold">{say(`workflows.example_${code}`)}</Typography>}
                  second={say(`workflows.example_${code}_hint`)}
                />
              </Box>
              <Button variant="secondary" onClick={() => navigate(`new?like=${code}`)}>
                {say('workflows.use_example')}
              </Button>
            </Flex>
          ))}
      </Flex>
    </Panel>
  );
}

/** All workflows: when they run, whether they are on, and how it went. */
export function WorkflowList() {
  const say = useSay('platform');
  const may = useMay();
  const navigate = useNavigate();
  const reading = useAnswer('GET /platform/workflows', {});
  const maySet = may('plugin::platform.workflow.set');
  const columns: Column<Workflow>[] = [
    {
      key: 'name',
      title: say('workflows.name'),
      wraps: true,
      cell: ({ name, title }) => (
        <TwoLines first={<Typography fontWeight="semiBold">{name}</Typography>} second={title} />
      ),
    },
    {
      key: 'on',
      title: say('ui.state'),
      cell: (workflow) => <SwitchWorkflow workflow={workflow} onDone={reading.reload} />,
    },
    { key: 'done', title: say('workflows.month_done'), right: true, cell: ({ runs }) => runs.done },
    { key: 'waiting', title: say('workflows.run_waiting'), right: true, cell: ({ runs }) => runs.waiting },
    {
      key: 'failed',
      title: say('workflows.month_failed'),
      right: true,
      cell: ({ runs }) => (
        <Typography textColor={runs.failed > 0 ? 'danger600' : 'neutral800'}>{runs.failed}</Typography>
      ),
    },
  ];
  const isEmpty = reading.data?.length === 0;
  return (
    <PageFrame
      title={say('workflows.title')}
      subtitle={say('workflows.subtitle')}
      action={
        maySet && (
          <Button startIcon={<Plus />} onClick={() => navigate('new')}>
            {say('workflows.new')}
          </Button>
        )
      }
    >
      {isEmpty && maySet ? (
        <Examples />
      ) : (
        <ReadTable
          reading={reading}
          columns={columns}
          keyOf={({ documentId }) => documentId}
          onOpen={({ documentId }) => navigate(documentId)}
          empty={say('workflows.none')}
        />
      )}
    </PageFrame>
  );
}
