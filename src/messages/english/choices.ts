/** What is offered while an option is typed. */
export const choices = {
  of: (value: string, document: string) => `${value} — ${document}`,
};
