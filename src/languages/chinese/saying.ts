/** Chinese verbs of saying as reports have them, in simplified and traditional characters: 现代汉语词典, “说”. */
export const CHINESE_SAYING =
  '说 說 表示 称 稱 指出 强调 強調 宣布 写道 寫道 回答 问道 問道 认为 認為 补充 補充 说道 說道 声明 聲明 告诉 告訴 讲 講'.split(
    ' ',
  );
