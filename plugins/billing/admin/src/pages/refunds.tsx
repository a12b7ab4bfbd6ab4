import { Route, Routes } from 'react-router-dom';
import { Page } from '@strapi/strapi/admin';
import { RefundDetail } from './refunds/refund-detail';
import { RefundList } from './refunds/refund-list';

export default function Refunds() {
  return (
    <Page.Protect
      permissions={[{ action: 'plugin::content-manager.explorer.read', subject: 'plugin::billing.refund' }]}
    >
      <Routes>
        <Route index element={<RefundList />} />
        <Route path=":id" element={<RefundDetail />} />
      </Routes>
    </Page.Protect>
  );
}
