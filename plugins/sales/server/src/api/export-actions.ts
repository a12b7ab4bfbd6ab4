import { z } from 'zod';
import { defineAction, documentFile, fileAnswer } from '@sanya/strapi-plugin-platform/kit';
import { SHIPMENT } from '../content-types/types';
import { EXPORT_PAPERS, INCOTERMS } from '../domain/export';
import { markExports } from '../use-cases/shipments/mark-exports';
import { documentInput } from './shapes';
import { shipment } from './shipment-shapes';
import { shipmentView } from './shipment-views';

const maybe = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .transform((typed) => typed || null)
    .nullable()
    .default(null);

const exportInput = z.strictObject({
  /** Null: it stays in the country. */
  export: z
    .strictObject({
      incoterm: z.enum(INCOTERMS),
      place: maybe(100),
      waybill: maybe(60),
      vessel: maybe(100),
      portOfLoading: maybe(100),
      portOfDischarge: maybe(100),
      packages: z.int().min(1).max(1_000_000).nullable().default(null),
      marks: maybe(500),
    })
    .nullable(),
});

export const exportActions = [
  defineAction({
    name: 'markExport',
    summary: 'Say that a shipment leaves the country: incoterm, waybill, vessel or flight, ports, packages',
    subject: SHIPMENT,
    staff: { method: 'PUT', path: '/shipments/:id/export', permission: 'shipment.plan' },
    input: exportInput,
    output: shipment,
    graphql: 'none',
    run: async (call) => {
      await markExports(call, [{ shipment: call.subject.id, facts: call.input.export }]);
      return shipmentView(call.platform, call.subject.id);
    },
  }),
  defineAction({
    name: 'exportPaper',
    summary: 'A paper of an export as PDF, in English: commercial invoice, packing list or shipping instruction',
    subject: SHIPMENT,
    staff: { method: 'GET', path: '/shipments/:id/export/document', permission: 'shipment.document' },
    input: z.strictObject({ ...documentInput.shape, paper: z.enum(EXPORT_PAPERS) }),
    output: fileAnswer,
    writes: false,
    graphql: 'none',
    run: (call) => documentFile(call, call.input.paper, call.subject.id),
  }),
] as const;
