import { useEffect, useState } from 'react';
import { Button, Flex, ProgressBar, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useClient, useDo } from '../client';
import { Confirm } from '../confirm';
import { DetailPage, UnreadPage, useDetail } from '../detail-page';
import { useSay } from '../language';
import { keepFile } from '../report-files';
import { Standing } from '../standing';
import type { ImportPages, ImportRead, ImportRowRead } from './import-kind';
import { ImportRows } from './import-rows';

const LOOK_AGAIN_MS = 1500;

/** What a file would change, row by row; then it is carried out, and what could not be is told. */
export function ImportDetail<Row extends ImportRowRead>(pages: ImportPages<Row>) {
  const { plugin, words, imports, list, changing } = pages;
  const say = useSay(plugin);
  const sayHouse = useSay('platform');
  const { send, file } = useClient();
  const [turn, setTurn] = useState(0);
  const { id, data, error, reload } = useDetail<ImportRead>(imports);
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

  const back = { to: list, label: say(`${words}.title`) };
  if (!data) return <UnreadPage error={error} back={back} />;
  const changes = changing.reduce((total, [, count]) => total + Number(data[count]), 0);
  const notDone = data.wrong + data.failed;

  const start = (): Promise<boolean> => act(() => send(`${imports}/${id}/start`), sayHouse('import.started'));
  const report = (): Promise<boolean> =>
    keep(
      async () => keepFile(await file(`${imports}/${id}/report`), 'not-imported.csv'),
      sayHouse('import.report_done'),
    );

  return (
    <DetailPage
      title={data.fileName}
      subtitle={say(`${words}.subtitle`)}
      back={back}
      action={
        <Flex gap={2}>
          {notDone > 0 && data.tidiedAt === null && (
            <Button variant="secondary" startIcon={<Download />} onClick={() => void report()}>
              {sayHouse('import.report')}
            </Button>
          )}
          {data.state === 'ready' && (
            <Confirm
              label={sayHouse('import.start')}
              title={sayHouse('import.start_title')}
              disabled={changes === 0}
              onConfirm={start}
            >
              {say(`${words}.start_text`, { rows: changes, wrong: data.wrong })}
            </Confirm>
          )}
        </Flex>
      }
    >
      <Standing
        title={sayHouse('import.result')}
        state={data.state}
        label={sayHouse(`import.state.${data.state}`)}
        facts={[
          [sayHouse('import.rows'), String(data.rows)],
          ...changing.map(([outcome, count]): [string, string] => [
            say(`${words}.outcome.${outcome}`),
            String(data[count]),
          ]),
          [sayHouse('import.outcome.unchanged'), String(data.unchanged)],
          [sayHouse('import.outcome.wrong'), String(data.wrong)],
          [sayHouse('import.done'), data.state !== 'ready' && String(data.done)],
          [sayHouse('import.failed'), data.failed > 0 && String(data.failed)],
          [sayHouse('import.ignored'), data.ignored.join(', ')],
        ]}
      >
        {running && (
          <Flex direction="column" alignItems="stretch" gap={2} paddingTop={4}>
            <ProgressBar value={changes === 0 ? 100 : Math.floor(((data.done + data.failed) * 100) / changes)} />
            <Typography textColor="neutral600">
              {sayHouse('import.progress', { done: data.done + data.failed, rows: changes })}
            </Typography>
          </Flex>
        )}
        {data.state === 'ready' && changes === 0 && <Typography>{sayHouse('import.nothing_to_do')}</Typography>}
      </Standing>
      {data.tidiedAt === null ? (
        <ImportRows key={turn} id={id} pages={pages} />
      ) : (
        <Typography textColor="neutral600">{sayHouse('import.rows_gone')}</Typography>
      )}
    </DetailPage>
  );
}
