export interface Acting {
  /** `staff:3`, `member:7`, `visitor`, `system…` */
  actor: string;
  actorName: string | null;
}

/** Who did it: by name, somebody of the web site, or the system. */
export function actorOf({ actor, actorName }: Acting, say: (key: string) => string): string {
  if (actorName !== null) return actorName;
  if (actor.startsWith('system')) return say('events.by_system');
  return actor === 'visitor' ? say('events.by_visitor') : actor;
}
