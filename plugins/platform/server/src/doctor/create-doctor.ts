import type { Core } from '@strapi/types';
import type { Language, MessageParams } from '../../../kernel/src';
import { type DoctorCheck, type Examination, type FindingLevel, wrong } from '../../../kit/src/doctor';

/** A finding in words. */
export interface Diagnosis {
  check: string;
  title: string;
  level: FindingLevel;
  code: string;
  message: string;
  /** What would be right; null where it is. */
  right: string | null;
}

interface Needs {
  strapi: Core.Strapi;
  checks: () => readonly DoctorCheck[];
  say: (language: Language, code: string, params?: MessageParams) => string;
}

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Runs every check of every plugin, one after the other: a check that breaks down is a finding, too. */
export function createDoctor({ strapi, checks, say }: Needs) {
  return {
    async examine(language: Language, env: Examination['env'] = process.env): Promise<Diagnosis[]> {
      const diagnoses: Diagnosis[] = [];
      for (const check of checks()) {
        const findings = await check.run({ env }).catch((error: unknown) => {
          strapi.log.error(error);
          return [wrong('check_failed', { reason: textOf(error) })];
        });
        for (const { level, code, params } of findings) {
          diagnoses.push({
            check: check.name,
            title: say(language, `doctor.check.${check.name}`),
            level,
            code,
            message: say(language, `doctor.${code}`, params),
            right: level === 'ok' ? null : say(language, `doctor.${code}.right`, params),
          });
        }
      }
      return diagnoses;
    },
  };
}
