import { Route, Routes } from 'react-router-dom';
import { Page } from '@strapi/strapi/admin';
import { ApprovalDetail } from './approvals/approval-detail';
import { ApprovalList } from './approvals/approval-list';

export default function Approvals() {
  return (
    <Page.Protect permissions={[{ action: 'plugin::platform.approval.read', subject: null }]}>
      <Routes>
        <Route index element={<ApprovalList />} />
        <Route path=":id" element={<ApprovalDetail />} />
      </Routes>
    </Page.Protect>
  );
}
