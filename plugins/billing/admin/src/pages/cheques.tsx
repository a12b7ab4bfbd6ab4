import { Route, Routes } from 'react-router-dom';
import { Page } from '@strapi/strapi/admin';
import { ChequeDetail } from './cheques/cheque-detail';
import { ChequeList } from './cheques/cheque-list';

export default function Cheques() {
  return (
    <Page.Protect
      permissions={[{ action: 'plugin::content-manager.explorer.read', subject: 'plugin::billing.cheque' }]}
    >
      <Routes>
        <Route index element={<ChequeList />} />
        <Route path=":id" element={<ChequeDetail />} />
      </Routes>
    </Page.Protect>
  );
}
