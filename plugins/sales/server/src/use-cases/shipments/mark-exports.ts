import { conflict } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import type { ExportFacts } from '../../domain/export';
import { type ShipmentRow, shipmentsStore } from '../../stores/shipments';
import { must } from '../must';
import { lockShipments } from './lock-shipments';
import { shipmentEvent } from './shipment-events';

export interface MarkExport {
  /** Row id. */
  shipment: number;
  /** Null: it stays in the country. */
  facts: ExportFacts | null;
}

/** Says that shipments leave the country, and how; what is learnt after they have left may still be said. */
export async function markExports(tools: Tools, wishes: readonly MarkExport[]): Promise<ShipmentRow[]> {
  const { platform } = tools;
  return platform.transaction(async () => {
    const locked = await lockShipments(
      tools,
      wishes.map(({ shipment }) => shipment),
    );
    const after = locked.map(({ shipment }, index): ShipmentRow => {
      if (shipment.state === 'cancelled') throw conflict('shipment.over', { params: { shipment: shipment.number } });
      return { ...shipment, exportFacts: must(wishes[index]).facts };
    });
    await shipmentsStore(platform.rows).update(after.map(({ id, exportFacts }) => ({ id, exportFacts })));
    await platform.events.record(
      after.map((shipment, index) =>
        shipmentEvent('shipment.export_told', shipment, must(locked[index]).order.order.customer, {
          waybill: shipment.exportFacts?.waybill ?? null,
          incoterm: shipment.exportFacts?.incoterm ?? null,
        }),
      ),
    );
    return after;
  });
}
