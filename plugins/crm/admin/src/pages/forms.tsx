import { Route, Routes } from 'react-router-dom';
import { Page } from '@strapi/strapi/admin';
import { FormDetail } from './forms/form-detail';
import { FormList } from './forms/form-list';

const READ = [{ action: 'plugin::content-manager.explorer.read', subject: 'plugin::crm.form' }];

export default function Forms() {
  return (
    <Page.Protect permissions={READ}>
      <Routes>
        <Route index element={<FormList />} />
        <Route path=":id" element={<FormDetail />} />
      </Routes>
    </Page.Protect>
  );
}
