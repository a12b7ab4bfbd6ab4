import type { Platform } from '@sanya/strapi-plugin-platform/kit';

/** An instant as the database has it, for comparing in statements. */
export const storedInstant = ({ rows }: Platform, instant: string): string | number =>
  rows.dialect === 'postgres' ? instant : Date.parse(instant);
