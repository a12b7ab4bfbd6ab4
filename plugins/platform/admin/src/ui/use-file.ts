import { useEffect, useState } from 'react';
import { type Params, reasonOf, useClient } from './client';

export interface Opened {
  url?: string;
  type?: string;
  error?: string;
}

/** A private file or document as an address that this page alone can show. */
export function useFile(url: string | null, params: Params = {}): Opened {
  const { file } = useClient();
  const [opened, setOpened] = useState<Opened>({});
  const asked = JSON.stringify(params);

  useEffect(() => {
    if (url === null) return undefined;
    let current = true;
    let made: string | undefined;
    setOpened({});
    file(url, JSON.parse(asked) as Params).then(
      (blob) => {
        if (!current) return;
        made = URL.createObjectURL(blob);
        setOpened({ url: made, type: blob.type });
      },
      (error: unknown) => current && setOpened({ error: reasonOf(error) }),
    );
    return () => {
      current = false;
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [file, url, asked]);

  return opened;
}
