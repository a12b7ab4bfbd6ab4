import { useRef, useState } from 'react';
import { Box, Button, Field, Flex, Typography } from '@strapi/design-system';
import { useNavigate } from 'react-router-dom';
import {
  type Column,
  DateText,
  Failure,
  PageFrame,
  Panel,
  ReadTable,
  StateBadge,
  useApi,
  useClient,
  useSay,
  useSubmit,
} from '@sanya/strapi-plugin-platform/ui';
import { LIST, type ProductImport } from './types';

/** A file of products and prices is chosen, and read: what it would change is told on the next page. */
export function UploadProducts() {
  const say = useSay('sales');
  const navigate = useNavigate();
  const { send } = useClient();
  const { busy, refused, submit } = useSubmit();
  const [file, setFile] = useState<File>();
  const input = useRef<HTMLInputElement>(null);
  const earlier = useApi<ProductImport[]>('/sales/product-imports', { sort: 'id:desc' });
  const columns: Column<ProductImport>[] = [
    { key: 'file', title: say('import.file'), wraps: true, cell: (one) => one.fileName },
    { key: 'at', title: say('import.read_at'), cell: (one) => <DateText at={one.readAt} /> },
    { key: 'rows', title: say('import.rows'), right: true, cell: (one) => one.rows },
    {
      key: 'state',
      title: say('field.state'),
      cell: (one) => <StateBadge state={one.state} label={say(`import.state.${one.state}`)} />,
    },
  ];

  async function read(): Promise<void> {
    if (!file) return;
    const form = new FormData();
    form.append('file', file);
    let made = '';
    const done = await submit(async () => {
      made = (await send<{ documentId: string }>('/sales/product-imports', form)).documentId;
    });
    if (done) navigate(`${LIST}/import/${made}`);
  }

  return (
    <PageFrame
      title={say('import.title')}
      subtitle={say('import.subtitle')}
      back={{ to: LIST, label: say('products.title') }}
    >
      <Flex direction="column" alignItems="stretch" gap={6}>
        <Panel>
          <Flex gap={6} wrap="wrap" alignItems="flex-end">
            <Field.Root name="file" required>
              <Field.Label>{say('import.choose')}</Field.Label>
              <input
                ref={input}
                type="file"
                name="file"
                aria-label={say('import.choose')}
                accept=".csv,.txt,.xlsx,text/csv"
                onChange={(event) => setFile(event.target.files?.[0])}
              />
            </Field.Root>
            <Button loading={busy} disabled={!file} onClick={() => void read()}>
              {say('import.read')}
            </Button>
          </Flex>
          {refused && (
            <Box paddingTop={4}>
              <Failure message={refused.message} />
            </Box>
          )}
          <Box paddingTop={4}>
            <Typography textColor="neutral600">{say('import.hint')}</Typography>
          </Box>
        </Panel>
        <Panel title={say('import.earlier')}>
          <ReadTable
            whole
            reading={earlier}
            columns={columns}
            keyOf={(one) => one.documentId}
            onOpen={(one) => navigate(`${LIST}/import/${one.documentId}`)}
            empty={say('import.none')}
          />
        </Panel>
      </Flex>
    </PageFrame>
  );
}
