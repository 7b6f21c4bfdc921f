/** A configured plugin of an organisation, with its secrets in clear: for the plugin's own handlers only. */
export interface ActiveConnection {
  id: string;
  name: string;
  plugin: string;
  config: Readonly<Record<string, unknown>>;
}

/** Where the host finds connections. */
export interface ConnectionSource {
  /** The connections of an organisation to a plugin; the one of that name when it is given. */
  find(of: { tenant: string; plugin: string; name?: string | undefined }): Promise<ActiveConnection[]>;
  /** Keeps secrets that a plugin renewed. */
  saveSecrets(of: { tenant: string; id: string }, changes: Readonly<Record<string, string>>): Promise<void>;
}
