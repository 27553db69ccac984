import regexp from 'eslint-plugin-regexp';

// Biome lints everything else. What it has no rule for is a pattern whose time grows faster than its text. Compiled
// files are read, in which constants of patterns are plain and no parser of types is needed.
export default [
  {
    files: ['dist/**/*.js'],
    plugins: { regexp },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': 'error',
    },
  },
];
