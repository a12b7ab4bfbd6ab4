import { useEffect, useState } from 'react';
import { Button, Flex, ProgressBar, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useParams } from 'react-router-dom';
import {
  Confirm,
  Facts,
  Failure,
  keepFile,
  PageFrame,
  Panel,
  StateBadge,
  useApi,
  useClient,
  useDo,
  useSay,
  Waiting,
} from '@sanya/strapi-plugin-platform/ui';
import { ImportRows } from './import-rows';
import { LIST, type ProductImport } from './types';

const LOOK_AGAIN_MS = 1500;

/** What a file would change, row by row; then it is carried out, and what could not be is told. */
export function ImportDetail() {
  const say = useSay('sales');
  const act = useDo();
  const { id = '' } = useParams();
  const { send, file } = useClient();
  const [turn, setTurn] = useState(0);
  const { data, error, reload } = useApi<ProductImport>(`/sales/product-imports/${id}`);
  const running = data?.state === 'running';
  useEffect(() => {
    if (!running) return undefined;
    const timer = setInterval(reload, LOOK_AGAIN_MS);
    return () => {
      clearInterval(timer);
      setTurn((before) => before + 1);
    };
  }, [running, reload]);

  if (error !== undefined) return <Failure message={error} />;
  if (!data) return <Waiting />;
  const toDo = data.newProducts + data.newPrices + data.changed;
  const notDone = data.wrong + data.failed;

  async function start(): Promise<boolean> {
    const done = await act(() => send(`/sales/product-imports/${id}/start`), say('import.started'));
    if (done) reload();
    return done;
  }
  const report = (): Promise<boolean> =>
    act(
      async () => keepFile(await file(`/sales/product-imports/${id}/report`), 'not-imported.csv'),
      say('import.report_done'),
    );

  return (
    <PageFrame
      title={data.fileName}
      subtitle={say('import.subtitle')}
      back={{ to: `${LIST}/import`, label: say('import.title') }}
      action={
        <Flex gap={2}>
          {notDone > 0 && (
            <Button variant="secondary" startIcon={<Download />} onClick={() => void report()}>
              {say('import.report')}
            </Button>
          )}
          {data.state === 'ready' && (
            <Confirm
              label={say('import.start')}
              title={say('import.start_title')}
              disabled={toDo === 0}
              onConfirm={start}
            >
              {say('import.start_text', { rows: toDo, wrong: data.wrong })}
            </Confirm>
          )}
        </Flex>
      }
    >
      <Flex direction="column" alignItems="stretch" gap={6}>
        <Panel
          title={say('import.result')}
          aside={<StateBadge state={data.state} label={say(`import.state.${data.state}`)} />}
        >
          <Facts
            columns={4}
            facts={[
              [say('import.rows'), String(data.rows)],
              [say('import.outcome.new_product'), String(data.newProducts)],
              [say('import.outcome.new_price'), String(data.newPrices)],
              [say('import.outcome.changed'), String(data.changed)],
              [say('import.outcome.unchanged'), String(data.unchanged)],
              [say('import.outcome.wrong'), String(data.wrong)],
              [say('import.done'), data.state !== 'ready' && String(data.done)],
              [say('import.failed'), data.failed > 0 && String(data.failed)],
              [say('import.ignored'), data.ignored.join(', ')],
            ]}
          />
          {running && (
            <Flex direction="column" alignItems="stretch" gap={2} paddingTop={4}>
              <ProgressBar value={toDo === 0 ? 100 : Math.floor(((data.done + data.failed) * 100) / toDo)} />
              <Typography textColor="neutral600">
                {say('import.progress', { done: data.done + data.failed, rows: toDo })}
              </Typography>
            </Flex>
          )}
          {data.state === 'ready' && toDo === 0 && <Typography>{say('import.nothing_to_do')}</Typography>}
        </Panel>
        <ImportRows key={turn} id={id} />
      </Flex>
    </PageFrame>
  );
}
