import { useAsk } from './doors';
import { useDo, useSay } from './ui';

/** Mails that failed or were given up are tried again; what was sent meanwhile is left, and said so. */
export function useRetryDeliveries(): (ids: readonly string[]) => Promise<boolean> {
  const say = useSay('platform');
  const act = useDo();
  const ask = useAsk();
  return (ids) => {
    let tried = { retried: 0, left: 0 };
    return act(
      async () => {
        tried = await ask('POST /platform/deliveries/retry', { body: { deliveries: ids } });
      },
      () =>
        [
          say('mails.retried', { count: tried.retried }),
          ...(tried.left > 0 ? [say('mails.left', { count: tried.left })] : []),
        ].join(' '),
    );
  };
}
