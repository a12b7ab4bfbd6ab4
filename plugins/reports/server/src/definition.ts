import type { PluginDefinition } from '@sanya/strapi-plugin-platform/kit';
import { actions } from './api/actions';
import { grants } from './api/grants';
import { contentTypes } from './content-types';
import { constraints } from './content-types/constraints';
import { messages } from './messages';

export const definition: PluginDefinition = {
  id: 'reports',
  needs: ['platform'],
  contentTypes,
  constraints,
  actions,
  grants,
  messages,
};
