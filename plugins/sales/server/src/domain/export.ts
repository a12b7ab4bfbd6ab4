import { conflict, mulDiv } from '@sanya/strapi-plugin-platform/kernel';

/** The rules of the chamber of commerce of who pays and bears what until where (Incoterms 2020). */
export const INCOTERMS = ['EXW', 'FCA', 'CPT', 'CIP', 'DAP', 'DPU', 'DDP', 'FAS', 'FOB', 'CFR', 'CIF'] as const;
export type Incoterm = (typeof INCOTERMS)[number];

/** What is said of a shipment that leaves the country. */
export interface ExportFacts {
  incoterm: Incoterm;
  /** The place that the rule names. */
  place: string | null;
  /** Number of the bill of lading or the air waybill. */
  waybill: string | null;
  /** Vessel and voyage, or flight. */
  vessel: string | null;
  portOfLoading: string | null;
  portOfDischarge: string | null;
  packages: number | null;
  /** Marks and numbers on the packages. */
  marks: string | null;
}

export const EXPORT_PAPERS = ['commercial-invoice', 'packing-list', 'shipping-instruction'] as const;
export type ExportPaper = (typeof EXPORT_PAPERS)[number];

export function ofExport(facts: ExportFacts | null, shipment: string): ExportFacts {
  if (!facts) throw conflict('export.not_marked', { params: { shipment } });
  return facts;
}

/**
 * What a part of a line is worth, in minor units. Parts are cut one after another, so that all parts of a line are worth
 * what the line is.
 */
export const worthOf = (line: { net: bigint; quantity: bigint }, before: bigint, part: bigint): bigint =>
  line.quantity === 0n ? 0n : mulDiv(line.net, before + part, line.quantity) - mulDiv(line.net, before, line.quantity);
