export const SAVED_REPORT = 'plugin::reports.saved-report';

export const BRANCH = 'plugin::platform.branch';
