import savedReport from './saved-report/schema.json';

export const contentTypes = { 'saved-report': { schema: savedReport } };
