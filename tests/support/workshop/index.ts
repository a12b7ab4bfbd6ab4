import { definePlugin } from '@sanya/strapi-plugin-platform/kit';
import { askForCall } from './ask-for-call';

export default definePlugin({
  id: 'workshop',
  needs: ['platform', 'crm'],
  contentTypes: {},
  actions: [askForCall],
  grants: [{ roles: ['sales'], actions: ['call.ask'] }],
  messages: {
    en: {
      'permission.call.ask': 'Ask for calls',
      'permission_group.call': 'Calls',
      'event.call.asked': 'Call asked for',
    },
    th: {
      'permission.call.ask': 'ขอให้โทรกลับ',
      'permission_group.call': 'การโทร',
      'event.call.asked': 'ขอให้โทรกลับ',
    },
  },
});
