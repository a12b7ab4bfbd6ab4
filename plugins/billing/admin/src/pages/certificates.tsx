import { Route, Routes } from 'react-router-dom';
import { Page } from '@strapi/strapi/admin';
import { CertificateDetail } from './certificates/certificate-detail';
import { CertificateList } from './certificates/certificate-list';
import { PendingCustomers } from './certificates/pending-customers';

export default function Certificates() {
  return (
    <Page.Protect
      permissions={[
        { action: 'plugin::content-manager.explorer.read', subject: 'plugin::billing.withholding-certificate' },
      ]}
    >
      <Routes>
        <Route index element={<CertificateList />} />
        <Route path="pending" element={<PendingCustomers />} />
        <Route path=":id" element={<CertificateDetail />} />
      </Routes>
    </Page.Protect>
  );
}
