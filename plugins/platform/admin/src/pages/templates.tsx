import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';
import { TemplateList } from './templates/template-list';
import { TemplatePage } from './templates/template-page';

/** What the mails say. */
export default function TemplatesPage() {
  return (
    <Page.Protect permissions={[{ action: 'plugin::platform.template.read', subject: null }]}>
      <Routes>
        <Route index element={<TemplateList />} />
        <Route path=":id" element={<TemplatePage />} />
      </Routes>
    </Page.Protect>
  );
}
