import { definePlugin } from '@sanya/strapi-plugin-platform/kit';
import { definition } from './definition';

export default definePlugin(definition);
