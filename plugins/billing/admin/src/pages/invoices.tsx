import { Route, Routes } from 'react-router-dom';
import { Page } from '@strapi/strapi/admin';
import { InvoiceDetail } from './invoices/invoice-detail';
import { InvoiceList } from './invoices/invoice-list';
import { OpeningImport, UploadOpenings } from './invoices/opening/opening-imports';

const OPENING = [{ action: 'plugin::billing.opening.import', subject: null }];

export default function Invoices() {
  return (
    <Page.Protect
      permissions={[{ action: 'plugin::content-manager.explorer.read', subject: 'plugin::billing.invoice' }]}
    >
      <Routes>
        <Route index element={<InvoiceList />} />
        <Route
          path="opening"
          element={
            <Page.Protect permissions={OPENING}>
              <UploadOpenings />
            </Page.Protect>
          }
        />
        <Route
          path="opening/:id"
          element={
            <Page.Protect permissions={OPENING}>
              <OpeningImport />
            </Page.Protect>
          }
        />
        <Route path=":id" element={<InvoiceDetail />} />
      </Routes>
    </Page.Protect>
  );
}
