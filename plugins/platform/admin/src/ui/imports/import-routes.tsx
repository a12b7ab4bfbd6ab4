import type { ReactElement } from 'react';
import { Page } from '@strapi/strapi/admin';
import { Route } from 'react-router-dom';

interface ImportRoutes {
  /** Below the list that it belongs to: `import`. */
  path: string;
  /** Uid of who may: `plugin::crm.customer.import`. */
  permission: string;
  upload: ReactElement;
  detail: ReactElement;
}

/** The pages of a kind of file, among the routes of its list: the upload, and each file that was read. */
export function importRoutes({ path, permission, upload, detail }: ImportRoutes) {
  const guarded = (page: ReactElement) => (
    <Page.Protect permissions={[{ action: permission, subject: null }]}>{page}</Page.Protect>
  );
  return (
    <>
      <Route path={path} element={guarded(upload)} />
      <Route path={`${path}/:id`} element={guarded(detail)} />
    </>
  );
}
