import type { Job } from '../../../kit/src/jobs';
import type { Tools } from '../../../kit/src/plugin';
import type { WorkflowAction, WorkflowSubject } from '../../../kit/src/workflows';
import type { People } from '../approvals/people';
import type { Registry } from '../core/registry';
import type { Mail } from '../mail/create-mail';
import type { Ports } from '../ports/create-ports';
import type { Templates } from '../templates/create-templates';
import { createCarryOut } from './carry-out-job';
import { createDraftCheck } from './check-draft';
import { createEventStream, type EventStream } from './event-stream';
import { mailAction } from './mail-action';
import { createRehearsal } from './rehearse';
import { createSaveWorkflows } from './save-workflows';
import { createStartRuns } from './start-runs-job';
import { createSubjects } from './subjects';
import { createTidyRuns } from './tidy-runs-job';
import { webhookAction } from './webhook-action';
import { createWorkflowStore } from './workflow-store';

interface Needs extends Tools {
  registry: Registry;
  people: People;
  templates: Templates;
  mail: Mail;
  ports: Ports;
  /** What the plugins of this site declare. */
  declaredSubjects: () => readonly WorkflowSubject[];
  declaredActions: () => readonly WorkflowAction[];
}

/** When something happens and conditions hold, what staff planned follows by itself. */
export function createWorkflows({ strapi, platform, registry, people, templates, mail, ports, ...declared }: Needs) {
  const subjects = createSubjects({
    ...{ subjects: declared.declaredSubjects, customerType: registry.customerType },
    tell: platform.messages.tell,
  });
  const own = [mailAction({ people, mail: () => mail }), webhookAction({ platform, port: () => ports.webhook })];
  const actions = (): readonly WorkflowAction[] => [...own, ...declared.declaredActions()];
  let made: EventStream | undefined;
  // Strapi knows its tables only when it has started.
  const stream = (): EventStream => (made ??= createEventStream(strapi, platform.rows));
  const check = createDraftCheck({ subjects, actions, templates });

  return {
    subjects,
    actions,
    check,
    rehearse: createRehearsal({ platform, subjects }),
    store: createWorkflowStore(platform.rows),
    ...createSaveWorkflows({ platform, check, stream }),
    jobs: (): readonly Job[] => [
      createStartRuns({ platform, subjects, stream }),
      createCarryOut({ strapi, platform, subjects, actions, templates }),
      createTidyRuns({ platform }),
    ],
  };
}

export type Workflows = ReturnType<typeof createWorkflows>;
