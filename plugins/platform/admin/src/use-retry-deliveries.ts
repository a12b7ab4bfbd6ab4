import { useClient, useDo, useSay } from './ui';

interface Tried {
  retried: number;
  left: number;
}

/** Mails that failed or were given up are tried again; what was sent meanwhile is left, and said so. */
export function useRetryDeliveries(): (ids: readonly string[]) => Promise<boolean> {
  const say = useSay('platform');
  const act = useDo();
  const { send } = useClient();
  return (ids) => {
    let tried: Tried = { retried: 0, left: 0 };
    return act(
      async () => {
        tried = await send<Tried>('/platform/deliveries/retry', { deliveries: ids });
      },
      () =>
        [
          say('mails.retried', { count: tried.retried }),
          ...(tried.left > 0 ? [say('mails.left', { count: tried.left })] : []),
        ].join(' '),
    );
  };
}
