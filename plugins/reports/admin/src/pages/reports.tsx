import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';
import { ReportList } from './reports/report-list';
import { ReportPage } from './reports/report-page';

export default function Reports() {
  return (
    <Page.Protect permissions={[{ action: 'plugin::reports.report.read', subject: null }]}>
      <Routes>
        <Route index element={<ReportList />} />
        <Route path=":code" element={<ReportPage />} />
      </Routes>
    </Page.Protect>
  );
}
