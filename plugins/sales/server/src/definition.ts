import type { PluginDefinition } from '@sanya/strapi-plugin-platform/kit';
import { actions } from './api/actions';
import { conditions, decideVisibility } from './api/conditions';
import { registerDocumentGuards } from './api/document-guards';
import { grants } from './api/grants';
import { owners, reads } from './api/reads';
import { contentTypes } from './content-types';
import { constraints } from './content-types/constraints';
import { couponMachine, redemptionMachine } from './domain/coupon';
import { orderMachine } from './domain/order-machine';
import { productMachine } from './domain/product';
import { createExpireOrders } from './jobs/expire-orders';
import { coupons as couponMessages } from './messages/coupons';
import { en } from './messages/en';
import { events } from './messages/events';
import { pricing } from './messages/pricing';
import { reports as reportWords } from './messages/reports';
import { th } from './messages/th';
import { catalogue } from './services/catalogue';
import { couponProofChecks } from './services/coupon-proof-checks';
import { coupons } from './services/coupons';
import { orderDocuments } from './services/order-document';
import { orders } from './services/orders';
import { proofChecks } from './services/proof-checks';
import { reports } from './services/reports';
import { templateSources } from './services/template-sources';
import { templates } from './services/templates';
import { ORDER_SERIES } from './use-cases/place-orders';
import { subscribers } from './use-cases/subscribers';

export const definition: PluginDefinition = {
  id: 'sales',
  needs: ['platform', 'crm', 'billing'],
  contentTypes,
  constraints,
  actions,
  reads,
  owners,
  grants,
  conditions,
  series: [
    { code: ORDER_SERIES, name: { th: 'คำสั่งซื้อ', en: 'Orders' }, pattern: 'SO-{BBBB}-{N:6}', companyWide: true },
  ],
  templates,
  templateSources,
  messages: {
    en: { ...en, ...pricing.en, ...events.en, ...couponMessages.en, ...reportWords.en },
    th: { ...th, ...pricing.th, ...events.th, ...couponMessages.th, ...reportWords.th },
  },
  machines: [orderMachine, productMachine, couponMachine, redemptionMachine],
  services: { catalogue, coupons, orders },
  jobs: (tools) => [createExpireOrders(tools)],
  subscribers,
  documents: orderDocuments,
  proof: (tools) => [...proofChecks(tools), ...couponProofChecks(tools)],
  reports,
  register(tools) {
    decideVisibility(tools);
    registerDocumentGuards(tools);
  },
};
