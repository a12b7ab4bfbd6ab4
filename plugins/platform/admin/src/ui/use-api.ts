import { useCallback, useEffect, useState } from 'react';
import { type Answer, type Params, reasonOf, useClient } from './client';

export interface Reading<T> {
  data: T | undefined;
  meta: Answer<T>['meta'];
  loading: boolean;
  error: string | undefined;
  reload: () => void;
}

interface State<T> {
  answer?: Answer<T>;
  error?: string;
  loading: boolean;
}

/** Reads a staff door; `null` waits. What was read stays on the screen until the next answer is there. */
export function useApi<T>(url: string | null, params: Params = {}): Reading<T> {
  const { read } = useClient();
  const [state, setState] = useState<State<T>>({ loading: url !== null });
  const [turn, setTurn] = useState(0);
  const asked = JSON.stringify(params);

  useEffect(() => {
    if (url === null) {
      setState({ loading: false });
      return undefined;
    }
    let current = true;
    setState((before) => ({ ...before, error: undefined, loading: true }));
    read<T>(url, JSON.parse(asked) as Params).then(
      (answer) => current && setState({ answer, loading: false }),
      (error: unknown) => current && setState({ error: reasonOf(error), loading: false }),
    );
    return () => {
      current = false;
    };
  }, [read, url, asked, turn]);

  const reload = useCallback(() => setTurn((before) => before + 1), []);
  return {
    data: state.answer?.data,
    meta: state.answer?.meta ?? {},
    loading: state.loading,
    error: state.error,
    reload,
  };
}
