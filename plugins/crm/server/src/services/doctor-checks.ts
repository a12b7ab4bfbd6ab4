import { type DoctorCheck, doubtful, type Tools, well, wrong } from '@sanya/strapi-plugin-platform/kit';
import { doctorStore } from '../stores/doctor';

const SHOWN = 5;

/** Whether everybody's customers are looked after, and every member finds theirs. */
export const doctorChecks = ({ strapi, platform }: Tools): readonly DoctorCheck[] => {
  const store = doctorStore(strapi, platform.rows);
  return [
    {
      name: 'crm.customers',
      async run() {
        const orphans = await store.withoutKeeper();
        const lost = await store.membersOfMerged();
        const findings = [
          ...(orphans.count > 0 ? [doubtful('crm.keepers_gone', { ...orphans })] : []),
          ...(lost.length > 0
            ? [wrong('crm.members_of_merged', { names: lost.slice(0, SHOWN).join(', '), count: lost.length })]
            : []),
        ];
        return findings.length > 0 ? findings : [well('crm.customers')];
      },
    },
  ];
};
