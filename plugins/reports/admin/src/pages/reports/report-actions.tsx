import { useState } from 'react';
import { Button, Flex } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import {
  FormDialog,
  keepFile,
  type ReportFormat,
  TextField,
  useClient,
  useDo,
  useMay,
  useSay,
} from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import type { Asked } from '../../use-filters';

const FORMATS: readonly ReportFormat[] = ['xlsx', 'csv'];

function SaveDialog({ code, asked, onClose }: { code: string; asked: Asked; onClose: () => void }) {
  const say = useSay('reports');
  const ask = useAsk();
  const perform = useDo();
  const [name, setName] = useState('');
  return (
    <FormDialog
      title={say('save.title')}
      label={say('save.label')}
      disabled={name.trim() === ''}
      onClose={onClose}
      onSubmit={async () => {
        await ask('POST /reports/saved-reports', { body: { name, report: code, filters: asked } });
        await perform(() => Promise.resolve());
        onClose();
      }}
    >
      <TextField
        name="name"
        label={say('save.name')}
        hint={say('save.hint')}
        value={name}
        onChange={setName}
        maxLength={100}
        required
        autoFocus
      />
    </FormDialog>
  );
}

/** The whole report as a file, and the report with its filters kept under a name. */
export function ReportActions({ code, asked }: { code: string; asked: Asked }) {
  const say = useSay('reports');
  const may = useMay();
  const { file } = useClient();
  const perform = useDo();
  const [making, setMaking] = useState<ReportFormat>();
  const [saving, setSaving] = useState(false);

  async function download(format: ReportFormat): Promise<void> {
    setMaking(format);
    await perform(
      async () => keepFile(await file(`/reports/reports/${code}/file`, { ...asked, format }), `${code}.${format}`),
      say('export.done'),
    );
    setMaking(undefined);
  }

  return (
    <Flex gap={2}>
      {FORMATS.map((format) => (
        <Button
          key={format}
          variant="secondary"
          startIcon={<Download />}
          loading={making === format}
          disabled={making !== undefined}
          onClick={() => void download(format)}
        >
          {say(`export.${format}`)}
        </Button>
      ))}
      {may('plugin::reports.report.save') && <Button onClick={() => setSaving(true)}>{say('save.label')}</Button>}
      {saving && <SaveDialog code={code} asked={asked} onClose={() => setSaving(false)} />}
    </Flex>
  );
}
