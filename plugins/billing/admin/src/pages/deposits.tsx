import { Route, Routes } from 'react-router-dom';
import { Page } from '@strapi/strapi/admin';
import { DepositDetail } from './deposits/deposit-detail';
import { DepositList } from './deposits/deposit-list';

export default function Deposits() {
  return (
    <Page.Protect
      permissions={[{ action: 'plugin::content-manager.explorer.read', subject: 'plugin::billing.deposit' }]}
    >
      <Routes>
        <Route index element={<DepositList />} />
        <Route path=":id" element={<DepositDetail />} />
      </Routes>
    </Page.Protect>
  );
}
