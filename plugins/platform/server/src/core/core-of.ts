import type { Core } from '@strapi/types';
import type { PlatformCore } from './core';

/** The platform of this Strapi, made on first use. */
export const coreOf = (strapi: Core.Strapi): PlatformCore => strapi.plugin('platform').service('core') as PlatformCore;
