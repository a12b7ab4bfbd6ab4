import type { PluginDefinition } from '../../kit/src/plugin';
import { proofActions } from './api/proof-actions';
import { constraints } from './constraints';
import { contentTypes } from './content-types';
import { en } from './messages/en';
import { th } from './messages/th';
import { core, runtime } from './services/runtime';

/** What the platform itself declares, in the same words as every other plugin. */
export const definition: PluginDefinition = {
  id: 'platform',
  needs: [],
  contentTypes,
  constraints,
  actions: [...proofActions],
  messages: { en, th },
  services: { core, runtime },
  grants: [
    {
      roles: ['owner', 'accountant'],
      actions: ['proof.read'],
      types: [
        { uid: 'plugin::platform.setting', can: ['read'] },
        { uid: 'plugin::platform.branch', can: ['read'] },
      ],
    },
    {
      roles: ['owner'],
      types: [
        { uid: 'plugin::platform.setting', can: ['update'] },
        { uid: 'plugin::platform.branch', can: ['create', 'update'] },
      ],
    },
  ],
};
