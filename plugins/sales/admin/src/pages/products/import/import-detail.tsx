import { useEffect, useState } from 'react';
import { Button, Flex, ProgressBar, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import {
  Confirm,
  DetailPage,
  keepFile,
  Standing,
  UnreadPage,
  useClient,
  useDetail,
  useDo,
  useSay,
} from '@sanya/strapi-plugin-platform/ui';
import { ImportRows } from './import-rows';
import { LIST, type ProductImport } from './types';

const LOOK_AGAIN_MS = 1500;

/** What a file would change, row by row; then it is carried out, and what could not be is told. */
export function ImportDetail() {
  const say = useSay('sales');
  const { send, file } = useClient();
  const [turn, setTurn] = useState(0);
  const { id, data, error, reload } = useDetail<ProductImport>('/sales/product-imports');
  const act = useDo(reload);
  const keep = useDo();
  const running = data?.state === 'running';
  useEffect(() => {
    if (!running) return undefined;
    const timer = setInterval(reload, LOOK_AGAIN_MS);
    return () => {
      clearInterval(timer);
      setTurn((before) => before + 1);
    };
  }, [running, reload]);

  const back = { to: `${LIST}/import`, label: say('import.title') };
  if (!data) return <UnreadPage error={error} back={back} />;
  const toDo = data.newProducts + data.newPrices + data.changed;
  const notDone = data.wrong + data.failed;

  const start = (): Promise<boolean> => act(() => send(`/sales/product-imports/${id}/start`), say('import.started'));
  const report = (): Promise<boolean> =>
    keep(
      async () => keepFile(await file(`/sales/product-imports/${id}/report`), 'not-imported.csv'),
      say('import.report_done'),
    );

  return (
    <DetailPage
      title={data.fileName}
      subtitle={say('import.subtitle')}
      back={back}
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
      <Standing
        title={say('import.result')}
        state={data.state}
        label={say(`import.state.${data.state}`)}
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
      >
        {running && (
          <Flex direction="column" alignItems="stretch" gap={2} paddingTop={4}>
            <ProgressBar value={toDo === 0 ? 100 : Math.floor(((data.done + data.failed) * 100) / toDo)} />
            <Typography textColor="neutral600">
              {say('import.progress', { done: data.done + data.failed, rows: toDo })}
            </Typography>
          </Flex>
        )}
        {data.state === 'ready' && toDo === 0 && <Typography>{say('import.nothing_to_do')}</Typography>}
      </Standing>
      <ImportRows key={turn} id={id} />
    </DetailPage>
  );
}
