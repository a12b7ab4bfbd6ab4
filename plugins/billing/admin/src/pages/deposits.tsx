import { Route, Routes } from 'react-router-dom';
import { Page } from '@strapi/strapi/admin';
import { importRoutes } from '@sanya/strapi-plugin-platform/ui';
import { DepositDetail } from './deposits/deposit-detail';
import { DepositList } from './deposits/deposit-list';
import { OpeningMoneyImport, UploadOpeningMoney } from './deposits/opening/money-imports';

export default function Deposits() {
  return (
    <Page.Protect
      permissions={[{ action: 'plugin::content-manager.explorer.read', subject: 'plugin::billing.deposit' }]}
    >
      <Routes>
        <Route index element={<DepositList />} />
        {importRoutes({
          path: 'opening',
          permission: 'plugin::billing.opening.import',
          upload: <UploadOpeningMoney />,
          detail: <OpeningMoneyImport />,
        })}
        <Route path=":id" element={<DepositDetail />} />
      </Routes>
    </Page.Protect>
  );
}
