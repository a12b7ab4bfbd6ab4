import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { offersTerm } from '../../stores/renewals';
import { invoicing } from '../invoicing';

/** What is offered for a further term is owed by nobody before it is renewed, or came back: only who names it pays it. */
export const tellOffers = ({ strapi, platform }: Tools): void => invoicing(strapi).offeredBy(offersTerm(platform.rows));
