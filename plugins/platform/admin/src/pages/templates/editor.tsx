import { useEffect, useRef, useState } from 'react';
import { Box, Button, Flex, Tag, Typography } from '@strapi/design-system';
import { Check, Cross } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useAsk } from '../../doors';
import {
  Failure,
  LeaveGuard,
  PageFrame,
  Panel,
  type Reading,
  SearchPicker,
  useMay,
  useSay,
  useSubjectName,
  useSubmit,
} from '../../ui';
import { LanguageColumn } from './language-column';
import { type Field } from './text-field';
import { LANGUAGES, type Row, type TemplateOpened, TEXTS, type Texts, textsIn, type TemplateVersion } from './types';
import { Variables } from './variables';
import { Versions } from './versions';

interface EditorProps {
  template: TemplateOpened;
  versions: Reading<TemplateVersion[]>;
  onRestored: (version: number) => void;
}

const MEANWHILE = 'template.changed_meanwhile';
const BESIDE = { display: 'grid', gap: '24px', gridTemplateColumns: 'repeat(auto-fit, minmax(min(48rem, 100%), 1fr))' };

/** Both languages beside each other, with what they may say, what comes of it, and what they said before. */
export function Editor({ template, versions, onRestored }: EditorProps) {
  const { id, name, code, paper, type, variables, mayFindRows } = template;
  const say = useSay('platform');
  const subjectName = useSubjectName();
  const mayEdit = useMay()('plugin::platform.template.edit');
  const { toggleNotification } = useNotification();
  const ask = useAsk();
  const { busy, refused, refuse, submit } = useSubmit();
  const [kept, setKept] = useState({ version: template.version, texts: textsIn(template) });
  const [texts, setTexts] = useState(kept.texts);
  const [row, setRow] = useState<Row>();
  const field = useRef<Field | null>(null);
  const told = useRef<HTMLDivElement>(null);
  const changed = TEXTS.filter((text) => texts[text] !== kept.texts[text]);
  const unsaved = changed.length > 0;

  const edit = (part: Partial<Texts>): void => {
    setTexts((all) => ({ ...all, ...part }));
    if (refused?.field && refused.field in part) refuse(undefined);
  };

  /** What was written before a place and after it stays. */
  const insert = (text: string): void => {
    const at = field.current;
    const target = TEXTS.find((one) => one === at?.name);
    if (!at || !target) return toggleNotification({ type: 'info', message: say('templates.where') });
    const [from, to] = [at.selectionStart ?? at.value.length, at.selectionEnd ?? at.value.length];
    edit({ [target]: `${texts[target].slice(0, from)}${text}${texts[target].slice(to)}` });
    requestAnimationFrame(() => {
      at.focus();
      at.setSelectionRange(from + text.length, from + text.length);
    });
  };

  const save = (version: number): void => {
    const said = { ...texts };
    void submit(async () => {
      const body = { version, ...Object.fromEntries(changed.map((text) => [text, said[text]])) };
      const saved = await ask('PUT /platform/templates/:id', { id, body });
      setKept({ version: saved.version, texts: said });
      versions.reload();
      toggleNotification({ type: 'success', message: say('templates.saved', { version: saved.version }) });
    });
  };

  // What was refused may stand far from the button that was pressed.
  useEffect(() => {
    if (!refused) return;
    const [input] = refused.field === undefined ? [] : document.getElementsByName(refused.field);
    (input ?? told.current)?.scrollIntoView({ block: 'center' });
  }, [refused]);

  const meanwhile = refused?.code === MEANWHILE ? Number(refused.params?.version) : undefined;
  const untold = refused && meanwhile === undefined && !TEXTS.some((text) => text === refused.field);

  return (
    <PageFrame
      title={name}
      subtitle={`${code} · ${say('templates.version_n', { version: kept.version })}`}
      back={{ to: '/plugins/platform/templates', label: say('templates.title') }}
      action={
        mayEdit && (
          <Button
            startIcon={<Check />}
            loading={busy}
            disabled={!unsaved || meanwhile !== undefined}
            onClick={() => save(kept.version)}
          >
            {say('ui.save')}
          </Button>
        )
      }
    >
      <LeaveGuard unsaved={unsaved} />
      <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={8}>
        {untold && (
          <div ref={told}>
            <Failure message={refused.message} />
          </div>
        )}
        {meanwhile !== undefined && refused && (
          <Box ref={told} background="warning100" borderColor="warning200" hasRadius padding={4} role="alert">
            <Flex direction="column" alignItems="flex-start" gap={3}>
              <Typography>{refused.message}</Typography>
              <Flex gap={2} wrap="wrap">
                <Button
                  variant="tertiary"
                  onClick={() => {
                    versions.reload();
                    document.getElementById('versions')?.scrollIntoView({ behavior: 'smooth' });
                  }}
                >
                  {say('templates.look_at', { version: meanwhile })}
                </Button>
                <Button variant="danger-light" loading={busy} onClick={() => save(meanwhile)}>
                  {say('templates.save_over', { version: meanwhile })}
                </Button>
              </Flex>
            </Flex>
          </Box>
        )}
        <Variables variables={variables} disabled={!mayEdit} onInsert={insert} />
        {mayFindRows && type !== null && (
          <Panel title={say('templates.try_with', { what: subjectName(type) })}>
            <Flex direction="column" alignItems="stretch" gap={3}>
              {row && (
                <Flex>
                  <Tag icon={<Cross />} onClick={() => setRow(undefined)}>
                    {row.title}
                  </Tag>
                </Flex>
              )}
              <Box maxWidth="56rem">
                <SearchPicker<Row>
                  name="row"
                  label={say('templates.find_row')}
                  placeholder={say('templates.find_row_hint')}
                  url={`/platform/templates/${id}/rows`}
                  asked={(text) => ({ q: text })}
                  keyOf={(one) => one.id}
                  show={(one) => one.title}
                  onChoose={setRow}
                  nothing={say('templates.no_row')}
                />
              </Box>
            </Flex>
          </Panel>
        )}
        <div style={BESIDE}>
          {LANGUAGES.map((language) => (
            <LanguageColumn
              key={language}
              id={id}
              paper={paper}
              language={language}
              texts={texts}
              row={row}
              disabled={!mayEdit}
              refused={refused}
              onChange={edit}
              onFocus={(focused) => {
                field.current = focused;
              }}
            />
          ))}
        </div>
        <div id="versions">
          <Versions
            id={id}
            code={code}
            paper={paper}
            current={kept.version}
            texts={texts}
            unsaved={unsaved}
            reading={versions}
            onRestored={onRestored}
          />
        </div>
      </Flex>
    </PageFrame>
  );
}
