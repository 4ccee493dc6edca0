import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const desk = process.env.MAITRED_URL ?? "http://127.0.0.1:8080";

// The desk takes an unsafe call by cookie only from its own origin; behind
// this proxy the page's origin is the proxy's, so it is rewritten.
const proxy = {
  "/api": { target: desk, changeOrigin: true, headers: { origin: new URL(desk).origin } },
};

export default defineConfig({
  plugins: [react()],
  resolve: {
    // A test helper of the form library, in the same bundle, asks for the validator
    // that compiles schemas; whoever does gets the one that interprets them.
    alias: { "@rjsf/validator-ajv8": new URL("./src/form/validator.ts", import.meta.url).pathname },
  },
  server: { proxy },
  preview: { proxy },
  build: {
    target: "es2022",
    manifest: true,
    // The polyfill is for browsers older than the target.
    modulePreload: { polyfill: false },
    // A font or picture inside the style sheet would need `data:` in the policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
    // What the home page needs in one file: cut along every border of what pages share it
    // came in sixty, each with a call of its own and as many headers.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: "base", test: /src\/(main|pages\/home\/HomePage)\.tsx$/ }] } } },
  },
  // Some read the whole of the API or of the code, beside builds that keep the machine busy.
  test: { include: ["src/**/*.test.{ts,tsx}"], environment: "node", testTimeout: 60_000 },
});
