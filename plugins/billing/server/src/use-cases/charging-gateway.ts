import type { GatewayName, Platform } from '@sanya/strapi-plugin-platform/kit';
import { readRules } from '../stores/settings';

/** The gateway that can be asked to charge saved cards now; undefined: none, or this site does not know its secret. */
export async function chargingGateway(platform: Platform): Promise<GatewayName | undefined> {
  const { cardGateway } = await readRules(platform);
  return cardGateway !== 'none' && platform.gateway.wired(cardGateway).secret ? cardGateway : undefined;
}
