/** What is wrong with what is stated of a source: "problem; remedy". */
export const sources = {
  notDate: 'is not a date; write it as YYYY-MM-DD, or as YYYY-MM or YYYY where the day is not known',
  notAuthor: 'is not an author; write {"family": "…", "given": "…"}, or {"name": "…"} for an institution',
  notAuthors: 'is not a list of authors; write [{"family": "…", "given": "…"}], or use "author"',
  tooManyAuthors: (max: number) => `has more than ${max} authors; name the first ones`,
};
