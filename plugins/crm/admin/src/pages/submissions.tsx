import { Route, Routes } from 'react-router-dom';
import { Page } from '@strapi/strapi/admin';
import { SubmissionDetail } from './submissions/submission-detail';
import { SubmissionList } from './submissions/submission-list';

const READ = [{ action: 'plugin::content-manager.explorer.read', subject: 'plugin::crm.form-submission' }];

export default function Submissions() {
  return (
    <Page.Protect permissions={READ}>
      <Routes>
        <Route index element={<SubmissionList />} />
        <Route path=":id" element={<SubmissionDetail />} />
      </Routes>
    </Page.Protect>
  );
}
