// A version of a flow or an instrument that somebody is in the middle of, kept so that an edit does not break her.

export interface ProgramPin {
  /** Hash of the body. */
  hash: string;
  /** Compiled form, opaque to the store. */
  body: unknown;
}
