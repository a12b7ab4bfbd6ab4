import { type ReactNode, useState } from 'react';
import { Box, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import type { Params } from './client';
import { Failure, Waiting } from './data-table';
import { type Language, useLanguage, useSay } from './language';
import { Panel } from './layout';
import { useFile } from './use-file';

const ONLY_HERE = { border: 0, width: '100%' } as const;

export interface DocumentViewProps {
  url: string;
  title: string;
  /** What the door takes besides the language. */
  params?: Params;
  /** What can be done with it. */
  actions?: ReactNode;
}

/** A document of ours as the customer has it, in the language that is asked for. */
export function DocumentView({ url, title, params, actions }: DocumentViewProps) {
  const say = useSay('platform');
  const [language, setLanguage] = useState<Language>(useLanguage());
  const { url: address, error } = useFile(url, { ...params, lang: language });
  return (
    <Panel
      title={title}
      aside={
        <Flex gap={2}>
          {actions}
          <Box width="16rem">
            <SingleSelect
              size="S"
              aria-label={say('ui.language')}
              value={language}
              onChange={(value) => setLanguage(value as Language)}
            >
              <SingleSelectOption value="th">{say('ui.language_th')}</SingleSelectOption>
              <SingleSelectOption value="en">{say('ui.language_en')}</SingleSelectOption>
            </SingleSelect>
          </Box>
        </Flex>
      }
    >
      {error !== undefined && <Failure message={error} />}
      {address === undefined && error === undefined && <Waiting />}
      {address !== undefined && <iframe title={title} src={address} style={{ ...ONLY_HERE, height: '70rem' }} />}
    </Panel>
  );
}

/** A private file: a picture is shown, a PDF opened in its frame. */
export function FileView({ id, title }: { id: string; title: string }) {
  const { url, type, error } = useFile(`/platform/files/${id}`);
  if (error !== undefined) return <Failure message={error} />;
  if (url === undefined) return <Waiting />;
  if (type === 'application/pdf') return <iframe title={title} src={url} style={{ ...ONLY_HERE, height: '48rem' }} />;
  return (
    <Flex justifyContent="center" background="neutral100" hasRadius>
      <img src={url} alt={title} style={{ maxWidth: '100%', maxHeight: '52rem', objectFit: 'contain' }} />
    </Flex>
  );
}
