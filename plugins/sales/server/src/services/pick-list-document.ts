import { formatDate, formatQuantity } from '@sanya/strapi-plugin-platform/kernel';
import type { DocumentKind, Tools } from '@sanya/strapi-plugin-platform/kit';
import { SHIPMENT } from '../content-types/types';
import { documentParties } from '../use-cases/document-parties';
import { picksOf } from '../use-cases/warehouses/picks';
import type { Say } from './document-parts';

/**
 * What is to be fetched now, on paper: thing by thing, with the orders that wait for it. Of the house, or of the
 * warehouse whose row id it is asked with.
 */
export const pickListDocuments = ({ strapi, platform }: Tools): readonly DocumentKind[] => [
  {
    kind: 'pick-list',
    subject: SHIPMENT,
    async load(id, language) {
      const say: Say = (code, params) => platform.messages.say(language, code, params);
      const today = platform.clock.today();
      const { picks, place } = await picksOf(platform, { warehouse: id || undefined });
      const face = documentParties(strapi);
      const { seller } = face.shown(await face.own(), language);
      return {
        name: `${say('pick_list.title')} ${today}`,
        model: {
          language,
          currency: await platform.currency.own(),
          title: say('pick_list.title'),
          marks: [],
          seller,
          facts: [
            { label: say('document.date'), value: formatDate(today, language) },
            ...(place ? [{ label: say('warehouse'), value: place.name }] : []),
            { label: say('pick_list.things'), value: String(picks.length) },
          ],
          lines: picks.map((pick) => ({
            description: [pick.sku, pick.description].filter(Boolean).join(' · '),
            details: pick.orders
              .map(
                ({ number, customer, quantity, promisedOn }) =>
                  `[   ]  ${formatQuantity(quantity)} · ${number} · ${customer}${promisedOn ? ` · ${formatDate(promisedOn, language)}` : ''}`,
              )
              .join('\n'),
            quantity: `${formatQuantity(pick.quantity)} ${pick.unit}`,
          })),
          totals: [],
          notes: picks.length === 0 ? [say('pick_list.nothing')] : [],
          signatures: [say('pick_list.picked_by'), say('pick_list.checked_by')],
        },
      };
    },
  },
];
