// What invented mentors type: short Spanish as it is written on a phone. Data of the rehearsal; nobody is sent any of it.

export const givenNames = [
  ...['Lupita', 'Rosa', 'Carmen', 'Tere', 'Alma', 'Bertha', 'Sofía', 'Irene', 'Nora', 'Pilar', 'Elsa', 'Delia', 'Sara', 'Chayo'],
  ...['Yola', 'Elena', 'Silvia', 'Norma', 'Leticia', 'Gabriela', 'Verónica', 'Adela', 'Juanita', 'Maru', 'Ofelia', 'Graciela'],
] as const;

export const firstNames = [
  ...['Ana', 'Rosa', 'Laura', 'Claudia', 'Patricia', 'Fernanda', 'Beatriz', 'Yadira', 'Mónica', 'Araceli', 'Lorena', 'Karla'],
  ...['Miriam', 'Susana', 'Alejandra', 'Maribel'],
] as const;
export const surnames = [
  ...['Ruiz', 'Mora', 'Salas', 'Prado', 'Rangel', 'Soto', 'Aguirre', 'Baca', 'Olivas', 'Cano', 'Ibarra', 'Lugo', 'Meza', 'Nava'],
  ...['Ochoa', 'Peña', 'Quiroz', 'Rosales', 'Tapia', 'Urbina', 'Vela', 'Zamora', 'Ávila', 'Bravo'],
] as const;

export const hello = ['hola', 'buenos días', 'buenas', 'hola buenas tardes'] as const;

export const saidWords: Readonly<Record<string, readonly string[]>> = {
  'diagnostico/contexto': [
    'hoy en la comida, 15 minutos, 8 niños',
    'hoy en el juego libre, 20 min, 10 niños',
    'hoy en la actividad pedagógica, 20 minutos, 7 niños',
    'en el cambio de pañal, 15 min, 6 bebés',
  ],
  'plan-de-trabajo/meta': [
    'En la comida, esperar a que abran la boca en 4 de 5 cucharadas',
    'En el cambio de pañal, avisarles antes de cargarlos, 4 de 5 veces',
    'En la actividad, ofrecer dos materiales a 5 niñas y niños',
    'En la entrada, agacharse y saludar a cada niño por su nombre, 4 de 5 veces',
  ],
  'plan-de-trabajo/acciones': [
    'Se sienta enfrente, dice lo que va a hacer y espera',
    'Prepara dos materiales y pregunta con cuál quieren empezar',
    'Se agacha a su altura y nombra lo que ve',
  ],
  'plan-de-trabajo/logro': ['Lo hace en 4 de 5 veces', 'Al menos 5 niñas y niños escogen', 'En 4 de 5 cambios de pañal'],
  'plan-de-trabajo/recursos': ['nada especial', 'dos cajas con material', 'que alguien cubra la sala 20 minutos'],
  'observacion/funciono': [
    'Se sentó enfrente, esperó y el bebé abrió la boca',
    'Puso las dos cajas y siete niños escogieron material',
    'Se agachó y una niña le contestó con una sonrisa',
    'Le dijo lo que iba a hacer antes de cargarlo y se quedó tranquilo',
  ],
  'observacion/mejorar': [
    'Al recoger ya no les preguntó',
    'Tres niños le hablaron y no alcanzó a contestar',
    'En la fila se le olvidó avisar',
  ],
  'reflexion/sintio': ['Contenta, le gustó ver que escogían', 'Al principio nerviosa y luego bien', 'Dijo que se le hizo corto'],
  'reflexion/apoyo': [
    'Que esperó con la cuchara y el bebé abrió la boca',
    'Que puso las dos cajas y cada niña escogió',
    'Que se agachó y la niña le sonrió',
  ],
  'reflexion/constructiva': [
    'Qué hacer cuando todos quieren lo mismo',
    'Avisar antes de limpiar la cara',
    'Contestar a quien le habla en la fila',
  ],
  'reflexion/acuerdo': ['Va a tener dos de cada material', 'Va a avisar antes de cargarlos', 'Va a esperar un poco más'],
  'reflexion/siguiente': [
    'Le paso el video y la veo el jueves',
    'La acompaño en la comida',
    'Seguimos con opciones en la comida',
  ],
  'mentora/duda': [
    'la próxima semana van a fumigar, ¿muevo todo?',
    'una maestra se va de licencia en un mes, ¿sigo con ella?',
    'mi directora me cambió de turno y ya no coincido con una maestra',
    'no hay un lugar tranquilo para platicar, ¿dónde lo hago?',
  ],
  'consultora/contesta': ['Sí, muévalo a la otra semana.', 'Siga con quien la cubra y me cuenta.', 'Yo le marco a su directora.'],
};

/** Rooms' shifts as they are written after the room. */
export const shiftWords = ['matutino', 'vespertino'] as const;

export const weekdayWords = ['domingo', 'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado'] as const;
