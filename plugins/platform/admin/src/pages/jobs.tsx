import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';
import { EventDetail } from './jobs/event-detail';
import { JobDetail } from './jobs/job-detail';
import { Overview } from './jobs/overview';

/** What the clock starts, what could not be told, and what happened. */
export default function JobsPage() {
  return (
    <Page.Protect permissions={[{ action: 'plugin::platform.job.read', subject: null }]}>
      <Routes>
        <Route index element={<Overview />} />
        <Route path="runs/:name" element={<JobDetail />} />
        <Route path="events/:id" element={<EventDetail />} />
      </Routes>
    </Page.Protect>
  );
}
