import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Mail } from '@strapi/icons';
import { useAsk } from '../../doors';
import { Failure, Panel, type Refused, useDo, useMay, useSay, Waiting } from '../../ui';
import { MailFrame } from '../mail-frame';
import { type Fault, type Field, TemplateText } from './text-field';
import { type Language, nameOf, type Row, type Texts } from './types';
import { type Place, type Previewed, usePreview } from './use-preview';

interface LanguageColumnProps {
  id: string;
  language: Language;
  texts: Texts;
  row: Row | undefined;
  /** It stands in documents: nobody is sent it. */
  paper: boolean;
  disabled: boolean;
  /** What saving refused. */
  refused: Refused | undefined;
  onChange: (texts: Partial<Texts>) => void;
  onFocus: (field: Field) => void;
}

const PARTS = ['subject', 'body'] as const;

const placed = ({ message, params }: Refused): Fault => ({
  message,
  line: params?.line === undefined ? undefined : Number(params.line),
  column: params?.column === undefined ? undefined : Number(params.column),
});

/** What is wrong with one text: what saving refused, what the preview cannot read, or what it finds nothing for. */
function faultOf(
  part: 'subject' | 'body',
  name: string,
  { preview, refused }: Previewed,
  saving: Refused | undefined,
  tell: (place: Place) => string,
): Fault | undefined {
  if (refused?.field === part) return placed(refused);
  if (saving?.field === name) return placed(saving);
  const [unknown] = refused ? [] : (preview?.unknown[part] ?? []);
  return unknown && { message: tell(unknown), line: unknown.line, column: unknown.column };
}

/** The texts of one language above what a mail of them looks like. */
export function LanguageColumn({
  id,
  language,
  texts,
  row,
  paper,
  disabled,
  refused,
  onChange,
  onFocus,
}: LanguageColumnProps) {
  const say = useSay('platform');
  const mayTest = useMay()('plugin::platform.template.test');
  const act = useDo();
  const ask = useAsk();
  const draft = {
    language,
    subject: texts[nameOf('subject', language)],
    body: texts[nameOf('body', language)],
    ...(row ? { row: row.id } : {}),
  };
  const shown = usePreview(id, draft);
  const { preview } = shown;
  const elsewhere = shown.refused && !PARTS.some((part) => part === shown.refused?.field);
  const said = say(`ui.language_${language}`);

  async function test(): Promise<void> {
    let to = '';
    await act(
      async () => {
        ({ to } = await ask('POST /platform/templates/:id/test', { id, body: draft }));
      },
      () => say('templates.test_sent', { to }),
    );
  }

  return (
    <Panel title={said}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        {PARTS.map((part) => {
          const name = nameOf(part, language);
          return (
            <TemplateText
              key={part}
              name={name}
              label={say(`templates.${part}`)}
              value={texts[name]}
              long={part === 'body'}
              disabled={disabled}
              fault={faultOf(part, name, shown, refused, (place) => say('templates.unknown_variable', { ...place }))}
              onChange={(text) => onChange({ [name]: text })}
              onFocus={onFocus}
            />
          );
        })}
        {elsewhere && shown.refused && <Failure message={shown.refused.message} />}
        <Flex justifyContent="space-between" gap={2} wrap="wrap">
          <Box flex="1" minWidth="12rem">
            <Typography variant="sigma" textColor="neutral600" style={{ textTransform: 'none' }}>
              {say(row ? 'templates.preview_with' : 'templates.preview_sample', { row: row?.title ?? '' })}
            </Typography>
            <Typography
              tag="div"
              fontWeight="semiBold"
              style={{ overflowWrap: 'anywhere' }}
              data-testid={`subject-${language}`}
            >
              {preview?.subject}
            </Typography>
          </Box>
          {mayTest && !paper && (
            <Button
              size="S"
              variant="tertiary"
              startIcon={<Mail />}
              disabled={shown.refused !== undefined}
              onClick={() => void test()}
            >
              {say('templates.test_send', { language: said })}
            </Button>
          )}
        </Flex>
        {preview ? (
          <Box style={shown.refused ? { opacity: 0.45 } : undefined}>
            <MailFrame title={say('templates.preview_in', { language: said })} html={preview.html} />
          </Box>
        ) : (
          !shown.refused && <Waiting />
        )}
      </Flex>
    </Panel>
  );
}
