import { definePlugin } from '@sanya/strapi-plugin-platform/kit';
import { definition } from './definition';

export type { AskedProduct, FormService, SubmissionRow } from './services/forms';
export type { TaskService } from './services/tasks';
export type { CustomerService, CustomerSnapshot } from './services/customers';
export default definePlugin(definition);
