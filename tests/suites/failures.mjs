// Names the failed tests once more at the end, where whoever reads the last lines of a long run finds them.

/** How xunit, node's runner and the tests in VS Code begin or end the line of a failed test. */
const failure = /^\s*(?:✖|not ok\b).*|^.*\[FAIL\]\s*$/u;

/** Hears all that is written to the standard output from now on; gives what gives the lines of failed tests, each once. */
export function hearFailures() {
  const lines = new Set();
  const write = process.stdout.write.bind(process.stdout);
  let begun = '';
  process.stdout.write = (data, ...others) => {
    const parts = (begun + data).split('\n');
    begun = parts.pop();
    for (const line of parts) if (failure.test(line)) lines.add(line.trim());
    return write(data, ...others);
  };
  return () => [...lines];
}
