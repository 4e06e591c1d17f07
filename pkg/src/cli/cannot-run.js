/** Why there is no result, in words for whoever called the command. Exit status 2. */
export class CannotRun extends Error {}
