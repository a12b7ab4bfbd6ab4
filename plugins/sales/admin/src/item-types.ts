import type { ItemState } from '../../server/src/domain/installed-item';

interface Named {
  documentId: string;
  name: string;
}

/** A thing that stands at a customer's, or stood there. */
export interface InstalledItem {
  documentId: string;
  serial: string;
  state: ItemState;
  site: string | null;
  installedOn: string;
  warrantyUntil: string | null;
  removedOn: string | null;
  removeReason: string | null;
  product?: (Named & { sku: string | null }) | null;
  customer?: (Named & { code: string }) | null;
  replaces?: { documentId: string; serial: string } | null;
  shipmentLine?: {
    shipment?: {
      documentId: string;
      number: string;
      order?: { documentId: string; number: string | null } | null;
    } | null;
    orderLine?: { documentId: string } | null;
  } | null;
}
