// A question of a turn to what it cannot see (other owners, files), durable with the turn and answered by an event of its own.

/** What is asked. Dates are local dates of the centres, both included. */
export type LookUpRequest =
  | { kind: 'participation'; from?: string; to?: string; iteration?: string }
  | { kind: 'standing'; of: 'due' | 'progress' | 'mentors' };

/** A record of the owner from the turn that asks to the turn that hears the answer. */
export interface LookUp {
  kind: 'lookUp';
  id: string;
  owner: string;
  askedAt: string;
  request: LookUpRequest;
}

/** `file`: a name in the folder of files that the house makes, to be sent; `text`: what is said, in content's words. */
export type LookUpResult =
  | { kind: 'found'; text: string; more?: string[]; file?: { name: string; type: 'document' | 'image'; megabytes: number } }
  | { kind: 'nothing' }
  | { kind: 'refused' }
  | { kind: 'failed' };
