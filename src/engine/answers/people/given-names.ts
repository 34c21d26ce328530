// Given names and short forms that are usual among caregivers in Mexico: what makes an unknown word a name, and what does not.
import { soundOf } from '../words/phrase-book.ts';

const soundsOf = (list: string): ReadonlySet<string> => new Set(list.split(' ').map(soundOf));

const ofWomen = soundsOf(
  'abigail adela adelaida adelina adriana agueda agustina aida aidee alba alejandra alejandrina alexa alexandra alexia alfonsina alicia alina alma alondra amada amalia amanda amelia america amparo ana anabel anahi analaura anastasia andrea angela angeles angelica angelina anita antonia apolonia araceli aracely arcelia ariadna ariana arlette asuncion asusena aurelia aurora azucena barbara beatriz belem belen benita berenice bernarda bertha bianca blanca brenda briseida brisa camila candelaria caridad carina carla carlota carmela carmen carolina casandra catalina cecilia celeste celia celina chantal cinthia cintia citlali citlalli clara claudia clementina concepcion constanza consuelo cristal cristina cynthia dafne dalia daniela dariela deisy deyanira delfina delia denisse denise diana dina dolores dominga dora dorotea dulce edith elba elda elena eleonora elia eliana elisa elisabet elizabeth eloisa elsa elvia elvira emilia emma enedina enriqueta epifania erendira erica erika ernestina esmeralda esperanza estefania estela estephanie ester esther estrella eufemia eugenia eulalia eunice eva evangelina evelia evelin evelyn fabiola fatima felicitas felipa fernanda fidelia filomena flor flora florencia floriana francisca frida gabriela gema genoveva georgina geraldine gertrudis gisela giselle gladys gloria graciela gregoria grecia griselda guadalupe guillermina haydee heidi helena herlinda herminia hilda hortensia ibeth ileana iliana imelda ines ingrid iracema iraide irais iris irma irene isabel isabela isaura isela itzel ivette ivonne ivon jackelin jaqueline jacqueline janet janeth jannet jasmin javiera jazmin jenifer jennifer jessica jezabel jimena joaquina johana josefa josefina jovita juana judith julia juliana julieta justina karen karina karla karime katia katya keila kenia kimberly lorena laura leonor leonora leslie leticia lidia ligia lilia liliana lizbeth lizeth lizet lorenza lourdes lucero lucia luciana lucila lucina ludivina luisa lupita luz lydia macaria macarena macrina magali magaly magda magdalena maite malena manuela marcela margarita maria mariana marianela maribel maricarmen maricela maricruz mariela marisa marisela marisol maritza marlen marlene marta martha martina matilde maura maya mayte mayela mayra melania melanie melissa melina mercedes micaela michelle milagros minerva mireya miriam mirna mirta monica montserrat monserrat morelia nadia nallely nancy natalia nataly natividad nayeli nayelli nelly nereida nidia nieves noelia noemi nohemi nora norma nubia nuria obdulia octavia odette odilia ofelia olga olimpia olivia oralia otilia palmira paloma pamela paola patricia paula paulina perla petra petronila pilar priscila ramona raquel rafaela rebeca refugio regina reina remedios renata reyna rita roberta rocio romana romelia rosa rosalba rosalia rosalina rosalinda rosana rosario rosaura roselia rosenda roxana rubi ruth sabina sabrina salome samantha samara sandra sara sarahi saray selene selena serafina severiana sheila silvia simona sofia socorro sol soledad sonia soraya stefani stephanie susana tamara tania tatiana teodora teresa teresita thalia tomasa trinidad ursula valentina valeria vanesa vanessa vera veronica vianey vicenta victoria violeta virginia vivian viviana viridiana wendy xenia ximena xiomara xochitl yadira yahaira yajaira yamile yamilet yaneth yanet yara yareli yaritza yasmin yazmin yendi yesenia yesica yessica yocelin yolanda yoselin yuliana yuridia yvette zaira zoe zoila zulema zuleica zoraida zenaida',
);
const ofMen = soundsOf(
  'adan adolfo adrian alan alberto alejandro alfonso alfredo alonso alvaro andres angel antonio armando arturo benito benjamin bernardo bruno carlos cesar christian cristian cristobal cuauhtemoc daniel david diego edgar eduardo efrain emiliano emilio enrique ernesto esteban eugenio fabian felipe fernando fidel francisco gabriel gerardo german gilberto gonzalo guillermo gustavo hector hugo humberto ignacio isaac ismael israel ivan jaime javier jesus joaquin joel jonathan jorge jose josue juan julian julio kevin leonardo luis manuel marco marcos mario martin mauricio miguel noe octavio omar oscar pablo patricio pedro rafael ramiro ramon raul ricardo roberto rodolfo rodrigo rogelio ruben salvador samuel santiago saul sergio simon tomas ulises vicente victor',
);
const shortNames = soundsOf(
  'adri adris ale alex ali aly angie any anis ara bere betty bety beti blanquita caro carito carmelita carmencita charo chabela chabe chabelita chana chayo chayito chela chelo chelito chely cheli chepina chio chita chivis chole chuy chuyita clau claudita concha conchita cony cris cristi coco cuca cuquita dani danny dany deni dianita dorita doris eli ely elenita eri estelita fati fer ferchis fina flaquita gaby gabi gabita gela geli gicela gina glo gracielita grace graci graciela guada guille herme ili isa isita jackie jaki jaky jandra jess jesi jimenita jose josefa juanis juanita jud juli julis kari kary karlita kika lala lau laurita lena lety leti letis leo licha lichita lili lily lilis lisbeth liz lola lolita lore lorenita lourditas luci lucy luchy lucha luchita lucecita lulu lupe lupis lupitita lupillo ma mago magos magui maguito maggy mague maria mari mariquita marilu marielena mary maru marichuy marice marita martita marthita meche mechita mela mely meli mimi minita miri mirna moni monis monse nana nando nanda nati nayis nena nely nico nidia normita nory olguita pancha panchita paca paquita pao paty pati patita pepa pepita pili pina queta quetita rebe reynita rita roci rochi rosi rosy rosita rox roxy sandy sandrita sari silvita sofi sony soni susi susy tania tencha tere teresita terecita tete tina tita toña tonia toñita tonita trini vale vane vero verito vicky viky vicki virgi vivi xime xochi yadi yani yayis yaz yesi yess yesy yola yoli yolis yuri zule gpe fco',
);
/** Names that are things too: in the middle of a sentence they are the thing. */
const alsoThings = soundsOf(
  'luz sol alma dulce perla flor gloria linda reyna reina estrella aurora clara victoria consuelo socorro refugio esperanza caridad remedios nieves coral concha pilar america brisa alba dolores candelaria asuncion celeste cristal coco nena nana pina caro vale vera leo ma',
);

export const isGivenName = (word: string): boolean => {
  const sound = soundOf(word);
  return ofWomen.has(sound) || ofMen.has(sound) || shortNames.has(sound);
};

/** "Rosi", "Chayo", "Lupita": two of them side by side are seldom one person. */
export const isNickname = (word: string): boolean => shortNames.has(soundOf(word)) || /[aeiou]?(?:it|cit)a$/.test(word);

export const isAlsoThing = (word: string): boolean => alsoThings.has(soundOf(word));

/** Undefined where it is none of these; short forms tell it by their ending only. */
export function genderOfGiven(name: string): 'girl' | 'boy' | 'either' | undefined {
  const sound = soundOf(name);
  if (ofWomen.has(sound)) return 'girl';
  if (ofMen.has(sound)) return 'boy';
  if (!shortNames.has(sound)) return undefined;
  return sound.endsWith('a') ? 'girl' : 'either';
}
