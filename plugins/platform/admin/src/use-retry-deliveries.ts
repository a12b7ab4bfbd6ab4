import { useClient, useDo, useSay } from './ui';

/** Mails that failed or were given up are tried again; all of those chosen, or none. */
export function useRetryDeliveries(): (ids: readonly string[]) => Promise<boolean> {
  const say = useSay('platform');
  const act = useDo();
  const { send } = useClient();
  return (ids) =>
    act(() => send('/platform/deliveries/retry', { deliveries: ids }), say('delivery.retried', { count: ids.length }));
}
