import { VEHICLE } from '../../content-types/types';
import { type VehicleFacts, vehicleMachine } from '../../domain/vehicle';
import { keeping } from '../keeping';

export const VEHICLE_FIELDS = ['name', 'driver', 'driverPhone', 'note', 'state'] as const;

export const keepVehicles = keeping<VehicleFacts>({
  ...{ type: VEHICLE, kind: 'vehicle', fields: VEHICLE_FIELDS, life: vehicleMachine },
  none: { driver: null, driverPhone: null, note: null },
});
