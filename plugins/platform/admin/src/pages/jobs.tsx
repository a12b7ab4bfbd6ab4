import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';
import { EventDetail } from './jobs/event-detail';
import { JobDetail } from './jobs/job-detail';
import { Overview } from './jobs/overview';

const READERS = ['job.read', 'ledger.verify'];

/** What the clock starts, what could not be told, what happened, and the proof that it did. */
export default function JobsPage() {
  return (
    <Page.Protect permissions={READERS.map((right) => ({ action: `plugin::platform.${right}`, subject: null }))}>
      <Routes>
        <Route index element={<Overview />} />
        <Route path="runs/:name" element={<JobDetail />} />
        <Route path="events/:id" element={<EventDetail />} />
      </Routes>
    </Page.Protect>
  );
}
