import { useState } from 'react';
import { Button, Flex } from '@strapi/design-system';
import { FileButtons, FormDialog, TextField, useMay, useSay, useTell } from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import type { Asked } from '../../use-filters';

function SaveDialog({ code, asked, onClose }: { code: string; asked: Asked; onClose: () => void }) {
  const say = useSay('reports');
  const sayHouse = useSay('platform');
  const ask = useAsk();
  const tell = useTell();
  const [name, setName] = useState('');
  return (
    <FormDialog
      title={say('save.title')}
      label={say('save.label')}
      disabled={name.trim() === ''}
      onClose={onClose}
      onSubmit={async () => {
        await ask('POST /reports/saved-reports', { body: { name, report: code, filters: asked } });
        tell(sayHouse('ui.saved'));
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
  const [saving, setSaving] = useState(false);
  return (
    <Flex gap={2}>
      <FileButtons door={`/reports/reports/${code}/file`} asked={asked} name={code} />
      {may('plugin::reports.report.save') && <Button onClick={() => setSaving(true)}>{say('save.label')}</Button>}
      {saving && <SaveDialog code={code} asked={asked} onClose={() => setSaving(false)} />}
    </Flex>
  );
}
