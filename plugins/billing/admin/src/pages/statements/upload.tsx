import { useState } from 'react';
import {
  Box,
  Button,
  Checkbox,
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { useNavigate } from 'react-router-dom';
import {
  Failure,
  FileInput,
  PageFrame,
  Panel,
  useApi,
  useClient,
  useDo,
  useSay,
  useSubmit,
} from '@sanya/strapi-plugin-platform/ui';
import type { BillingDoors } from '../../doors';
import { Mapper } from './mapper';
import { PreviewPanel } from './preview';
import { type Preview, ROOT, type Role } from './types';

export interface Mapped {
  columns: Partial<Record<Role, string>>;
  dateOrder: 'dmy' | 'mdy';
  saveAs: string;
}

interface Setting {
  bankAccounts: { bank: string; number: string; name: string }[] | null;
}

const AS_FILE = 'as-file';

/** A file of the bank: looked at first, its columns said where they are not known, then stored. */
export function Upload() {
  const say = useSay('billing');
  const act = useDo();
  const navigate = useNavigate();
  const { send } = useClient();
  const { busy, refused, refuse, submit } = useSubmit();
  const [file, setFile] = useState<File>();
  const [account, setAccount] = useState(AS_FILE);
  const [mapped, setMapped] = useState<Mapped>();
  const [preview, setPreview] = useState<Preview>();
  const [skip, setSkip] = useState(false);
  const [storing, setStoring] = useState(false);
  const { data: setting } = useApi<Setting>('/content-manager/single-types/plugin::billing.setting');
  const accounts = setting?.bankAccounts ?? [];

  const formOf = (content: File, mapping: Mapped | undefined, whose: string): FormData => {
    const form = new FormData();
    form.append('file', content);
    if (whose !== AS_FILE) form.append('account', whose);
    if (mapping) form.append('mapping', JSON.stringify({ columns: mapping.columns, dateOrder: mapping.dateOrder }));
    return form;
  };

  async function look(content: File | undefined, mapping: Mapped | undefined, whose = account): Promise<void> {
    setFile(content);
    setMapped(mapping);
    setPreview(undefined);
    setSkip(false);
    refuse(undefined);
    if (!content) return;
    await submit(async () =>
      setPreview(await send<Preview>('/billing/statements/preview', formOf(content, mapping, whose))),
    );
  }

  async function store(): Promise<void> {
    if (!file) return;
    const form = formOf(file, mapped, account);
    if (mapped?.saveAs) form.append('saveAs', mapped.saveAs);
    if (skip) form.append('skipUnreadable', 'true');
    setStoring(true);
    let stored = '';
    const done = await act(async () => {
      const answer = await send<BillingDoors['POST /billing/statements']['answers']>('/billing/statements', form);
      stored = answer.statement.documentId;
    }, say('statements.imported'));
    setStoring(false);
    if (done) navigate(`${ROOT}/${stored}`);
  }

  const problems = preview?.layout ? preview.problemCount : 0;
  const nothingNew = preview?.layout ? preview.known === preview.incoming.lines + preview.outgoing.lines : true;
  return (
    <PageFrame
      title={say('statements.import')}
      subtitle={say('statements.import_subtitle')}
      back={{ to: ROOT, label: say('statements.title') }}
      action={
        preview?.layout && (
          <Button loading={storing} disabled={nothingNew || (problems > 0 && !skip)} onClick={() => void store()}>
            {say('statements.store')}
          </Button>
        )
      }
    >
      <Flex direction="column" alignItems="stretch" gap={6}>
        <Panel>
          <Flex gap={6} wrap="wrap" alignItems="flex-end">
            <Field.Root name="file" required>
              <Field.Label>{say('statements.file')}</Field.Label>
              <FileInput
                name="file"
                label={say('statements.file')}
                accept=".csv,.txt,.xlsx,text/csv"
                onChange={(chosen) => void look(chosen, undefined)}
              />
            </Field.Root>
            {accounts.length > 0 && (
              <Box width="32rem">
                <Field.Root name="account">
                  <Field.Label>{say('statements.account')}</Field.Label>
                  <SingleSelect
                    value={account}
                    onChange={(value) => {
                      setAccount(String(value));
                      void look(file, mapped, String(value));
                    }}
                  >
                    <SingleSelectOption value={AS_FILE}>{say('statements.as_file')}</SingleSelectOption>
                    {accounts.map(({ bank, number }) => (
                      <SingleSelectOption key={number} value={number}>
                        {`${bank} ${number}`}
                      </SingleSelectOption>
                    ))}
                  </SingleSelect>
                </Field.Root>
              </Box>
            )}
            {busy && <Typography textColor="neutral600">{say('statements.reading')}</Typography>}
          </Flex>
        </Panel>
        {refused && <Failure message={refused.message} />}
        {preview && (!preview.layout || mapped) && (
          <Mapper preview={preview} mapped={mapped} onMap={(mapping) => void look(file, mapping)} />
        )}
        {preview?.layout && problems > 0 && (
          <Checkbox checked={skip} onCheckedChange={(checked) => setSkip(checked === true)}>
            {say('statements.skip_unreadable', { count: problems })}
          </Checkbox>
        )}
        {preview?.layout && <PreviewPanel preview={preview} />}
      </Flex>
    </PageFrame>
  );
}
