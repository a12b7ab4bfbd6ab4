import { Route, Routes } from 'react-router-dom';
import { Page } from '@strapi/strapi/admin';
import { RunDetail } from './runs/run-detail';
import { RunList } from './runs/run-list';

export default function Runs() {
  return (
    <Page.Protect
      permissions={[{ action: 'plugin::content-manager.explorer.read', subject: 'plugin::contracts.billing-run' }]}
    >
      <Routes>
        <Route index element={<RunList />} />
        <Route path=":id" element={<RunDetail />} />
      </Routes>
    </Page.Protect>
  );
}
