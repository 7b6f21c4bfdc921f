import { registerHooks } from 'node:module';

/** Lent to plugins that did not bring their own. */
const LENT = /^(@scenarium\/(sdk|language)|zod|@langchain\/core)(\/|$)/;

/** Lets plugins outside of this project import what every plugin is written with. @param from address of a file of ours */
export function lendLibraries(from: string): void {
  registerHooks({
    resolve(specifier, context, next) {
      try {
        return next(specifier, context);
      } catch (error) {
        if (!LENT.test(specifier)) throw error;
        return next(specifier, { ...context, parentURL: from });
      }
    },
  });
}
