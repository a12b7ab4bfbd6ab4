import { useEffect, useState } from 'react';
import { useDebounce } from '@strapi/strapi/admin';
import { type Refused, refusalOf, useClient } from '../../ui';
import type { Language } from './types';

const PAUSE_MS = 400;

export interface Place {
  name: string;
  line: number;
  column: number;
}

export interface Preview {
  subject: string;
  html: string;
  unknown: { subject: Place[]; body: Place[] };
}

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
  const { send } = useClient();
  const asked = useDebounce(JSON.stringify(draft), PAUSE_MS);
  const [shown, setShown] = useState<Previewed>({});
  useEffect(() => {
    let current = true;
    send<Preview>(`/platform/templates/${id}/preview`, JSON.parse(asked)).then(
      (preview) => current && setShown({ preview }),
      (error: unknown) => current && setShown(({ preview }) => ({ preview, refused: refusalOf(error) })),
    );
    return () => {
      current = false;
    };
  }, [send, id, asked]);
  return shown;
}
