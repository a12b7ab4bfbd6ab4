import { Route, Routes } from 'react-router-dom';
import { Page } from '@strapi/strapi/admin';
import { GatewayEvents } from './payments/gateway-events';
import { PaymentDetail } from './payments/payment-detail';
import { PaymentList } from './payments/payment-list';

export default function Payments() {
  return (
    <Page.Protect
      permissions={[{ action: 'plugin::content-manager.explorer.read', subject: 'plugin::billing.payment' }]}
    >
      <Routes>
        <Route index element={<PaymentList />} />
        <Route path="gateways" element={<GatewayEvents />} />
        <Route path=":id" element={<PaymentDetail />} />
      </Routes>
    </Page.Protect>
  );
}
