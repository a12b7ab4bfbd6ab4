import { Route, Routes } from 'react-router-dom';
import { Page } from '@strapi/strapi/admin';
import { PickList } from './shipments/pick-list';
import { ShipmentDetail } from './shipments/shipment-detail';
import { ShipmentList } from './shipments/shipment-list';

export default function Shipments() {
  return (
    <Page.Protect
      permissions={[{ action: 'plugin::content-manager.explorer.read', subject: 'plugin::sales.shipment' }]}
    >
      <Routes>
        <Route index element={<ShipmentList />} />
        <Route
          path="pick"
          element={
            <Page.Protect permissions={[{ action: 'plugin::sales.shipment.plan', subject: null }]}>
              <PickList />
            </Page.Protect>
          }
        />
        <Route path=":id" element={<ShipmentDetail />} />
      </Routes>
    </Page.Protect>
  );
}
