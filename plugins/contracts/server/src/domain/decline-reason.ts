import type { Language } from '@sanya/strapi-plugin-platform/kernel';

/** What a reason not to renew is called in the language of the reader. */
export const reasonName = ({ name, nameEn }: { name: string; nameEn: string | null }, language: Language): string =>
  language === 'en' && nameEn ? nameEn : name;
