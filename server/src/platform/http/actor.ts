/** A user of an organisation, signed in. */
export interface UserActor {
  kind: 'user';
  id: string;
  /** Id of the organisation. */
  tenant: string;
  roles: readonly string[];
  /** May this user do it? Permissions are `noun:verb`: `agents:run`. */
  can(permission: string): boolean;
}

/** An end user in one conversation. */
export interface VisitorActor {
  kind: 'visitor';
  tenant: string;
  /** The agent talked to, where the token names it. */
  agent?: string;
  conversation: string;
  contact: string;
}

/** Who makes a call. Everything an actor touches belongs to `tenant`. */
export type Actor = UserActor | VisitorActor;
