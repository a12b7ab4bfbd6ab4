import type { DoctorCheck } from '../../../../kit/src/doctor';
import type { Tools } from '../../../../kit/src/plugin';
import type { PlatformCore } from '../../core/core';
import { clockChecks } from './clock';
import { companyCheck } from './company';
import { databaseCheck } from './database';
import { filesCheck } from './files';
import { fontsCheck } from './fonts';
import { guardsCheck } from './guards';
import { jobsCheck } from './jobs';
import { ledgerCheck } from './ledger';
import { mailCheck } from './mail';
import { peopleCheck } from './people';
import { pluginsCheck } from './plugins';
import { secretsCheck } from './secrets';

/** What the platform looks at on a host site, in the order in which a person would mend it. */
export const platformChecks = (tools: Tools, core: PlatformCore): DoctorCheck[] => [
  pluginsCheck(tools, core),
  databaseCheck(tools),
  guardsCheck(tools, core),
  ...clockChecks(tools),
  secretsCheck(tools),
  filesCheck(tools),
  fontsCheck(),
  mailCheck(tools),
  peopleCheck(tools, { registry: core.registry, found: core.foundBefore }),
  jobsCheck(tools, core),
  ledgerCheck(core.ledger),
  companyCheck(tools),
];
