import { expect, it } from 'vitest';
import { ProgressReport } from '../../src/archive/progress-report.js';

/** A report to an output, at times in milliseconds that the test says. */
function reporting(isTTY: boolean) {
  const written: string[] = [];
  const clock = { now: 0 };
  const output = { isTTY, write: (text: string) => void written.push(text) };
  return { report: new ProgressReport(output, () => clock.now), written, clock };
}

it('tells a terminal in one line what is done, how fast and for how long still', () => {
  const { report, written, clock } = reporting(true);
  report.hear({ step: 'writing', done: 0, of: 4_000, passages: 0 });
  clock.now = 10_000;
  report.hear({ step: 'writing', done: 1_000, of: 4_000, passages: 20_000 });
  report.finish('All is in.', {});
  expect(written).toEqual([
    '\r\u001B[KWriting 0 of 4,000 documents, 0 passages a second, … left',
    '\r\u001B[KWriting 1,000 of 4,000 documents, 2,000 passages a second, 30 s left',
    '\r\u001B[KAll is in.\n',
  ]);
});

it('tells anything else in a JSON object a line', () => {
  const { report, written, clock } = reporting(false);
  clock.now = 500;
  report.hear({ step: 'writing', done: 1, of: 2, passages: 10 });
  report.finish('All is in.', { done: true });
  expect(written.join('')).toMatch(/^(?:\{.*\}\n){2}$/);
  expect(written.map((line) => JSON.parse(line) as object)).toEqual([
    { step: 'writing', done: 1, of: 2, passages: 10, passagesPerSecond: 10_000, secondsLeft: 0 },
    { done: true },
  ]);
});

it('tells each step when it begins and ends, and once a second between', () => {
  const { report, written, clock } = reporting(false);
  for (let done = 0; done <= 100; done++) {
    clock.now = done * 50;
    report.hear({ step: 'reading', done, of: 100, passages: 0 });
  }
  report.hear({ step: 'copying', done: 0, of: 7, passages: 0 });
  report.hear({ step: 'checking', done: 0, of: 1, passages: 0 });
  const told = written.map((line) => JSON.parse(line) as { step: string; done: number });
  expect(told.map(({ step, done }) => `${step} ${done}`)).toEqual([
    ...['reading 0', 'reading 20', 'reading 40', 'reading 60', 'reading 80', 'reading 100'],
    ...['copying 0', 'checking 0'],
  ]);
});

it('counts what is fast and what is left from the beginning of each step', () => {
  const { report, written, clock } = reporting(true);
  report.hear({ step: 'reading', done: 0, of: 10, passages: 0 });
  clock.now = 100_000;
  report.hear({ step: 'writing', done: 0, of: 10, passages: 0 });
  clock.now = 101_000;
  report.hear({ step: 'writing', done: 5, of: 10, passages: 50 });
  expect(written.at(-1)).toBe('\r\u001B[KWriting 5 of 10 documents, 50 passages a second, 1 s left');
});
