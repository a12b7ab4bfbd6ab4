import { z } from 'zod';
import { notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { neverWas } from '../domain/line-chain';
import { serviceCardsStore } from '../stores/service-cards';
import { contract } from './answers';
import { entitlementsAnswer } from './entitlement-shapes';
import { entitlementsView } from './entitlement-views';
import { contractAsIs, contractView } from './views';

const text = z.string();
const perhaps = text.nullable();

/** What somebody who answers the phone has to know of the service that is told there. */
export const serviceCard = z
  .strictObject({
    ...contract.shape,
    customer: z.strictObject({ documentId: text, code: text, name: text, phone: perhaps, email: perhaps }),
    /** Whoever is asked for first, first. */
    contacts: z.array(
      z.strictObject({ documentId: text, name: text, position: perhaps, phone: perhaps, email: perhaps }),
    ),
    /** Null: it is on. */
    off: z.strictObject({ from: text, reason: text, cause: z.enum(['staff', 'debt']) }).nullable(),
    entitlements: entitlementsAnswer.shape.entitlements,
    /** The exact items that it is for. */
    items: z.array(
      z.strictObject({
        ...{ documentId: text, name: text, serial: text, state: z.enum(['installed', 'removed', 'replaced']) },
        ...{ site: perhaps, installedOn: text, warrantyUntil: perhaps },
      }),
    ),
  })
  .meta({ id: 'ServiceCard' });

export async function serviceCardView(platform: Platform, id: number) {
  const found = await contractAsIs({ platform }, id);
  const seen = await contractView(platform, id);
  const store = serviceCardsStore(platform.rows);
  const customer = found && (await store.customer(found.customer.id));
  if (!found || !seen || !customer) throw notFound('contract.service_id_unknown', { field: 'serviceId' });
  const today = platform.clock.today();
  const holding = found.lines.filter((line) => !neverWas(line) && (line.endsOn === null || line.endsOn >= today));
  // Of what is over, what it was for last.
  const lines = holding.length > 0 ? holding : found.lines.filter((line) => line.endsOn === found.contract.endsOn);
  const items = await store.items([...new Set(lines.flatMap(({ installedItem }) => installedItem ?? []))]);
  const off = found.suspensions.find(({ startsOn, resumesOn }) => resumesOn === null && startsOn <= today);
  return {
    ...seen,
    customer: {
      ...{ documentId: customer.documentId, code: customer.code, name: customer.name },
      ...{ phone: customer.phone, email: customer.email },
    },
    contacts: (await store.contactsOf(customer.id)).map(({ documentId, name, position, phone, email }) => ({
      ...{ documentId, name, position, phone, email },
    })),
    off: off ? { from: off.startsOn, reason: off.reason, cause: off.cause } : null,
    entitlements: (await entitlementsView(platform, id))?.entitlements ?? [],
    items: items.map(({ documentId, name, serial, state, site, installedOn, warrantyUntil }) => ({
      ...{ documentId, name, serial, state, site, installedOn, warrantyUntil },
    })),
  };
}
