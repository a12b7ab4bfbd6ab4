import { useState } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import { type Refused, refusalOf, useClient } from './client';
import { useSay } from './language';
import { useApi } from './use-api';
import { useMay } from './use-may';

export interface Setting<T> {
  /** As it stands on the page; undefined until it is read. */
  draft: T | undefined;
  /** As it was read. */
  kept: T | undefined;
  change: (part: Partial<T>) => void;
  save: () => Promise<boolean>;
  reset: () => void;
  saving: boolean;
  /** Something differs from what is kept. */
  dirty: boolean;
  /** The reader may change it. */
  may: boolean;
  problem: Refused | undefined;
  error: string | undefined;
}

const UPDATE = 'plugin::content-manager.explorer.update';

/** A single type of settings through Strapi's own door: read, edited on a page, saved, refused at its field. */
export function useSetting<T extends object>(uid: string, names: readonly (keyof T & string)[]): Setting<T> {
  const url = `/content-manager/single-types/${uid}`;
  const say = useSay('platform');
  const { change: put } = useClient();
  const { toggleNotification } = useNotification();
  const may = useMay()(UPDATE, uid);
  const { data: kept, error, reload } = useApi<T>(url);
  const [edited, setEdited] = useState<Partial<T>>({});
  const [problem, setProblem] = useState<Refused>();
  const [saving, setSaving] = useState(false);

  const draft = kept && { ...kept, ...edited };
  const changed = names.filter((name) => kept && JSON.stringify(draft?.[name]) !== JSON.stringify(kept[name]));
  const dirty = changed.length > 0;

  return {
    draft,
    kept,
    dirty,
    may,
    saving,
    problem,
    error,
    change: (part) => {
      setEdited((before) => ({ ...before, ...part }));
      // What is being mended is no longer complained about.
      setProblem((before) =>
        before?.field && Object.keys(part).some((name) => before.field?.split('.')[0] === name) ? undefined : before,
      );
    },
    reset: () => {
      setEdited({});
      setProblem(undefined);
    },
    save: async () => {
      if (!draft) return false;
      setSaving(true);
      try {
        await put(url, Object.fromEntries(changed.map((name) => [name, draft[name]])));
        setProblem(undefined);
        reload();
        toggleNotification({ type: 'success', message: say('ui.saved') });
        return true;
      } catch (refused) {
        const found = refusalOf(refused);
        setProblem(found);
        toggleNotification({ type: 'danger', message: found.message });
        return false;
      } finally {
        setSaving(false);
      }
    },
  };
}
