import type { PlatformDoors } from '../../doors';

export interface Branch {
  documentId: string;
  code: string;
  name: string;
  address: string | null;
  phone: string | null;
  active: boolean | null;
}

export type Series = PlatformDoors['GET /platform/number-series']['answers'][number];
