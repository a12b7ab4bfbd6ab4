import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';
import { WorkflowDetail } from './workflows/workflow-detail';
import { WorkflowEditor } from './workflows/workflow-editor';
import { WorkflowList } from './workflows/workflow-list';

/** What follows by itself when something happens. */
export default function WorkflowsPage() {
  return (
    <Page.Protect permissions={[{ action: 'plugin::platform.workflow.read', subject: null }]}>
      <Routes>
        <Route index element={<WorkflowList />} />
        <Route path="new" element={<WorkflowEditor />} />
        <Route path=":id" element={<WorkflowDetail />} />
        <Route path=":id/edit" element={<WorkflowEditor />} />
      </Routes>
    </Page.Protect>
  );
}
