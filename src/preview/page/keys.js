// What tells one finding from another while lines are written above it: its file and its words, and not its line. Of those that
// are alike in that, each has its number.
export function keysOf(findings) {
  const times = new Map();
  const keys = new Map();
  for (const finding of findings) {
    const { path, code, message } = finding;
    const alike = JSON.stringify([path, code, message]);
    const number = (times.get(alike) ?? 0) + 1;
    times.set(alike, number);
    keys.set(finding, `${alike} ${number}`);
  }
  return keys;
}
