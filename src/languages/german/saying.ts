/** German verbs of saying as reports have them, and the prepositions that name a source: Duden, „Wortfeld sagen“. */
export const GERMAN_SAYING =
  'sagte sagt sagten gesagt erklärte erklärt erklärten betonte betont meinte meint gemeint äußerte äußert geäußert schrieb schreibt geschrieben rief ruft gerufen fragte fragt gefragt antwortete antwortet geantwortet teilte mitgeteilt berichtete berichtet behauptete behauptet kündigte angekündigt forderte fordert gefordert warnte warnt gewarnt versicherte versichert fügte hinzu hinzugefügt ergänzte ergänzt zitierte zitiert kritisierte kritisiert heißt hieß laut zufolge'.split(
    ' ',
  );
