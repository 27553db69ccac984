/** Italian verbs of saying as reports have them: Treccani, «dire». */
export const ITALIAN_SAYING =
  'disse dissero detto dichiarato dichiarò dichiara affermato affermò afferma spiegato spiegò spiega aggiunto aggiunse aggiunge scritto scrisse scrive chiesto rispose risposto annunciato annunciò sottolineato sottolinea avvertito concluso'.split(
    ' ',
  );
