/** What Korean joins to a quotation before its verb of saying (이라고 말했다): National Institute of Korean Language, “인용격 조사”. */
export const KOREAN_SAYING =
  '라고 이라고 라며 이라며 라면서 말했다 밝혔다 전했다 주장했다 강조했다 설명했다 덧붙였다'.split(' ');
