/** Spanish verbs of saying as reports have them, and the preposition that names a source: Real Academia Española, «decir». */
export const SPANISH_SAYING =
  'dijo dijeron declaró declararon declaraba afirmó afirma afirmaron aseguró asegura aseguraron explicó explica añadió añade señaló señala indicó manifestó manifiesta expresó escribió preguntó respondió contestó anunció advirtió sostuvo subrayó comentó según'.split(
    ' ',
  );
