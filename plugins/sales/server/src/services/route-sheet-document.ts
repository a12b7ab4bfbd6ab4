import { formatDate, formatMoney } from '@sanya/strapi-plugin-platform/kernel';
import type { DocumentKind, Tools } from '@sanya/strapi-plugin-platform/kit';
import { DELIVERY_ROUTE } from '../content-types/types';
import { shippingText } from '../domain/order';
import { documentParties } from '../use-cases/document-parties';
import { readRoute } from '../use-cases/routes/read-routes';
import { phoneOn, type Say } from './document-parts';

/** What a driver takes along: stop after stop, where, whom to call, what to collect, and room to sign. */
export const routeSheetDocuments = (tools: Tools): readonly DocumentKind[] => [
  {
    kind: 'route-sheet',
    subject: DELIVERY_ROUTE,
    async load(id, language) {
      const { platform, strapi } = tools;
      const say: Say = (code, params) => platform.messages.say(language, code, params);
      const { route, vehicle, stops, toCollect } = await readRoute(tools, id);
      const currency = await platform.currency.own();
      const face = documentParties(strapi);
      const { seller } = face.shown(await face.own(), language);
      const fact = (code: string, value: string | null | undefined) => (value ? [{ label: say(code), value }] : []);
      return {
        name: route.number,
        model: {
          ...{ language, currency, title: say('route.document_title'), marks: [], seller },
          ...(route.state === 'cancelled' ? { watermark: say('shipment.state.cancelled') } : {}),
          facts: [
            ...fact('shipment.document_number', route.number),
            ...fact('document.date', formatDate(route.drivesOn, language)),
            ...fact('route.vehicle', vehicle?.name),
            ...fact('route.driver', [route.driver, phoneOn(route.driverPhone, say)].filter(Boolean).join(' ')),
            ...fact('route.stops', String(stops.length)),
          ],
          lines: [],
          table: {
            columns: [
              { title: say('route.stop'), width: 28 },
              { title: say('route.where') },
              { title: say('route.phone'), width: 72 },
              { title: say('route.delivery_note'), width: 78 },
              { title: say('route.collect'), width: 64, right: true },
              { title: say('route.signed'), width: 80 },
            ],
            rows: stops.map(({ stop, shipment, customer, phone, collect }) => [
              String(stop.position),
              [customer, shippingText(shipment.shipTo && { ...shipment.shipTo, phone: undefined })]
                .filter(Boolean)
                .join('\n'),
              ...[phoneOn(phone, say), shipment.number],
              ...[
                collect > 0n ? formatMoney(collect, currency) : '–',
                stop.outcome ? say(`route.${stop.outcome}`) : '',
              ],
            ]),
          },
          totals: [{ label: say('route.to_collect'), value: formatMoney(toCollect, currency), strong: true }],
          notes: route.note ? [route.note] : [],
          signatures: [say('route.driver'), say('route.handed_in')],
        },
      };
    },
  },
];
