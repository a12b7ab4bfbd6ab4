import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';
import { ReportList } from './reports/report-list';
import { ReportPage } from './reports/report-page';
import { SimulationPage } from './simulation/simulation-page';

export default function Reports() {
  return (
    <Page.Protect permissions={[{ action: 'plugin::reports.report.read', subject: null }]}>
      <Routes>
        <Route index element={<ReportList />} />
        <Route path="simulation" element={<SimulationPage />} />
        <Route path=":code" element={<ReportPage />} />
      </Routes>
    </Page.Protect>
  );
}
