/** A user of an organisation, signed in. */
export interface UserActor {
  kind: 'user';
  id: string;
  tenant: string;
  roles: string[];
  can(permission: string): boolean;
}

/** An end user in one conversation. */
export interface VisitorActor {
  kind: 'visitor';
  tenant: string;
  conversation: string;
  contact: string;
}

export type Actor = UserActor | VisitorActor;
