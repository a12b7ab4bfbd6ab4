import type { PlatformDoors } from '../../doors';

export type Job = PlatformDoors['GET /platform/jobs']['answers'][number];
export type Run = Job['runs'][number];

export type EventOpened = PlatformDoors['GET /platform/events/:id']['answers'];
export type EventShown = PlatformDoors['GET /platform/events']['answers'][number];
export type Delivery = EventOpened['deliveries'][number];

export type LedgerVerdict = PlatformDoors['GET /platform/ledger/verify']['answers'];

export type Diagnosis = PlatformDoors['GET /platform/doctor']['answers'][number];
