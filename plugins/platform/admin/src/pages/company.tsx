import { Navigate } from 'react-router-dom';

/** The company's own data is a single type: Strapi's editor already is the page for it. */
export default function Company() {
  return <Navigate to="/content-manager/single-types/plugin::platform.setting" replace />;
}
