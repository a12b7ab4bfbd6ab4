import { Route, Routes } from 'react-router-dom';
import { Page } from '@strapi/strapi/admin';
import { importRoutes } from '@sanya/strapi-plugin-platform/ui';
import { InvoiceDetail } from './invoices/invoice-detail';
import { InvoiceList } from './invoices/invoice-list';
import { OpeningImport, UploadOpenings } from './invoices/opening/opening-imports';

export default function Invoices() {
  return (
    <Page.Protect
      permissions={[{ action: 'plugin::content-manager.explorer.read', subject: 'plugin::billing.invoice' }]}
    >
      <Routes>
        <Route index element={<InvoiceList />} />
        {importRoutes({
          path: 'opening',
          permission: 'plugin::billing.opening.import',
          upload: <UploadOpenings />,
          detail: <OpeningImport />,
        })}
        <Route path=":id" element={<InvoiceDetail />} />
      </Routes>
    </Page.Protect>
  );
}
