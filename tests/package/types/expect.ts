// The vocabulary of the type tests. Nothing here runs: the files are only compiled.

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** `typeOf(value).is<Expected>()` compiles only when the value has exactly this type. */
export declare function typeOf<Actual>(
  ...values: Actual[]
): { is<Expected>(...same: Same<Actual, Expected> extends true ? [] : ["another type"]): void };
