// Words by which names of children are told from everybody else's: the shape of «names» in vocabulario.yaml.
import { z } from 'zod';

/** In plain form; a star leaves the ending open ("llor*"). */
const stem = z
  .string()
  .min(1)
  .max(40)
  .regex(/^[a-z0-9 ]+\*?$/, 'en minúsculas, sin acentos, eñes ni signos; al final puede ir un asterisco');
const stems = z.array(stem);
/** What stands instead: of the first one, of another one, and where the same one is named again. */
const instead = z.tuple([z.string().min(3), z.string().min(3), z.string().min(3)]);

export const NamesWords = z.strictObject({
  /** Names and short forms that children bear today; older ones are known to the reader. */
  girls: stems,
  boys: stems,
  either: stems,
  /** Names that are things too: in the middle of a sentence they are the thing. */
  things: stems,
  surnames: stems,
  /** Whoever is called so is no child of the centre, beside the adults whom the protocol knows. */
  adults: stems,
  /** What comes before a name of a saint, a street, a song, a doll, a brand. */
  notPeople: stems,
  /** Whole sayings with a name in them that is nobody's. */
  sayings: stems,
  /** Never names, though written with a capital after «niña» or «niño». */
  notNames: stems,
  /** What only children do, what anybody does, and what is done to children. */
  childDoes: stems,
  anybodyDoes: stems,
  tends: stems,
  doneTo: stems,
  /** What is of a child: «la mamá de», «la cuna de». */
  ofChild: stems,
  /** What may stand between a name and what is done. */
  between: stems,
  as: z.strictObject({
    girl: instead,
    boy: instead,
    either: instead,
    phone: z.string().min(3),
    code: z.string().min(3),
  }),
});
export type NamesWords = z.infer<typeof NamesWords>;
