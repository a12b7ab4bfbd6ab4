import { useState } from 'react';
import { Box, Button, Field, Flex, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useNavigate } from 'react-router-dom';
import { useClient, useDo } from '../client';
import { type Column, Failure, ReadTable } from '../data-table';
import { useSay } from '../language';
import { Panel } from '../layout';
import { PageFrame } from '../page-frame';
import { useApi } from '../use-api';
import { FileInput } from '../file-input';
import { keepFile } from '../report-files';
import { useSubmit } from '../use-submit';
import { DateText, StateBadge } from '../values';
import type { ImportPages, ImportRead, ImportRowRead } from './import-kind';

/** A file is chosen and read: what it would change is told on the next page. */
export function ImportUpload<Row extends ImportRowRead>(pages: ImportPages<Row>) {
  const { plugin, words, imports, list, home, template, beside } = pages;
  const say = useSay(plugin);
  const sayHouse = useSay('platform');
  const navigate = useNavigate();
  const act = useDo();
  const { send, file: download } = useClient();
  const { busy, refused, submit } = useSubmit();
  const [file, setFile] = useState<File>();
  const earlier = useApi<ImportRead[]>(imports, { sort: 'id:desc' });
  const columns: Column<ImportRead>[] = [
    { key: 'file', title: sayHouse('import.file'), wraps: true, cell: (one) => one.fileName },
    { key: 'at', title: sayHouse('import.read_at'), cell: (one) => <DateText at={one.readAt} /> },
    { key: 'rows', title: sayHouse('import.rows'), right: true, cell: (one) => one.rows },
    {
      key: 'state',
      title: sayHouse('import.state'),
      cell: (one) => <StateBadge state={one.state} label={sayHouse(`import.state.${one.state}`)} />,
    },
  ];

  async function read(): Promise<void> {
    if (!file) return;
    const form = new FormData();
    Object.entries(beside?.values ?? {}).forEach(([name, value]) => form.append(name, value));
    form.append('file', file);
    let made = '';
    const done = await submit(async () => {
      made = (await send<{ documentId: string }>(imports, form)).documentId;
    });
    if (done) navigate(`${list}/${made}`);
  }

  return (
    <PageFrame
      title={say(`${words}.title`)}
      subtitle={say(`${words}.subtitle`)}
      back={home}
      action={
        template && (
          <Button
            variant="secondary"
            startIcon={<Download />}
            onClick={() =>
              void act(
                async () => keepFile(await download(template, { format: 'xlsx' }), `${words}.xlsx`),
                sayHouse('import.template_done'),
              )
            }
          >
            {sayHouse('import.template')}
          </Button>
        )
      }
    >
      <Flex direction="column" alignItems="stretch" gap={6}>
        <Panel>
          <Flex gap={6} wrap="wrap" alignItems="flex-end">
            {beside?.fields}
            <Field.Root name="file" required>
              <Field.Label>{sayHouse('import.choose')}</Field.Label>
              <FileInput
                name="file"
                label={sayHouse('import.choose')}
                accept=".csv,.txt,.xlsx,text/csv"
                onChange={setFile}
              />
            </Field.Root>
            <Button
              loading={busy}
              disabled={!file || (beside !== undefined && !beside.complete)}
              onClick={() => void read()}
            >
              {sayHouse('import.read')}
            </Button>
          </Flex>
          {refused && (
            <Box paddingTop={4}>
              <Failure message={refused.message} />
            </Box>
          )}
          <Box paddingTop={4}>
            <Typography textColor="neutral600">{say(`${words}.hint`)}</Typography>
          </Box>
        </Panel>
        <Panel title={sayHouse('import.earlier')}>
          <ReadTable
            whole
            reading={earlier}
            columns={columns}
            keyOf={(one) => one.documentId}
            onOpen={(one) => navigate(`${list}/${one.documentId}`)}
            empty={sayHouse('import.none')}
          />
        </Panel>
      </Flex>
    </PageFrame>
  );
}
