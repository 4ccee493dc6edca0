import { defineConfig } from "@playwright/test";

// Starts nothing: MAITRED_URL is a demo desk that serves the portal.
export default defineConfig({
  testDir: ".",
  outputDir: "results",
  fullyParallel: false,
  workers: 1,
  timeout: 180_000,
  // A machine that builds beside the tests is slow; what is awaited is still seen at once where it is quick.
  expect: { timeout: 30_000 },
  reporter: [["list"]],
  use: {
    // A page that does not answer is told before the story has run out of time.
    actionTimeout: 60_000,
    baseURL: process.env["MAITRED_URL"] ?? "http://127.0.0.1:8080",
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    viewport: { width: 1280, height: 800 },
    trace: process.env["TRACE"] ? "retain-on-failure" : "off",
    launchOptions: {
      executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
      args: [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
