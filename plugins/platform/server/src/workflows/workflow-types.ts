export const WORKFLOW = 'plugin::platform.workflow';
export const WORKFLOW_RUN = 'plugin::platform.workflow-run';
