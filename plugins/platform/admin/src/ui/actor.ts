export interface Acting {
  /** `staff:3`, `member:7`, `system…` */
  actor: string;
  actorName: string | null;
}

/** Who did it: by name, or the system. */
export const actorOf = ({ actor, actorName }: Acting, say: (key: string) => string): string =>
  actorName ?? (actor.startsWith('system') ? say('events.by_system') : actor);
