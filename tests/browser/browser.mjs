// What the checks share: the browser, and how they tell what they found.
import { chromium } from "playwright-core";

export const launch = ({ env = process.env, args = [] } = {}) => chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", ...args],
  env,
});

// Counts checks and prints those that found problems; `done` prints the last line: passed, failed.
export function tally() {
  let [passed, failed] = [0, 0];
  return {
    tell(name, problems) {
      if (problems.length === 0) {
        passed += 1;
        return;
      }
      failed += 1;
      console.log(`FAILED: ${name}`);
      for (const problem of problems.slice(0, 6)) console.log(`  ${problem}`);
    },
    done() {
      console.log(`${passed} ${failed}`);
    },
  };
}
