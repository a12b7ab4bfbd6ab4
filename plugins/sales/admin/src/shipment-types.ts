import type { CheckResult } from '../../server/src/domain/shipment';
import type { ExportFacts } from '../../server/src/domain/export';
import type { ShipmentState } from '../../server/src/domain/shipment-machine';

export interface Shipment {
  documentId: string;
  number: string;
  state: ShipmentState;
  chosenCarrier?: { documentId: string; name: string } | null;
  /** Minor units, as text. */
  shippingCost: string | null;
  promisedOn: string | null;
  /** Null: it stays in the country. */
  exportFacts: ExportFacts | null;
  checkResult: CheckResult | null;
  checkedBy: string | null;
  checkedAt: string | null;
  checkNote: string | null;
  warehouse?: { documentId: string; name: string } | null;
  shipTo: Record<string, string> | null;
  carrier: string | null;
  trackingNumber: string | null;
  trackingUrl: string | null;
  note: string | null;
  shippedOn: string | null;
  deliveredOn: string | null;
  receiver: string | null;
  plannedAt: string;
  order?: {
    documentId: string;
    number: string | null;
    customer?: { documentId: string; name: string } | null;
  } | null;
  lines?: ShipmentLine[];
}

export interface ShipmentLine {
  documentId: string;
  position: number;
  /** A decimal, as text. */
  quantity: string;
  serials: string[] | null;
  orderLine?: {
    documentId: string;
    sku: string | null;
    description: string;
    unit: string | null;
    product?: { checkBeforeShipping: boolean | null } | null;
  } | null;
}

/** A dialog about a shipment. */
export interface ShipmentDialogProps {
  shipment: Shipment;
  onClose: () => void;
  onDone: () => void;
}
