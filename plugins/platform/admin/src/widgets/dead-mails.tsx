import { CountWidget, useSay } from '../ui';
import { DELIVERIES } from '../pages/deliveries/types';

/** Mails that were given up: somebody did not hear of something. */
export function DeadMails() {
  const say = useSay('platform');
  return (
    <CountWidget
      urgent
      url="/platform/deliveries"
      filters={{ state: { $eq: 'dead' } }}
      to={`${DELIVERIES}?state=dead`}
      label={say('mails.given_up')}
    />
  );
}
