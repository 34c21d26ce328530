// The words by which a clause tells that its day is denied, taken, done, wished for or only spoken of.
export const negations = new Set([
  'no',
  'ni',
  'tampoco',
  'nunca',
  'jamas',
  'imposible',
  'nel',
  'menos',
  'excepto',
  'salvo',
  'menoz',
]);
export const harmlessNext = new Set([
  'mas',
  'importa',
  'importaria',
  'pasa',
  'hace',
  'vaya',
  'fallo',
  'falto',
  'falta',
  'olvide',
  'olvido',
  'olvidar',
  'dude',
  'molesta',
  'preocupe',
  'quita',
  'quiero',
  'cree',
  'crees',
  'parece',
]);
export const noTrouble = new Set([
  'problema',
  'bronca',
  'tos',
  'inconveniente',
  'pex',
  'falla',
  'detalle',
  'apuro',
  'junta',
  'pendiente',
  'prisa',
  'nada',
  'tanto',
  'nino',
  'gente',
  'actividad',
  'actividades',
  'tantos',
  'mucho',
  'muchos',
  'filtro',
  'nadie',
]);
/** From here on the clause speaks of circumstances. */
export const circumstance = new Set([
  'si',
  'que',
  'cuando',
  'mientras',
  'aunque',
  'para',
  'donde',
  'antes',
  'despues',
  'porque',
  'pero',
  'con',
  'ahora',
  'nada',
]);
export const lifts = new Set([
  'hasta',
  'mejor',
  'sino',
  'pero',
  'solo',
  'solamente',
  'si',
  'antes',
  'despues',
  'puedo',
  'podria',
  'seria',
  'alguien',
  'nomas',
]);
export const except = new Set(['menos', 'excepto', 'salvo']);
export const obstacleVerbs = new Set([
  'es',
  'hay',
  'habra',
  'tengo',
  'tenemos',
  'tendre',
  'tendremos',
  'toca',
  'tocan',
  'viene',
  'vienen',
  'sera',
  'cae',
  'estoy',
  'ando',
  'andamos',
  'estamos',
  'voy',
  'vamos',
  'tienen',
  'tiene',
  'hacen',
  'nos',
  'hubo',
  'atraveso',
  'atravieso',
  'cruzo',
  'tuvimos',
  'van',
  'son',
]);
export const obstacles = new Set(
  'puente festivo feriado inhabil asueto consejo cte junta juntas reunion reuniones curso cursos capacitacion taller festival posada posadas pastorela desfile simulacro auditoria supervision supervisora visita cumpleanos cumple fumigacion fumigan fumigar vacaciones descanso permiso incapacidad cita inventario evento ensayo ensayos kermes convivio clausura graduacion filtro guardia entrega consulta doctor dentista sindicato asamblea mantenimiento pediatra examen examenes campana vacunas vacunacion excursion paseo misa boda bautizo funeral velorio tramite tramites banco imss seguro inspeccion proteccion santa santo feria honores ceremonia ocupada ocupado ocupadas fuera cubriendo ambulancia suspension corte auditores supervisores supervisoras visitas festejo festejos proveedor proveedores albercada pijamada'.split(
    ' ',
  ),
);
/** What a day is told of: "lo del taller del miércoles". */
export const otherEvents = new Set(
  'taller curso junta juntas consejo capacitacion festival evento asamblea simulacro posada kermes desfile convivio'.split(' '),
);
export const obstacleWords = new Set(
  'descansa descansan cubro cubriendo cubrir cierran cerraron cierra cerramos cerrado cerrada suspenden suspendieron suspendio falto faltaron faltara faltaran entro ocupada ocupado saturada saturado complicado complicada dificil pesado pesada enferma enfermo enfermaron enfermos salgo salimos ausente comen duermen desayunan almuerzan entregan despiertan meriendan fumigan operan operaron incapacitada'.split(
    ' ',
  ),
);
export const wishes = new Set(
  'feliz felices felicidades felicitacion felicitaciones felicito bonito bonita lindo linda excelente bendecido hermoso hermosa buen buena felis felicitar moleste molestar molesto molestarla escriba escribirle'.split(
    ' ',
  ),
);
export const doneVerbs = new Set(
  'fue fueron hice hicimos hizo hicieron tuve tuvimos tuvo realice realizamos aplique aplicamos grabe di dimos vimos estuve estuvimos pudo pude pudimos vino vinieron fui fuimos hubo llegaron observe hise hisimos pidieron hable platique pregunte comente avise'.split(
    ' ',
  ),
);
export const wasVerbs = new Set(
  'era estaba iba ibamos habia habiamos tenia teniamos tocaba decia habian puse quedado dije'.split(' '),
);
/** "Ya la habíamos hecho". */
export const participles = new Set(['hecho', 'tenido', 'realizado', 'aplicado', 'platicado', 'visto', 'observado']);
export const tells = new Set(
  'aviso avisare avisaria contesto contestare marco marcare llamo llamare checo reviso pregunto preguntare platico digo dire escribo respondo confirmo confirmare informo mando sigo avisan dicen confirman'.split(
    ' ',
  ),
);
export const asksAfter = new Set(
  'aviso avisare contesto contestare marco marcare llamo llamare checo reviso pregunto preguntare platico digo dire escribo respondo'.split(
    ' ',
  ),
);
export const addressees = new Set(['le', 'les', 'te', 'lo', 'la', 'me', 'yo', 'ya']);
export const saidAlone = new Set(['aviso', 'avisan', 'confirmo', 'confirman', 'contesto', 'digo']);
export const confirms = /^confirm/;
export const pronouns = new Set([
  'le',
  'les',
  'te',
  'se',
  'lo',
  'la',
  'ya',
  'yo',
  'sin',
  'falta',
  'ahi',
  'me',
  'temprano',
  'el',
  'mismo',
  'voy',
  'a',
  'y',
  'pues',
]);
export const moves = /^(?:cambi|mov|muev|recorr|pas[aeo]|pos|reprogram|atras|adelant)/;

export const heldVerbs = new Set([
  'fue',
  'hicimos',
  'hice',
  'hizo',
  'tuvimos',
  'tuve',
  'realizamos',
  'realice',
  'aplicamos',
  'aplique',
  'hisimos',
  'hise',
]);
export const besideHeld = new Set([
  'ya',
  'se',
  'la',
  'lo',
  'le',
  'si',
  'pues',
  'miss',
  'maestra',
  'eso',
  'esa',
  'ese',
  'con',
  'ella',
  'listo',
  'ok',
  'buenas',
  'hola',
  'oiga',
  'bien',
  'que',
  'este',
  'esta',
  'nos',
]);
export const goesOn = new Set([
  'es',
  'sera',
  'seria',
  'sigue',
  'proximo',
  'otro',
  'va',
  'falta',
  'quedo',
  'quedamos',
  'toca',
  'mejor',
  'ahora',
  'puedo',
  'hacemos',
  'hago',
]);
