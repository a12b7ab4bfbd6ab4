import { useEffect, useState } from 'react';
import { useDebounce } from '@strapi/strapi/admin';
import { type PlatformDoors, useAsk } from '../../doors';
import { type Refused, refusalOf } from '../../ui';
import type { Language } from './types';

const PAUSE_MS = 400;

export type Preview = PlatformDoors['POST /platform/templates/:id/preview']['answers'];
export type Place = Preview['unknown']['body'][number];

export interface Previewed {
  /** The last that could be shown; stays while a text cannot be read. */
  preview?: Preview;
  refused?: Refused;
}

interface Draft {
  language: Language;
  subject: string;
  body: string;
  row?: string;
}

/** What a mail of these texts would look like, asked a moment after the last key. */
export function usePreview(id: string, draft: Draft): Previewed {
  const ask = useAsk();
  const asked = useDebounce(JSON.stringify(draft), PAUSE_MS);
  const [shown, setShown] = useState<Previewed>({});
  useEffect(() => {
    let current = true;
    ask('POST /platform/templates/:id/preview', { id, body: JSON.parse(asked) as Draft }).then(
      (preview) => current && setShown({ preview }),
      (error: unknown) => current && setShown(({ preview }) => ({ preview, refused: refusalOf(error) })),
    );
    return () => {
      current = false;
    };
  }, [ask, id, asked]);
  return shown;
}
