import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { renewalsStore } from '../../stores/renewals';
import { invoicing } from '../invoicing';

/** What is offered for a further term is owed by nobody before it is renewed, or came back: neither reminded of nor charged. */
export const tellOffers = ({ strapi, platform }: Tools): void =>
  invoicing(strapi).offeredBy((invoices) => renewalsStore(platform.rows).offersAmong(invoices));
