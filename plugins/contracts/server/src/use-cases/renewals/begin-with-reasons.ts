import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { renewalsStore } from '../../stores/renewals';

const REASONS = ['price', 'competitor', 'not_needed', 'service', 'closing', 'other'] as const;

/** A list that staff change begins with what offices hear most; where there are reasons already it is left alone. */
export const beginWithReasons = ({ platform }: Tools): Promise<void> =>
  platform.transaction(async () => {
    const store = renewalsStore(platform.rows);
    if ((await store.reasons()).length > 0) return;
    await store.addReasons(
      REASONS.map((code) => ({
        ...{ code, active: true, name: platform.messages.say('th', `decline_reason.${code}`) },
        nameEn: platform.messages.say('en', `decline_reason.${code}`),
      })),
    );
  });
