import { Route, Routes } from 'react-router-dom';
import { Page } from '@strapi/strapi/admin';
import { Board } from './dunning/board';
import { PolicyList } from './dunning/policy-list';
import { PolicyPage } from './dunning/policy-page';

export default function Dunning() {
  return (
    <Page.Protect permissions={[{ action: 'plugin::billing.dunning.read', subject: null }]}>
      <Routes>
        <Route index element={<Board />} />
        <Route path="policies" element={<PolicyList />} />
        <Route path="policies/:id" element={<PolicyPage />} />
      </Routes>
    </Page.Protect>
  );
}
