import { createSecretKey, type KeyObject } from 'node:crypto';
import type { Core } from '@strapi/types';

interface Origin {
  jwtSecret?: string | KeyObject;
}

interface Sessions {
  defineOrigin(origin: string, config: Origin): void;
}

/**
 * Tokens are signed and checked by a key that is made once. A secret that comes as text jsonwebtoken takes for a public
 * key first, at each request: that costs more than all the rest of the check.
 */
export function keepTokenKeys(strapi: Core.Strapi): void {
  const sessions = strapi.sessionManager as unknown as Sessions;
  const define = sessions.defineOrigin;
  sessions.defineOrigin = (origin, config) => {
    const { jwtSecret } = config;
    const isText = typeof jwtSecret === 'string' && jwtSecret !== '';
    define(origin, isText ? { ...config, jwtSecret: createSecretKey(jwtSecret, 'utf8') } : config);
  };
}
