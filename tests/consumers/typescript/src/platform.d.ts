// What Node offers and this program uses, so that no type of a platform is needed.
declare const process: { readonly argv: readonly string[] };
declare const console: { log(text: string): void };
