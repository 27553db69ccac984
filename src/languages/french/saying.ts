/** French verbs of saying as reports have them, and the prepositions that name a source: Trésor de la langue française, « dire ». */
export const FRENCH_SAYING =
  'dit disait déclaré déclare déclarait affirmé affirme affirmait expliqué explique expliquait ajouté ajoute ajoutait écrit écrivait répondu répond répondait annoncé annonçait assuré assurait estimé estimait souligné souligne soulignait précisé précise indiqué indique lancé lançait confié martelé martèle demandé demandait averti conclu selon'.split(
    ' ',
  );
